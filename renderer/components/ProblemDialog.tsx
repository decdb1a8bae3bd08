import { Button, Group, Modal, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { DocumentRow } from '../../electron/views.ts'
import { CopyDetails } from './CopyDetails.tsx'
import { StatusChip } from './StatusChip.tsx'

interface ProblemDialogProps {
  readonly batchId: string
  readonly row: DocumentRow | null
  /** Present when reading can be tried again. */
  readonly onRetry: (() => void) | null
  readonly onClose: () => void
}

/** A file that became no document: the whole sentence, the whole path, and what can be done. */
export function ProblemDialog({ batchId, row, onRetry, onClose }: ProblemDialogProps) {
  return (
    <Modal opened={row !== null} onClose={onClose} title={row?.filename} centered size={520}>
      {row && (
        <>
          <StatusChip status={row.status} />
          <Text size="md" mt="xs">
            {row.error?.message}
          </Text>
          <Text size="xs" c="dimmed" mt="sm" style={{ overflowWrap: 'anywhere' }}>
            {row.path}
          </Text>
        </>
      )}
      <Group justify="flex-end" gap="xs" mt="lg">
        {row?.error && (
          <CopyDetails code={row.error.code} ids={{ batch: batchId, item: row.itemId }} />
        )}
        {onRetry && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.8} />}
            onClick={() => {
              onRetry()
              onClose()
            }}
          >
            Retry failed
          </Button>
        )}
        <Button onClick={onClose} data-autofocus>
          Close
        </Button>
      </Group>
    </Modal>
  )
}
