import type { BatchSummary, Status, ThrottleCause } from '../views.ts'

/** Where an item stands in the store. Faces and exports speak `Status`, see `db/documentRows.ts`. */
export const itemStatuses = [
  'pending',
  'running',
  'done',
  'failed',
  'skipped',
  'cancelled',
] as const
export type ItemStatus = (typeof itemStatuses)[number]

/**
 * Every legal move of an item. The statements in `db/itemMoves.ts` carry the same guards in their
 * WHERE; a test tries each of them from each state and compares with this table.
 */
export const itemMoves: Readonly<Record<ItemStatus, readonly ItemStatus[]>> = {
  // Skipped: left out or removed, by the person's wish.
  pending: ['running', 'cancelled', 'skipped'],
  // Back to pending: paused, released by a clean end, or the process died.
  running: ['done', 'failed', 'skipped', 'cancelled', 'pending'],
  // Pending only by “retry”, when a page of it could not be read and nobody has worked on it.
  // Skipped, here and below: a person took it out of the batch.
  done: ['pending', 'skipped'],
  failed: ['pending', 'skipped'],
  // Only what a person took out, by putting it back as it was.
  skipped: ['pending', 'done', 'failed', 'cancelled'],
  cancelled: ['pending', 'skipped'],
}

/** What the person wants of a batch. Stored; everything else about its state is computed. */
export const intents = ['run', 'pause', 'cancel'] as const
export type Intent = (typeof intents)[number]

export type Counts = Readonly<Record<Status, number>>

export interface BatchState {
  readonly intent: Intent
  readonly counts: Counts
  /** This process is working on it. */
  readonly active: boolean
  /** Why it makes way for now; null: it does not. */
  readonly throttledBy: ThrottleCause | null
  readonly started: boolean
  /** All items are settled and the export, if one was asked for, was tried. */
  readonly ended: boolean
  /** Nobody has started it yet: its files are only looked into. */
  readonly draft?: boolean
  /** Of the skipped ones, those that the person wished to leave out: no trouble. */
  readonly leftOut?: number
}

/** Where a batch stands, from what the person wants and what its items did. */
export function lifecycleOf(batch: BatchState): BatchSummary['lifecycle'] {
  const open = batch.counts.pending + batch.counts.running
  if (batch.ended && open === 0) return 'finished'
  if (batch.draft) return 'draft'
  if (batch.intent === 'cancel') return 'cancelling'
  // Interrupted by a crash and not taken up again is a pause, too: it needs a resume.
  if (batch.intent === 'pause' || !batch.active) return 'paused'
  if (batch.throttledBy) return 'throttled'
  return batch.started ? 'running' : 'queued'
}

/** How a batch ended; null while items may still change. */
export function outcomeOf(batch: BatchState): BatchSummary['outcome'] {
  if (lifecycleOf(batch) !== 'finished') return null
  const { completed, needs_review, failed, cancelled } = batch.counts
  const skipped = batch.counts.skipped - (batch.leftOut ?? 0)
  // Also when it was opened again for more: what was given up is still not read.
  if (cancelled > 0) return 'cancelled'
  if (failed + skipped === 0) return 'completed'
  return completed + needs_review === 0 ? 'failed' : 'partial_failed'
}
