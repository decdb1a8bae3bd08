import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconChevronDown,
  IconDots,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypeCsv,
  IconJson,
  IconMarkdown,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
  IconTrash,
  IconX,
} from '@tabler/icons-react'
import { type ExportFormat, isFormatOf } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { BatchMore, type BatchMoreProps } from './BatchMore.tsx'
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
  readonly onDelete: () => void
  readonly onExport: (format: ExportFormat) => void
  readonly more: Omit<BatchMoreProps, 'batch'>
}

const formats = [
  { format: 'xlsx', words: 'Excel workbook', icon: IconFileSpreadsheet, keys: 'batch.exportXlsx' },
  { format: 'csv', words: 'CSV table', icon: IconFileTypeCsv, keys: 'batch.exportCsv' },
  { format: 'json', words: 'JSON with every detail', icon: IconJson, keys: 'batch.exportJson' },
  { format: 'txt', words: 'Plain text', icon: IconFileText, keys: null },
  { format: 'md', words: 'Markdown with tables', icon: IconMarkdown, keys: null },
] as const

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
      <BatchMore batch={batch} {...more} />
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
          {formats
            .filter(({ format }) => isFormatOf(batch.kind, format))
            .map(({ format, words, icon: Icon, keys }) => (
              <Menu.Item
                key={format}
                leftSection={<Icon size={17} stroke={1.6} />}
                rightSection={keys && <Keys command={keys} />}
                onClick={() => onExport(format)}
              >
                {words}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" width={250} shadow="md" trapFocus>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label="More for this batch">
            <IconDots size={17} stroke={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={17} stroke={1.6} />}
            rightSection={<Keys command="batch.delete" />}
            onClick={props.onDelete}
          >
            Delete batch
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {doubtful > 0 && isFinished && (
        <Button rightSection={<Keys command="batch.review" />} onClick={onReview}>
          Review {doubtful}
        </Button>
      )}
    </>
  )
}
