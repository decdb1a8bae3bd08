import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ExportFormat } from '../../electron/contract.ts'
import { FolderList } from '../components/FolderList.tsx'
import { FolderPlaces } from '../components/FolderPlaces.tsx'
import { FolderTrail } from '../components/FolderTrail.tsx'
import { Keys } from '../components/Keys.tsx'
import { Notice } from '../components/Notice.tsx'
import { OutputLocked } from '../components/OutputLocked.tsx'
import { joinPath } from '../folderPaths.ts'
import { showExported } from '../showExported.tsx'
import { useExportStore } from '../stores/exportStore.ts'
import { useFolderStore } from '../stores/folderStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import classes from './FolderBrowser.module.css'

const titles: Record<ExportFormat, string> = {
  xlsx: 'Export to Excel',
  csv: 'Export to CSV',
  json: 'Export to JSON',
  jsonl: 'Export to JSON Lines',
  txt: 'Export to plain text',
  md: 'Export to Markdown',
}

/** Asks for folder and name of an export where the host has no dialog of its own. */
export function SaveBrowser() {
  const { asking, close } = useExportStore()
  return (
    <Modal
      opened={asking !== null}
      onClose={close}
      title={asking && titles[asking.format]}
      size={780}
      centered
    >
      {asking && <SaveForm key={asking.suggestedName} {...asking} />}
    </Modal>
  )
}

type SaveFormProps = NonNullable<ReturnType<typeof useExportStore.getState>['asking']>

function SaveForm({ suggestedName, format, ...what }: SaveFormProps) {
  const { isWriting, failure, again, write, close } = useExportStore()
  const folder = useFolderStore()
  const [name, setName] = useState(suggestedName)
  const path = folder.listing?.path

  const save = async () => {
    if (!path || name.trim() === '') return
    const ending = `.${format}`
    const fileName = name.trim().toLowerCase().endsWith(ending) ? name.trim() : name.trim() + ending
    const written = await write({ ...what, path: joinPath(path, fileName) })
    if (written) showExported(written)
  }
  const up = () => folder.listing?.parent && folder.open(folder.listing.parent)
  useShortcuts({ 'browser.use': save, 'browser.up': up }, { inDialog: true })

  return (
    <div className={classes.browser}>
      <FolderPlaces
        places={folder.listing?.places ?? []}
        current={path ?? ''}
        onOpen={folder.open}
      />
      <div className={classes.main}>
        <TextInput
          label="File name"
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
        <FolderTrail path={path ?? ''} onOpen={folder.open} />
        <FolderList
          listing={folder.listing && { ...folder.listing, files: [] }}
          isLoading={folder.phase === 'loading'}
          picked={null}
          emptyWords="There are no folders in here."
          takesFocus={false}
          onActivate={(entry) => entry.kind === 'folder' && folder.open(entry.path)}
          onPath={folder.open}
          onUp={up}
        />
        {failure && <OutputLocked failure={failure} again={again} onWritten={showExported} />}
        {!failure && folder.failure && <Notice tone="bad">{folder.failure.message}</Notice>}
        <footer className={classes.footer}>
          <span className={classes.sum}>{path && `Into ${path}`}</span>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button
            onClick={save}
            loading={isWriting}
            disabled={!path || name.trim() === ''}
            rightSection={<Keys command="browser.use" />}
          >
            Export
          </Button>
        </footer>
      </div>
    </div>
  )
}
