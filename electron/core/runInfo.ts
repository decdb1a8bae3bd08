import type { RunInfo, UnreadPages } from '../../workers/export/record.ts'
import type { Status } from '../views.ts'
import type { Core } from './core.ts'
import { type Batch, configOf } from './db/batches.ts'
import { countRows } from './db/documentRows.ts'
import { lastEnd } from './db/itemProgress.ts'
import type { Db } from './db/open.ts'
import { listEngines } from './db/readings.ts'
import type { Selection } from './exportRecords.ts'
import { ledgerOf } from './ledger.ts'
import { partialWords } from './partialWords.ts'
import { listUnread } from './unread.ts'

/** What is summed up of records while they are laid down. */
export interface RecordSums {
  readonly counts: Readonly<Partial<Record<Status, number>>>
  readonly pages: number
  readonly records: number
  /** Records that are documents. */
  readonly documents: number
}

/** The batch itself, for the sheet Run. */
export function runInfoOf(
  { db, version }: Core,
  batch: Batch,
  { counts, pages, records }: RecordSums,
  { selection, exportedAt }: { selection: Selection | null; exportedAt: string },
): RunInfo {
  const config = configOf(db, batch.id)
  const ledger = ledgerOf(db, batch.id)
  const partial = partialWords(ledger, selection)
  return {
    batchId: batch.id,
    name: batch.name,
    reference: batch.reference,
    sources: batch.sources,
    templates: (config?.templates ?? []).map(({ name, version }) => ({ name, version })),
    appVersion: config?.appVersion ?? version,
    engine: listEngines(db, batch.id).join(', ') || null,
    startedAt: batch.startedAt,
    // Of the reading: the batch itself is over only when its export is written.
    finishedAt: lastEnd(db, batch.id),
    exportedAt,
    ...{ counts, pages },
    ledger,
    ...(partial !== null && { partial }),
    unread: unreadOf(db, batch.id),
    ...(selection && {
      selection: { rows: records, of: countRows(db, { ...all, batchId: batch.id }) },
    }),
  }
}

const all = { statuses: [], search: '' } as const

/** All that was not read, for the sheet Ledger. */
function unreadOf(db: Db, batchId: string): readonly UnreadPages[] {
  const limit = Number.MAX_SAFE_INTEGER
  return listUnread(db, { batchId, code: null, after: -1, limit })
}
