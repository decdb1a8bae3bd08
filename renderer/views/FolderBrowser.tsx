import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { FolderEntry } from '../components/FolderEntryRow.tsx'
import { FolderList } from '../components/FolderList.tsx'
import { FolderPlaces } from '../components/FolderPlaces.tsx'
import { FolderTrail } from '../components/FolderTrail.tsx'
import { Keys } from '../components/Keys.tsx'
import { Notice } from '../components/Notice.tsx'
import { isExport } from '../isExport.ts'
import { useFolderStore } from '../stores/folderStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted } from '../words.ts'
import classes from './FolderBrowser.module.css'

interface FolderBrowserProps {
  readonly opened: boolean
  readonly purpose: 'folder' | 'files'
  /** Of files: an export may be chosen, alone; its corrections come back. */
  readonly takesExports?: boolean
  readonly onClose: () => void
  readonly onChoose: (paths: readonly string[]) => void
}

/** Chooses a folder, or files in one, where the host has no dialog of its own. */
export function FolderBrowser({ opened, ...props }: FolderBrowserProps) {
  const { purpose, onClose } = props
  const title = purpose === 'folder' ? 'Choose a folder' : 'Choose files'
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={780} centered>
      <Browser {...props} />
    </Modal>
  )
}

function Browser({
  purpose,
  takesExports = false,
  onClose,
  onChoose,
}: Omit<FolderBrowserProps, 'opened'>) {
  const { phase, failure, listing, open } = useFolderStore()
  const [picked, setPicked] = useState<readonly string[]>([])

  const chosen = purpose === 'folder' ? (listing ? [listing.path] : []) : picked
  const use = () => chosen.length > 0 && onChoose(chosen)
  const up = () => listing?.parent && open(listing.parent)
  useShortcuts({ 'browser.use': use, 'browser.up': up }, { inDialog: true })

  const toggle = (path: string) => setPicked((paths) => toggled(paths, path))
  const exports = (purpose === 'files' && takesExports && listing?.exports) || []
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
          listing={listing && { ...listing, files: [...listing.files, ...exports] }}
          isLoading={phase === 'loading'}
          picked={purpose === 'files' ? picked : null}
          emptyWords={
            takesExports && purpose === 'files'
              ? 'There are no folders, PDFs, images or corrected exports here.'
              : 'There are no folders and no PDFs or images here.'
          }
          takesFocus
          onActivate={activate}
          onPath={open}
          onUp={up}
        />
        {failure && <Notice tone="bad">{failure.message}</Notice>}
        <footer className={classes.footer}>
          <span className={classes.sum} role="status">
            {purpose === 'files' ? whatIsPicked(picked) : listing && whatIsIn(listing)}
          </span>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            onClick={use}
            disabled={chosen.length === 0}
            rightSection={<Keys command="browser.use" />}
          >
            {buttonWords(purpose, picked)}
          </Button>
        </footer>
      </div>
    </div>
  )
}

/** An export is chosen alone: it is compared, and everything else is read. */
function toggled(paths: readonly string[], path: string): readonly string[] {
  if (paths.includes(path)) return paths.filter((other) => other !== path)
  return isExport([path]) || isExport(paths) ? [path] : [...paths, path]
}

function whatIsPicked(picked: readonly string[]): string {
  return isExport(picked)
    ? 'What was corrected in it is shown first'
    : `${counted(picked.length, 'file')} chosen`
}

function buttonWords(purpose: FolderBrowserProps['purpose'], picked: readonly string[]): string {
  if (purpose === 'folder') return 'Use this folder'
  return isExport(picked) ? 'Show corrections' : 'Use these files'
}

function whatIsIn({ files, folders }: { files: readonly unknown[]; folders: readonly unknown[] }) {
  const here = `${counted(files.length, 'file')} to read here`
  return folders.length > 0 ? `${here}, and what is in ${counted(folders.length, 'folder')}` : here
}
