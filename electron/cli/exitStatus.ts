import type { BatchSummary } from '../views.ts'

export const exit = { good: 0, usage: 1, someFailed: 2, failed: 3, interrupted: 130 } as const

/** What a batch means for whoever started the program. A document that needs review is no failure. */
export function exitStatusOf(batch: BatchSummary, isInterrupted: boolean): number {
  if (batch.error) return exit.failed
  switch (batch.outcome) {
    case 'completed':
      return exit.good
    case 'partial_failed':
    case 'cancelled':
      return exit.someFailed
    case 'failed':
      return exit.failed
    case null:
      return isInterrupted ? exit.interrupted : exit.failed
  }
}
