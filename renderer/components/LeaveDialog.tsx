import { Button, Group, Modal, Text } from '@mantine/core'

interface LeaveDialogProps {
  readonly opened: boolean
  /** Of what the changes are: “template”. */
  readonly what: string
  readonly isSaving: boolean
  readonly onStay: () => void
  readonly onDrop: () => void
  readonly onSave: () => void
}

/** Asks once before changes are lost. */
export function LeaveDialog({ opened, what, isSaving, onStay, onDrop, onSave }: LeaveDialogProps) {
  return (
    <Modal opened={opened} onClose={onStay} title="Leave without saving?" centered size={480}>
      <Text size="sm">The changes to this {what} are not saved yet.</Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onStay}>
          Stay
        </Button>
        <Button variant="light" color="red" onClick={onDrop}>
          Leave without saving
        </Button>
        <Button data-autofocus loading={isSaving} onClick={onSave}>
          Save and leave
        </Button>
      </Group>
    </Modal>
  )
}
