import { IconChevronRight } from '@tabler/icons-react'
import type { BatchSummary } from '../../electron/views.ts'
import { durationOf, progressOf, secondsBetween, timeLeftOf, whenOf } from '../format.ts'
import { hrefOf } from '../router.ts'
import { counted } from '../words.ts'
import { BatchBadge } from './BatchBadge.tsx'
import classes from './BatchList.module.css'
import { SegmentBar } from './SegmentBar.tsx'

/** Batches, newest first; each row is a link, so Enter, middle click and “back” just work. */
export function BatchList({ batches }: { readonly batches: readonly BatchSummary[] }) {
  return (
    <ul className={classes.list} data-batches>
      {batches.map((batch) => (
        <li key={batch.id}>
          <a className={classes.row} href={hrefOf({ view: 'batch', id: batch.id })}>
            <span className={classes.what}>
              <span className={classes.name}>{batch.name}</span>
              <span className={classes.meta}>
                {[batch.reference, counted(batch.pagesTotal, 'page'), whenOf(batch.createdAt)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className={classes.state}>
              <SegmentBar counts={batch.counts} />
              <span className={classes.meta}>{madeUpOf(batch)}</span>
            </span>
            <span className={classes.badge}>
              <BatchBadge batch={batch} />
              <span className={classes.meta}>{timeOf(batch)}</span>
            </span>
            <IconChevronRight size={16} stroke={1.6} className={classes.arrow} aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  )
}

function madeUpOf({ counts, items }: BatchSummary): string {
  const parts = [
    counts.completed > 0 && `${counts.completed} done`,
    counts.needs_review > 0 && `${counts.needs_review} to review`,
    counts.failed > 0 && `${counts.failed} failed`,
    counts.skipped > 0 && `${counts.skipped} skipped`,
    counts.cancelled > 0 && `${counts.cancelled} cancelled`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : counted(items, 'file')
}

function timeOf(batch: BatchSummary): string {
  if (batch.lifecycle === 'draft') return 'not started yet'
  if (batch.lifecycle === 'finished') {
    const seconds = secondsBetween(batch.startedAt, batch.finishedAt)
    if (seconds === null) return ''
    return `${batch.outcome === 'cancelled' ? 'after' : 'in'} ${durationOf(seconds)}`
  }
  const left = batch.lifecycle === 'running' && batch.secondsLeft !== null
  return [progressOf(batch.percent), left && timeLeftOf(batch.secondsLeft ?? 0)]
    .filter(Boolean)
    .join(', ')
}
