import { VisuallyHidden } from '@mantine/core'
import { throttleWords } from '../../electron/choices.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { durationOf, progressOf, secondsBetween, timeLeftOf } from '../format.ts'
import { counted } from '../words.ts'
import classes from './BatchProgress.module.css'
import { SegmentBar } from './SegmentBar.tsx'

interface BatchProgressProps {
  readonly batch: BatchSummary
  readonly documents: number
  /** Documents that are not read. */
  readonly left: number
}

/** How far a batch is: one large number, one quiet line, and time in words. */
export function BatchProgress({ batch, documents, left }: BatchProgressProps) {
  const isFinished = batch.lifecycle === 'finished'
  return (
    <section className={classes.progress} aria-label="Progress">
      <span className={classes.percent}>{progressOf(batch.percent)}</span>
      <div className={classes.middle}>
        {isFinished ? (
          <SegmentBar counts={batch.counts} />
        ) : (
          <div
            className={classes.track}
            role="progressbar"
            aria-label="Pages read"
            aria-valuenow={Math.floor(batch.percent)}
            aria-valuemin={0}
            aria-valuemax={100}
            data-lifecycle={batch.lifecycle}
          >
            <span className={classes.fill} style={{ width: `${batch.percent}%` }} />
          </div>
        )}
        <div className={classes.below}>
          <dl className={classes.figures}>
            <Figure name="Pages" value={`${batch.pagesDone} of ${batch.pagesTotal}`} />
            <Figure name="Documents" value={`${documents - left} of ${documents}`} />
            {batch.pagesKept > 0 && <Figure name="Read before" value={`${batch.pagesKept}`} />}
            {batch.pagesPerMinute !== null && !isFinished && (
              <Figure name="Pages a minute" value={batch.pagesPerMinute.toFixed(0)} />
            )}
          </dl>
          <span className={classes.time}>{timeOf(batch)}</span>
        </div>
      </div>
      <VisuallyHidden role="status" aria-live="polite">
        {announcementOf(batch)}
      </VisuallyHidden>
    </section>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function timeOf(batch: BatchSummary): string {
  switch (batch.lifecycle) {
    case 'finished': {
      const seconds = secondsBetween(batch.startedAt, batch.finishedAt)
      const [how, alone] =
        batch.outcome === 'cancelled'
          ? ['Cancelled after', 'Cancelled']
          : ['Finished in', 'Finished']
      return seconds === null ? alone : `${how} ${durationOf(seconds)}`
    }
    case 'paused':
      return 'Paused; nothing is lost'
    case 'cancelling':
      return 'Stopping after the pages in hand…'
    case 'draft':
    case 'queued':
      return 'Waiting for the batch before it'
    case 'throttled':
      return throttleWords[batch.throttledBy ?? 'low_memory']
    case 'running':
      if (batch.secondsLeft !== null) return timeLeftOf(batch.secondsLeft)
      return 'Measuring the speed…'
  }
}

/** Changes every ten percent and at turns only, so that a screen reader is not talked over. */
function announcementOf(batch: BatchSummary): string {
  if (batch.outcome === 'cancelled')
    return `${timeOf(batch)}, ${batch.pagesDone} of ${counted(batch.pagesTotal, 'page')} read`
  if (batch.lifecycle !== 'running') return timeOf(batch)
  const tens = Math.floor(batch.percent / 10) * 10
  return `${tens} percent read, ${counted(batch.items, 'file')} in all`
}
