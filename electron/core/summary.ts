import { sentenceOf } from '../../workers/errors.ts'
import type { Failure } from '../contract.ts'
import type { BatchSummary, ThrottleCause } from '../views.ts'
import { type Batch, findBatch, showPercent, type Trouble } from './db/batches.ts'
import { countItems, type ItemCount } from './db/itemProgress.ts'
import { countStale } from './db/items.ts'
import type { Db } from './db/open.ts'
import { countSetAside } from './db/reviewQueue.ts'
import { type BatchState, type Counts, lifecycleOf, outcomeOf } from './status.ts'

/** What only the process that is working on a batch knows about it. */
export interface Live {
  isActive(batchId: string): boolean
  pagesPerMinute(batchId: string): number | null
  /** Why it makes way for now; null: it does not. */
  throttledBy(batchId: string): ThrottleCause | null
  /** What stopped it, where not even that could be written down: on a full disk. */
  trouble?(batchId: string): Trouble | null
}

/** How a batch stands, counted now. */
export function summaryOf(db: Db, live: Live, batchId: string): BatchSummary | null {
  const batch = findBatch(db, batchId)
  if (!batch) return null
  const items = countItems(db, batchId)
  const state = stateOf(batch, items, live)
  const lifecycle = lifecycleOf(state)
  const pagesTotal = sum(items, ({ pages }) => pages)
  const pagesDone = sum(items, ({ pagesDone }) => pagesDone)
  const outcome = outcomeOf(state)
  // A cancelled batch stays where it was stopped: not all of it was done.
  const percent =
    outcome === 'cancelled'
      ? percentOf(items)
      : lifecycle === 'finished'
        ? 100
        : Math.max(batch.percentShown, percentOf(items, countStale(db, batchId)))
  if (percent > batch.percentShown) remember(() => showPercent(db, batchId, percent))
  const error = batch.error ?? live.trouble?.(batchId) ?? null
  const pagesPerMinute = live.pagesPerMinute(batchId)
  const { id, name, reference, kind, priority, template, sources } = batch
  const { createdAt, startedAt, finishedAt } = batch
  return {
    ...{ id, name, reference, kind, priority, template, sources: [...sources] },
    lifecycle,
    throttledBy: lifecycle === 'throttled' ? state.throttledBy : null,
    outcome,
    ...{ createdAt, startedAt, finishedAt },
    counts: { ...state.counts },
    ...countSetAside(db, batchId),
    items: sum(items, (group) => group.items),
    pagesDone,
    pagesTotal,
    locked: sum(items, ({ locked }) => locked),
    pagesKept: sum(items, ({ pagesKept }) => pagesKept),
    percent,
    secondsLeft:
      lifecycle === 'running' && pagesPerMinute
        ? Math.round((unreadPages(items) / pagesPerMinute) * 60)
        : null,
    pagesPerMinute,
    error: error && failure(error),
    deletedAt: batch.deletedAt,
  }
}

/** On a full disk the percent cannot be kept; that is no reason not to show it. */
function remember(keep: () => void): void {
  try {
    keep()
  } catch {}
}

/** A stored code and its details as the sentence for a person. */
export function failure({ code, details }: Trouble): Failure {
  return { code, message: sentenceOf(code, details), details }
}

function stateOf(batch: Batch, items: readonly ItemCount[], live: Live): BatchState {
  return {
    intent: batch.intent,
    counts: countsOf(items),
    active: live.isActive(batch.id),
    throttledBy: live.throttledBy(batch.id),
    started: batch.startedAt !== null,
    ended: batch.finishedAt !== null,
    draft: batch.draft !== null,
    leftOut: sum(items, (group) => group.leftOut),
  }
}

function countsOf(items: readonly ItemCount[]): Counts {
  const of = (status: ItemCount['status'], review?: 0 | 1) =>
    sum(
      items.filter(
        (group) => group.status === status && (review ?? group.needsReview) === group.needsReview,
      ),
      (group) => group.items,
    )
  return {
    pending: of('pending'),
    running: of('running'),
    completed: of('done', 0),
    needs_review: of('done', 1),
    failed: of('failed'),
    skipped: of('skipped'),
    cancelled: of('cancelled'),
  }
}

const notDone: ReadonlySet<ItemCount['status']> = new Set(['pending', 'running', 'cancelled'])

/** What a page costs beside which opening a file and extracting its documents is counted. */
const cost = { inspect: 0.1, extract: 0.2 }

/**
 * Work done of work known, 0 to 99.9. A file that nobody has opened yet is taken for one page; `stale` ones
 * are read, but owed another extraction.
 */
export function percentOf(items: readonly ItemCount[], stale = 0): number {
  let done = -stale * cost.extract
  let all = 0
  for (const group of items) {
    const isOpen = notDone.has(group.status)
    const unopened = isOpen ? group.items - group.inspected : 0
    const total = group.items * (cost.inspect + cost.extract) + group.pages + unopened
    all += total
    done += isOpen ? group.inspected * cost.inspect + group.pagesDone : total
  }
  return all === 0 ? 0 : Math.min(99.9, Math.floor((done / all) * 1000) / 10)
}

function unreadPages(items: readonly ItemCount[]): number {
  const open = items.filter(({ status }) => status === 'pending' || status === 'running')
  return sum(open, ({ pages, pagesDone }) => pages - pagesDone)
}

function sum(items: readonly ItemCount[], of: (group: ItemCount) => number): number {
  return items.reduce((total, group) => total + of(group), 0)
}
