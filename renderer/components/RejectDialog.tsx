import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'

interface RejectDialogProps {
  readonly opened: boolean
  readonly onReject: (reason: string) => void
  readonly onClose: () => void
}

/** Asks why a document is rejected; exports say so. */
export function RejectDialog({ opened, onReject, onClose }: RejectDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Reject this document?" centered size={460}>
      <RejectForm onReject={onReject} onClose={onClose} />
    </Modal>
  )
}

function RejectForm({ onReject, onClose }: Omit<RejectDialogProps, 'opened'>) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') onReject(reason.trim())
  }
  return (
    <form onSubmit={submit}>
      <Text size="sm" mb="sm">
        Nobody is asked to look at it any more, and exports say why. Undo takes it back.
      </Text>
      <TextInput
        data-autofocus
        label="Reason"
        placeholder="Not addressed to us"
        autoComplete="off"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" color="red" disabled={reason.trim() === ''}>
          Reject
        </Button>
      </Group>
    </form>
  )
}
