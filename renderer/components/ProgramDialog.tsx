import {
  Button,
  Group,
  Modal,
  NativeSelect,
  Radio,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Input } from '../../electron/contract.ts'
import { CopyLine } from './CopyLine.tsx'
import { Notice } from './Notice.tsx'

type Program = Input<'client.add'>

interface ProgramDialogProps {
  readonly opened: boolean
  /** Gives the key; null: it could not be made, and the person was told why. */
  readonly onAdd: (program: Program) => Promise<string | null>
  readonly onClose: () => void
}

const expiries = [
  { value: '', label: 'Never' },
  { value: '30', label: 'After 30 days' },
  { value: '90', label: 'After 90 days' },
  { value: '365', label: 'After a year' },
]

/** Asks what a program may do, and then shows its key, once. */
export function ProgramDialog({ opened, onAdd, onClose }: ProgramDialogProps) {
  const [key, setKey] = useState<string | null>(null)
  const close = () => {
    onClose()
    setKey(null)
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={key === null ? 'Add a program' : 'Its key'}
      // A slip beside it must not lose a key that nobody can be shown again.
      closeOnClickOutside={key === null}
      centered
      size={520}
    >
      {key === null ? (
        <ProgramForm onAdd={async (program) => setKey(await onAdd(program))} onClose={close} />
      ) : (
        <KeyShown value={key} onClose={close} />
      )}
    </Modal>
  )
}

function ProgramForm({
  onAdd,
  onClose,
}: {
  readonly onAdd: (program: Program) => Promise<void>
  readonly onClose: () => void
}) {
  const [name, setName] = useState('')
  const [scope, setScope] = useState<'read' | 'write'>('write')
  const [folders, setFolders] = useState('')
  const [days, setDays] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const named = folders.split('\n').map((line) => line.trim())
    void onAdd({
      ...{ name: name.trim(), scope, folders: named.filter(Boolean) },
      days: days === '' ? null : Number(days),
    })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          data-autofocus
          label="Name"
          description="So that you know it again in this list."
          placeholder="Invoice robot"
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group
          label="It may"
          value={scope}
          onChange={(chosen) => setScope(chosen === 'read' ? 'read' : 'write')}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="write" label="Begin, cancel and retry batches, and fetch results" />
            <Radio value="read" label="Only look: batches, documents and results" />
          </Stack>
        </Radio.Group>
        {scope === 'write' && (
          <Textarea
            label="Folders whose files it may name"
            description="One a line. Left empty: your home folder. Files that it sends itself may come from anywhere."
            autosize
            minRows={2}
            maxRows={6}
            spellCheck={false}
            value={folders}
            onChange={(event) => setFolders(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label="Its key expires"
          data={expiries}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
      </Stack>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={name.trim() === ''}>
          Make its key
        </Button>
      </Group>
    </form>
  )
}

function KeyShown({ value, onClose }: { readonly value: string; readonly onClose: () => void }) {
  return (
    <Stack gap="md">
      <Notice tone="look">
        This is the only time that the key is shown. Sheaf does not keep it and cannot show it
        again.
      </Notice>
      <CopyLine
        label="Key"
        value={value}
        takesFocus
        words="The program sends it with each request, as “Authorization: Bearer” and the key."
      />
      <Group justify="flex-end">
        <Button onClick={onClose}>I have kept it</Button>
      </Group>
    </Stack>
  )
}
