import { Button, Group, Modal, NativeSelect, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { formatsOf } from '../../electron/choices.ts'
import type { Failure, WatchView } from '../../electron/contract.ts'
import { textOnly } from '../decisionsOf.ts'
import { useAppStore } from '../stores/appStore.ts'
import { useWatchesStore } from '../stores/watchesStore.ts'
import { type WatchDraft, watchDraftOf, watchWishOf } from '../watchDraft.ts'
import { FolderInput } from './FolderInput.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { Notice } from './Notice.tsx'
import classes from './WatchDialog.module.css'

interface WatchDialogProps {
  /** `new`, or the one that is changed; null: closed. */
  readonly of: WatchView | 'new' | null
  readonly onClose: () => void
}

/** Asks how a folder is to be watched; but for the folder everything has a good answer already. */
export function WatchDialog({ of, onClose }: WatchDialogProps) {
  return (
    <Modal
      opened={of !== null}
      onClose={onClose}
      title={of === 'new' ? 'Watch a folder' : 'Change how it is watched'}
      centered
      size={640}
    >
      {of && (
        <WatchForm
          key={of === 'new' ? 'new' : of.id}
          watch={of === 'new' ? null : of}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

interface FormProps {
  readonly watch: WatchView | null
  readonly onClose: () => void
}

function WatchForm({ watch, onClose }: FormProps) {
  const { add, change } = useWatchesStore()
  const [draft, setDraft] = useState(() => watchDraftOf(watch))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isWorking, setWorking] = useState(false)
  const edit = (part: Partial<WatchDraft>) => setDraft((before) => ({ ...before, ...part }))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (draft.folder.trim() === '' || isWorking) return
    setWorking(true)
    const wish = watchWishOf(draft, watch)
    const existing = draft.leaveExisting ? ('leave' as const) : ('take' as const)
    const done = watch
      ? await change({ ...wish, watchId: watch.id })
      : await add({ ...wish, existing })
    setWorking(false)
    if (done.ok) onClose()
    else setFailure(done.error)
  }

  return (
    <form onSubmit={submit} className={classes.form}>
      <FolderInput
        takesFocus
        label="Folder"
        placeholder="Where files arrive"
        value={draft.folder}
        onChange={(folder) => edit({ folder })}
      />
      <Switch
        label="Look into its sub-folders, too"
        checked={draft.withSubfolders}
        onChange={({ currentTarget }) => edit({ withSubfolders: currentTarget.checked })}
      />
      {!watch && (
        <Switch
          label="Leave alone what lies there now; read only what comes"
          checked={draft.leaveExisting}
          onChange={({ currentTarget }) => edit({ leaveExisting: currentTarget.checked })}
        />
      )}
      <Reading draft={draft} onEdit={edit} />
      <Results draft={draft} onEdit={edit} />
      <FolderInput
        label="Move originals to"
        placeholder="They stay where they are"
        description="Once their documents are stored. A file there is never replaced; what failed stays."
        value={draft.moveTo}
        onChange={(moveTo) => edit({ moveTo })}
      />
      <footer className={classes.footer}>
        {failure && <Notice tone="bad">{failure.message}</Notice>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isWorking} disabled={draft.folder.trim() === ''}>
            {watch ? 'Keep' : 'Watch this folder'}
          </Button>
        </Group>
      </footer>
    </form>
  )
}

interface PartProps {
  readonly draft: WatchDraft
  readonly onEdit: (part: Partial<WatchDraft>) => void
}

/** How its files are read. */
function Reading({ draft, onEdit }: PartProps) {
  const { app } = useAppStore()
  const known = app?.templates ?? []
  const isKnown = [textOnly, 'auto', ...known.map(({ name }) => name)].includes(draft.template)
  return (
    <div className={classes.pair}>
      <NativeSelect
        size="sm"
        label="Read as"
        value={draft.template}
        onChange={({ currentTarget }) => onEdit({ template: currentTarget.value })}
        data={[
          { value: 'auto', label: 'Automatic' },
          ...known.map(({ name, title }) => ({ value: name, label: title })),
          // A template file that was named on the command line.
          ...(isKnown ? [] : [{ value: draft.template, label: draft.template }]),
          { value: textOnly, label: 'Text only, no fields' },
        ]}
      />
      <LanguageChoice
        languages={app?.languages ?? []}
        chosen={draft.languages}
        onChange={(languages) => onEdit({ languages })}
      />
      <TextInput
        size="sm"
        label="Review values less sure than"
        placeholder="As was measured"
        rightSection="%"
        inputMode="numeric"
        disabled={draft.template === textOnly}
        value={draft.threshold}
        onChange={({ currentTarget }) =>
          onEdit({ threshold: currentTarget.value.replace(/[^\d.]/g, '') })
        }
      />
      <TextInput
        size="sm"
        label="Take a file when it was quiet for"
        rightSection="s"
        inputMode="numeric"
        value={draft.settleSeconds}
        onChange={({ currentTarget }) =>
          onEdit({ settleSeconds: currentTarget.value.replace(/[^\d.]/g, '') })
        }
      />
    </div>
  )
}

const formatWords: Record<WatchDraft['exportFormat'], string> = {
  xlsx: 'Excel (.xlsx)',
  csv: 'CSV (.csv)',
  json: 'JSON (.json)',
  jsonl: 'JSON Lines (.jsonl)',
  txt: 'Plain text (.txt)',
  md: 'Markdown (.md)',
}

/** Where its results are written, each batch into a file of its own. */
function Results({ draft, onEdit }: PartProps) {
  const formats = formatsOf[draft.template === textOnly ? 'read' : 'extract']
  const format = formats.find((known) => known === draft.exportFormat) ?? formats[0]
  return (
    <>
      <FolderInput
        label="Write results into"
        placeholder="Nowhere yet; they can be exported later"
        value={draft.exportTo}
        onChange={(exportTo) => onEdit({ exportTo })}
      />
      {draft.exportTo.trim() !== '' && (
        <div className={classes.pair}>
          <TextInput
            size="sm"
            label="Name of each file"
            description="{folder}, {date} and {time} are filled in."
            value={draft.exportName}
            onChange={({ currentTarget }) => onEdit({ exportName: currentTarget.value })}
          />
          <NativeSelect
            size="sm"
            label="Format"
            description="A name that is taken gets a number."
            value={format}
            data={formats.map((value) => ({ value, label: formatWords[value] }))}
            onChange={({ currentTarget }) =>
              onEdit({
                exportFormat: formats.find((known) => known === currentTarget.value) ?? format,
              })
            }
          />
        </div>
      )}
    </>
  )
}
