import type { Ledger } from '../views.ts'
import {
  countIncomplete,
  type FailedSum,
  type ItemSum,
  sumFailedPages,
  sumItems,
  sumLeftOut,
  sumReadPages,
} from './db/ledgerSums.ts'
import type { Db } from './db/open.ts'
import type { ItemStatus } from './status.ts'

type Reason = Ledger['reasons'][number]

/** Where pages end that have no state of their own: as their item did. A done item has none. */
const endOf = {
  pending: 'open',
  running: 'open',
  done: null,
  failed: 'failed',
  skipped: 'skipped',
  cancelled: 'skipped',
} as const satisfies Record<ItemStatus, string | null>

/**
 * Every file and page of a batch, by how it ended. Pages known are counted from the files and pages settled one
 * by one, so that the sum proves itself: a page that was lost on the way would be missing in it.
 */
export function ledgerOf(db: Db, batchId: string): Ledger {
  const items = sumItems(db, batchId)
  const read = sumReadPages(db, batchId)
  const failed = sumFailedPages(db, batchId)
  const leftOut = sumLeftOut(db, batchId)
  const files = (status: ItemStatus) => sum(ended(items, status), (group) => group.files)
  const rest = (end: 'open' | 'failed' | 'skipped') =>
    sum(
      items.filter(({ status }) => endOf[status] === end),
      (group) => group.rest,
    )
  const open = sum(failed, (group) => group.open)
  const pages = {
    all: sum(items, (group) => group.pages),
    read: sum(read, (group) => group.pages),
    failed: sum(failed, (group) => group.pages) - open + rest('failed'),
    skipped: rest('skipped') + leftOut.pages,
    open: open + rest('open'),
  }
  return {
    files: {
      all: sum(items, (group) => group.files),
      read: files('done'),
      failed: files('failed'),
      skipped: files('skipped') + files('cancelled'),
      open: files('pending') + files('running'),
    },
    pages,
    isProven: pages.read + pages.failed + pages.skipped + pages.open === pages.all,
    incomplete: countIncomplete(db, batchId),
    uncounted: sum(items, (group) => group.uncounted),
    readers: readersOf(read),
    pagesKept: sum(
      read.filter(({ kept }) => kept === 1),
      (group) => group.pages,
    ),
    reasons: reasonsOf(items, failed, leftOut),
  }
}

function readersOf(read: ReturnType<typeof sumReadPages>): Ledger['readers'] {
  const names = [...new Set(read.map(({ reader }) => reader ?? 'unknown'))]
  return names
    .map((reader) => ({
      reader,
      pages: sum(
        read.filter((group) => (group.reader ?? 'unknown') === reader),
        (group) => group.pages,
      ),
    }))
    .sort((a, b) => b.pages - a.pages)
}

/** What was not read, by its reason: whole files, and pages of files that were read but for them. */
function reasonsOf(
  items: readonly ItemSum[],
  failed: readonly FailedSum[],
  leftOut: ReturnType<typeof sumLeftOut>,
): Ledger['reasons'] {
  const reasons = new Map<string, Reason>()
  const add = ({ state, code, ...more }: Reason) => {
    const key = `${state} ${code}`
    const known = reasons.get(key) ?? { state, code, pages: 0, files: 0, partly: 0, uncounted: 0 }
    reasons.set(key, {
      ...{ state, code },
      pages: known.pages + more.pages,
      files: known.files + more.files,
      partly: known.partly + more.partly,
      uncounted: known.uncounted + more.uncounted,
    })
  }
  for (const { status, code, files, uncounted, rest } of items) {
    const state = endOf[status]
    if (state !== 'failed' && state !== 'skipped') continue
    add({ state, code: code ?? status, pages: rest, files, partly: 0, uncounted })
  }
  for (const { code, pages, open, incomplete } of failed)
    if (pages > open)
      add({
        ...{ state: 'failed', code, pages: pages - open },
        ...{ files: 0, partly: incomplete, uncounted: 0 },
      })
  if (leftOut.pages > 0)
    add({
      ...{ state: 'skipped', code: 'left_out', pages: leftOut.pages },
      ...{ files: 0, partly: leftOut.files, uncounted: 0 },
    })
  return [...reasons.values()].sort(
    (a, b) =>
      a.state.localeCompare(b.state) ||
      b.pages - a.pages ||
      b.files - a.files ||
      a.code.localeCompare(b.code),
  )
}

function ended(items: readonly ItemSum[], status: ItemStatus): readonly ItemSum[] {
  return items.filter((group) => group.status === status)
}

function sum<T>(list: readonly T[], of: (entry: T) => number): number {
  return list.reduce((total, entry) => total + of(entry), 0)
}
