import type { Core } from './core.ts'
import { readSettings } from './db/settings.ts'
import { type Live, summaryOf } from './summary.ts'

const atRest: Live = {
  isActive: () => false,
  pagesPerMinute: () => null,
  throttledBy: () => null,
}

/** Tells the person through the system that a batch is over, where the host can and they want it. */
export function notifyEnd({ db, host }: Core, batchId: string): void {
  if (!host.notify || !readSettings(db).notifyAtEnd) return
  const summary = summaryOf(db, atRest, batchId)
  // Who cancels knows.
  if (summary?.lifecycle !== 'finished' || summary.outcome === 'cancelled') return
  const { name, counts, error } = summary
  const parts = [
    ...(error ? [error.message] : []),
    `${counts.completed} completed`,
    ...(counts.needs_review > 0 ? [`${counts.needs_review} to review`] : []),
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
  ]
  host.notify({ batchId, title: `${name} is finished`, words: parts.join(' · ') })
}
