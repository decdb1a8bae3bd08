import { Button, Group, Modal, Text } from '@mantine/core'
import type { ClientView } from '../../electron/views.ts'

interface RevokeDialogProps {
  /** Whose key is meant; null: closed. */
  readonly program: ClientView | null
  readonly onRevoke: (program: ClientView) => void
  readonly onClose: () => void
}

/** A key that was taken away does not come back. */
export function RevokeDialog({ program, onRevoke, onClose }: RevokeDialogProps) {
  return (
    <Modal
      opened={program !== null}
      onClose={onClose}
      title={`Revoke the key of “${program?.name ?? ''}”?`}
      centered
      size={460}
    >
      <Text size="sm">
        The program is refused from now on, also in the middle of a batch. What it began goes on.
        The key cannot be brought back; a new one can be made.
      </Text>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button color="red" onClick={() => program && onRevoke(program)}>
          Revoke
        </Button>
      </Group>
    </Modal>
  )
}
