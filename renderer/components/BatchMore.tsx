import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconCopy,
  IconDots,
  IconEyeCheck,
  IconFilePlus,
  IconFolderPlus,
  IconLayoutGrid,
  IconPlayerStop,
  IconRefreshDot,
  IconTrash,
  IconWand,
} from '@tabler/icons-react'
import type { BatchSummary } from '../../electron/views.ts'
import classes from './BatchMore.module.css'
import { Keys } from './Keys.tsx'

export interface BatchMoreProps {
  readonly batch: BatchSummary
  /** To one field of all documents. */
  readonly onFields: () => void
  /** Shows fewer or more documents to look at. */
  readonly onThreshold: () => void
  readonly onCancelAfterPages: () => void
  readonly onRetryWith: () => void
  readonly onAdd: (what: 'folder' | 'files') => void
  readonly onReextract: () => void
  readonly onDuplicate: (templates: 'today' | 'frozen') => void
  readonly onDelete: () => void
}

const icon = { size: 17, stroke: 1.6 } as const

/** What is done with a batch now and then. */
export function BatchMore(props: BatchMoreProps) {
  const {
    batch,
    onFields,
    onThreshold,
    onCancelAfterPages,
    onRetryWith,
    onAdd,
    onReextract,
    onDuplicate,
    onDelete,
  } = props
  const { lifecycle, counts } = batch
  const isFinished = lifecycle === 'finished'
  const isEnding = lifecycle === 'cancelling'
  return (
    <Menu position="bottom-end" width={290} shadow="md" trapFocus>
      <Menu.Target>
        <Tooltip label="More">
          <ActionIcon variant="default" size={36} aria-label="More for this batch">
            <IconDots size={18} stroke={1.8} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {batch.kind === 'extract' && (
          <Menu.Item
            leftSection={<IconLayoutGrid {...icon} />}
            rightSection={<Keys command="batch.fields" />}
            onClick={onFields}
          >
            Check one field at a time
          </Menu.Item>
        )}
        {batch.kind === 'extract' && (
          <Menu.Item
            leftSection={<IconEyeCheck {...icon} />}
            rightSection={<Keys command="batch.threshold" />}
            onClick={onThreshold}
          >
            Look at fewer or more…
          </Menu.Item>
        )}
        {!isFinished && (
          <Menu.Item
            leftSection={<IconPlayerStop {...icon} />}
            disabled={isEnding}
            onClick={onCancelAfterPages}
          >
            Cancel after the current pages
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconRefreshDot {...icon} />}
          disabled={isEnding || counts.failed + counts.cancelled === 0}
          onClick={onRetryWith}
        >
          Retry with other settings…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderPlus {...icon} />}
          disabled={isEnding}
          onClick={() => onAdd('folder')}
        >
          Add a folder…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFilePlus {...icon} />}
          disabled={isEnding}
          onClick={() => onAdd('files')}
        >
          Add files…
        </Menu.Item>
        {batch.kind !== 'read' && (
          <Menu.Item leftSection={<IconWand {...icon} />} disabled={isEnding} onClick={onReextract}>
            Extract again with a template…
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>Read it once more, as a new batch</Menu.Label>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => onDuplicate('today')}>
          With today’s templates
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => onDuplicate('frozen')}>
          With the templates of this batch
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          className={classes.bad}
          leftSection={<IconTrash {...icon} />}
          rightSection={<Keys command="batch.delete" />}
          onClick={onDelete}
        >
          Delete batch
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
