import { Button, Group, Modal, Text } from '@mantine/core'
import type { WatchView } from '../../electron/contract.ts'
import { baseNameOf } from '../format.ts'

interface RemoveWatchDialogProps {
  /** null: closed. */
  readonly watch: WatchView | null
  readonly onRemove: (watch: WatchView) => void
  readonly onClose: () => void
}

/** What was done there cannot be remembered without the folder, so it is asked first. */
export function RemoveWatchDialog({ watch, onRemove, onClose }: RemoveWatchDialogProps) {
  return (
    <Modal
      opened={watch !== null}
      onClose={onClose}
      title={watch && `Stop watching “${baseNameOf(watch.folder)}”?`}
      centered
      size={460}
    >
      <Text size="sm">
        Its batches and all files stay. Sheaf forgets which files it has read there: if you watch it
        again, choose to leave alone what lies there, or pause it instead.
      </Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red" onClick={() => watch && onRemove(watch)}>
          Stop watching
        </Button>
      </Group>
    </Modal>
  )
}
