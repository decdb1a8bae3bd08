import { Button, Group, Modal, Text } from '@mantine/core'
import { counted } from '../words.ts'

interface CancelDialogProps {
  readonly opened: boolean
  /** Files that are not read yet. */
  readonly left: number
  readonly onKeep: () => void
  readonly onCancel: () => void
  /** After the pages that are being read. */
  readonly onCancelAfterPages: () => void
}

/** Asks once before a batch is cancelled, and says what stays. */
export function CancelDialog(props: CancelDialogProps) {
  const { opened, left, onKeep, onCancel, onCancelAfterPages } = props
  return (
    <Modal opened={opened} onClose={onKeep} title="Cancel this batch?" centered size={520}>
      <Text size="md">
        {counted(left, 'file')} will not be read. What was read so far stays and can be exported;
        the rest can be read later.
      </Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onKeep} data-autofocus>
          Keep reading
        </Button>
        <Button variant="default" onClick={onCancelAfterPages}>
          After the current pages
        </Button>
        <Button color="red" onClick={onCancel}>
          Cancel the batch
        </Button>
      </Group>
    </Modal>
  )
}
