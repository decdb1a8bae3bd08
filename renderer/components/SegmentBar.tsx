import type { BatchSummary } from '../../electron/views.ts'
import { statusOrder, statusTones, statusWords } from '../words.ts'
import classes from './SegmentBar.module.css'

/** How a batch is made up, as lengths; the counts stand beside it in words. */
export function SegmentBar({ counts }: { readonly counts: BatchSummary['counts'] }) {
  const present = statusOrder.filter((status) => counts[status] > 0)
  const label = present.map((status) => `${statusWords[status]}: ${counts[status]}`).join(', ')
  return (
    <div className={classes.bar} role="img" aria-label={label}>
      {present.map((status) => (
        <span
          key={status}
          className={classes.segment}
          data-tone={statusTones[status]}
          data-status={status}
          style={{ flexGrow: counts[status] }}
        />
      ))}
    </div>
  )
}
