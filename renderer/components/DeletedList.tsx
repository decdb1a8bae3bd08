import { Button } from '@mantine/core'
import type { BatchSummary } from '../../electron/views.ts'
import { whenOf } from '../format.ts'
import { counted } from '../words.ts'
import classes from './DeletedList.module.css'

interface DeletedListProps {
  readonly batches: readonly BatchSummary[]
  readonly onRestore: (batch: BatchSummary) => void
  readonly onPurge: (batch: BatchSummary) => void
}

/** Batches that were deleted and can still be had back. */
export function DeletedList({ batches, onRestore, onPurge }: DeletedListProps) {
  return (
    <ul className={classes.list} aria-label="Recently deleted">
      {batches.map((batch) => (
        <li key={batch.id} className={classes.row}>
          <span className={classes.name}>{batch.name}</span>
          <span className={classes.meta}>
            {counted(batch.pagesTotal, 'page')} · deleted {whenOf(batch.deletedAt ?? '')}
          </span>
          <Button size="compact-sm" variant="default" onClick={() => onRestore(batch)}>
            Restore
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => onPurge(batch)}>
            Delete for good
          </Button>
        </li>
      ))}
    </ul>
  )
}
