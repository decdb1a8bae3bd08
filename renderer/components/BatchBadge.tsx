import type { BatchSummary } from '../../electron/views.ts'
import { batchTone, batchWords } from '../words.ts'
import classes from './BatchBadge.module.css'

/** How a whole batch stands. */
export function BatchBadge({ batch }: { readonly batch: BatchSummary }) {
  return (
    <span className={classes.badge} data-tone={batchTone(batch)}>
      {batchWords(batch)}
    </span>
  )
}
