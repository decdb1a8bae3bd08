import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { FolderEntry } from '../components/FolderEntryRow.tsx'
import { FolderList } from '../components/FolderList.tsx'
import { FolderPlaces } from '../components/FolderPlaces.tsx'
import { FolderTrail } from '../components/FolderTrail.tsx'
import { Keys } from '../components/Keys.tsx'
import { Notice } from '../components/Notice.tsx'
import { useFolderStore } from '../stores/folderStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted } from '../words.ts'
import classes from './FolderBrowser.module.css'

interface FolderBrowserProps {
  readonly opened: boolean
  readonly purpose: 'folder' | 'files'
  readonly onClose: () => void
  readonly onChoose: (paths: readonly string[]) => void
}

/** Chooses a folder, or files in one, where the host has no dialog of its own. */
export function FolderBrowser({ opened, purpose, onClose, onChoose }: FolderBrowserProps) {
  const title = purpose === 'folder' ? 'Choose a folder' : 'Choose files'
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={780} centered>
      <Browser purpose={purpose} onClose={onClose} onChoose={onChoose} />
    </Modal>
  )
}

function Browser({ purpose, onClose, onChoose }: Omit<FolderBrowserProps, 'opened'>) {
  const { phase, failure, listing, open } = useFolderStore()
  const [picked, setPicked] = useState<readonly string[]>([])

  const chosen = purpose === 'folder' ? (listing ? [listing.path] : []) : picked
  const use = () => chosen.length > 0 && onChoose(chosen)
  const up = () => listing?.parent && open(listing.parent)
  useShortcuts({ 'browser.use': use, 'browser.up': up }, { inDialog: true })

  const toggle = (path: string) =>
    setPicked((paths) =>
      paths.includes(path) ? paths.filter((other) => other !== path) : [...paths, path],
    )
  const activate = (entry: FolderEntry) => {
    if (entry.kind === 'folder') void open(entry.path)
    else if (purpose === 'files') toggle(entry.path)
  }

  return (
    <div className={classes.browser}>
      <FolderPlaces places={listing?.places ?? []} current={listing?.path ?? ''} onOpen={open} />
      <div className={classes.main}>
        <FolderTrail path={listing?.path ?? ''} onOpen={open} />
        <FolderList
          listing={listing}
          isLoading={phase === 'loading'}
          picked={purpose === 'files' ? picked : null}
          emptyWords="There are no folders and no PDFs or images here."
          takesFocus
          onActivate={activate}
          onPath={open}
          onUp={up}
        />
        {failure && <Notice tone="bad">{failure.message}</Notice>}
        <footer className={classes.footer}>
          <span className={classes.sum} role="status">
            {purpose === 'files'
              ? `${counted(picked.length, 'file')} chosen`
              : listing && whatIsIn(listing)}
          </span>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            onClick={use}
            disabled={chosen.length === 0}
            rightSection={<Keys command="browser.use" />}
          >
            {purpose === 'folder' ? 'Use this folder' : 'Use these files'}
          </Button>
        </footer>
      </div>
    </div>
  )
}

function whatIsIn({ files, folders }: { files: readonly unknown[]; folders: readonly unknown[] }) {
  const here = `${counted(files.length, 'file')} to read here`
  return folders.length > 0 ? `${here}, and what is in ${counted(folders.length, 'folder')}` : here
}
