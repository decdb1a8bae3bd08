import { Button, Menu, Tooltip } from '@mantine/core'
import {
  IconChevronDown,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconX,
} from '@tabler/icons-react'
import type { ExportFormat } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { BatchMore, type BatchMoreProps } from './BatchMore.tsx'
import { ExportItems } from './ExportItems.tsx'
import { Keys } from './Keys.tsx'

interface BatchActionsProps {
  readonly batch: BatchSummary
  /** How many documents wait for a person. */
  readonly doubtful: number
  readonly onPause: () => void
  readonly onResume: () => void
  readonly onCancel: () => void
  readonly onRetry: () => void
  readonly onReview: () => void
  readonly onExport: (format: ExportFormat) => void
  readonly onChooseExport: () => void
  readonly onColumns: () => void
  readonly more: Omit<BatchMoreProps, 'batch'>
}

/** What can be done with a batch as it stands. */
export function BatchActions(props: BatchActionsProps) {
  const { batch, doubtful, onPause, onResume, onCancel, onRetry, onReview, onExport, more } = props
  const { lifecycle, counts } = batch
  const canRetry = lifecycle === 'finished' && counts.failed + counts.cancelled > 0
  const isFinished = lifecycle === 'finished'
  return (
    <>
      {(lifecycle === 'running' || lifecycle === 'throttled' || lifecycle === 'queued') && (
        <Tooltip label="Pause (P)">
          <Button
            variant="default"
            leftSection={<IconPlayerPause size={16} stroke={1.8} />}
            onClick={onPause}
          >
            Pause
          </Button>
        </Tooltip>
      )}
      {(lifecycle === 'paused' || lifecycle === 'draft') && (
        <Tooltip label="Resume (P)">
          <Button leftSection={<IconPlayerPlay size={16} stroke={1.8} />} onClick={onResume}>
            Resume
          </Button>
        </Tooltip>
      )}
      {!isFinished && lifecycle !== 'cancelling' && (
        <Tooltip label="Cancel (C)">
          <Button
            variant="default"
            leftSection={<IconX size={16} stroke={1.8} />}
            onClick={onCancel}
          >
            Cancel
          </Button>
        </Tooltip>
      )}
      {canRetry && (
        <Tooltip label="Retry what failed or was cancelled (R)">
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.8} />}
            onClick={onRetry}
          >
            {counts.failed > 0 ? 'Retry failed' : 'Read the rest'}
          </Button>
        </Tooltip>
      )}
      <Menu position="bottom-end" width={250} shadow="md" trapFocus>
        <Menu.Target>
          <Button
            variant={isFinished && doubtful === 0 ? 'filled' : 'default'}
            rightSection={<IconChevronDown size={15} stroke={1.8} />}
          >
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ExportItems
            kind={batch.kind}
            hasKeys
            onExport={onExport}
            onChoose={props.onChooseExport}
            onColumns={props.onColumns}
          />
        </Menu.Dropdown>
      </Menu>
      <BatchMore batch={batch} {...more} />
      {doubtful > 0 && isFinished && (
        <Button rightSection={<Keys command="batch.review" />} onClick={onReview}>
          Review {doubtful.toLocaleString('en')}
        </Button>
      )}
    </>
  )
}
