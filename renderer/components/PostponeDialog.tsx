import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { beginOfDay, laterDays } from '../laterDays.ts'

interface PostponeDialogProps {
  readonly opened: boolean
  /** The moment from which it waits for a person again; null: when nothing else is left. */
  readonly onPostpone: (until: string | null) => void
  readonly onClose: () => void
}

/** Asks until which day a document is put off. */
export function PostponeDialog({ opened, onPostpone, onClose }: PostponeDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Postpone this document" centered size={460}>
      <PostponeForm onPostpone={onPostpone} onClose={onClose} />
    </Modal>
  )
}

function PostponeForm({ onPostpone, onClose }: Omit<PostponeDialogProps, 'opened'>) {
  const now = new Date()
  const days = laterDays(now)
  const [date, setDate] = useState(days[0]?.date ?? '')
  const until = beginOfDay(date, now)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (until !== null) onPostpone(until)
  }
  return (
    <form onSubmit={submit}>
      <Text size="sm" mb="sm">
        Until that day it comes after all others; then it waits in its place again. Undo takes it
        back.
      </Text>
      <TextInput
        data-autofocus
        type="date"
        label="Until"
        value={date}
        min={days[0]?.date}
        error={date !== '' && until === null && 'Choose a later day than today.'}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs" role="group" aria-label="Days to choose from">
        {days.map(({ words, date: day }) => (
          <Button
            key={words}
            size="compact-sm"
            variant={day === date ? 'light' : 'default'}
            aria-pressed={day === date}
            onClick={() => setDate(day)}
          >
            {words}
          </Button>
        ))}
      </Group>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={() => onPostpone(null)}>
          To the end
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={until === null}>
          Postpone
        </Button>
      </Group>
    </form>
  )
}
