import { AppError } from '../../../workers/errors.ts'
import type { BatchSummary, DocumentRow } from '../../views.ts'
import { acceptValues, batchValues } from '../batchValues.ts'
import type { Core } from '../core.ts'
import { createBatch } from '../createBatch.ts'
import {
  type Batch,
  findBatch,
  listBatches,
  reopenBatch,
  restartPercent,
  setIntent,
  setTrouble,
} from '../db/batches.ts'
import { listDeleted } from '../db/deletion.ts'
import { countRows, listRows, type TableRow } from '../db/documentRows.ts'
import { listFieldNames } from '../db/fieldValues.ts'
import { findRows } from '../db/foundRows.ts'
import { retryItems } from '../db/itemMoves.ts'
import { atomically } from '../db/open.ts'
import { countUnsearched } from '../db/pageTerms.ts'
import { countUnreadItems } from '../db/unreadItems.ts'
import { deleteBatch, purgeNow, restoreBatch } from '../deleteBatch.ts'
import { discardDraft } from '../discardDraft.ts'
import { draftBatch } from '../draftBatch.ts'
import { excerptsOf } from '../excerpts.ts'
import { ledgerOf } from '../ledger.ts'
import { ownReading } from '../ownReading.ts'
import { preflight } from '../preflight.ts'
import type { Runner } from '../runner.ts'
import { startDraft } from '../startDraft.ts'
import { failure, summaryOf } from '../summary.ts'
import { unlock, unlockLater } from '../unlock.ts'
import { listUnread } from '../unread.ts'
import { batchChanges } from './batchChanges.ts'
import { batchSelection } from './batchSelection.ts'
import type { HandlersOf } from './index.ts'

export function batchHandlers(core: Core, runner: Runner): HandlersOf<'batch'> {
  const { db, events } = core

  function stored(batchId: string): Batch {
    const batch = findBatch(db, batchId)
    if (!batch) throw new AppError('not_found', { what: 'batch' })
    return batch
  }

  /** One that something may be done with: a deleted one is restored first. */
  function known(batchId: string): Batch {
    const batch = stored(batchId)
    if (batch.deletedAt) throw new AppError('batch_deleted', { name: batch.name })
    return batch
  }

  function summary(batchId: string): BatchSummary {
    const found = summaryOf(db, runner, batchId)
    if (!found) throw new AppError('not_found', { what: 'batch' })
    return found
  }

  /** A change of the person's mind: told at once, and answered with how the batch stands now. */
  function settled(batchId: string): BatchSummary {
    events.batchSettled(batchId)
    return summary(batchId)
  }

  return {
    'batch.create': async (input) => {
      const batchId = await createBatch(core, input)
      runner.start(batchId)
      return summary(batchId)
    },
    'batch.list': ({ deleted, after, limit }) =>
      (deleted ? listDeleted(db, limit) : listBatches(db, { after, limit })).map(summary),
    'batch.get': ({ batchId }) => summary(batchId),
    'batch.pause': ({ batchId }) => {
      const batch = known(batchId)
      if (batch.finishedAt || batch.intent === 'cancel') return summary(batchId)
      setIntent(db, batchId, 'pause')
      runner.stop(batchId)
      return settled(batchId)
    },
    'batch.resume': ({ batchId, passwords }) => {
      const before = known(batchId)
      const batch = unlockLater(core, before, passwords) > 0 ? known(batchId) : before
      // A finished batch is taken up again only for what it still owes: its export.
      if (batch.finishedAt ? !batch.error : batch.intent === 'cancel') return summary(batchId)
      if (batch.finishedAt) reopenBatch(db, batchId)
      setTrouble(db, batchId, null)
      setIntent(db, batchId, 'run')
      runner.start(batchId)
      return settled(batchId)
    },
    'batch.unlock': async ({ batchId, password }) => {
      const opened = await unlock(core, known(batchId), password)
      const { intent } = known(batchId)
      if (opened > 0 && intent === 'run') runner.start(batchId)
      const { locked: stillLocked } = settled(batchId)
      return { opened, stillLocked }
    },
    'batch.cancel': ({ batchId, when }) => {
      if (known(batchId).finishedAt) return summary(batchId)
      setIntent(db, batchId, 'cancel')
      runner.cancel(batchId, when)
      return settled(batchId)
    },
    'batch.retry': ({ batchId, passwords, itemIds, ...wish }) => {
      known(batchId)
      core.passwords.add(batchId, passwords)
      const reading = ownReading(core, batchId, wish)
      const again = atomically(db, () => {
        const items = retryItems(db, batchId, { reading, itemIds })
        if (items === 0) return 0
        reopenBatch(db, batchId)
        restartPercent(db, batchId)
        return items
      })
      if (again > 0) runner.start(batchId)
      return settled(batchId)
    },
    'batch.delete': async ({ batchId }) => {
      await deleteBatch(core, runner, stored(batchId))
      return settled(batchId)
    },
    'batch.restore': ({ batchId }) => {
      restoreBatch(core, stored(batchId))
      return settled(batchId)
    },
    'batch.purge': async ({ batchId }) => {
      await purgeNow(core, runner, stored(batchId))
      return { purged: true }
    },
    'batch.documents': ({ batchId, statuses, search, after, limit }) => {
      stored(batchId)
      const filter = { batchId, statuses: [...new Set(statuses)], search: search.trim() }
      const found = findRows(db, filter)
      const listed = listRows(db, { ...filter, after, limit }, found)
      const isAll = after < 0 && listed.length < limit
      return {
        rows: listed.map(documentRow),
        total: isAll ? listed.length : countRows(db, filter, found),
        unsearched: filter.search === '' ? 0 : countUnsearched(db, batchId),
      }
    },
    'batch.excerpts': ({ batchId, search, rows }) => {
      stored(batchId)
      return { excerpts: [...excerptsOf(db, { batchId, search: search.trim(), rows })] }
    },
    ...batchChanges(core, runner, { known, summary, settled }),
    ...batchSelection(core, runner, { known }),
    'batch.draft': async (input) => {
      const batchId = await draftBatch(core, input)
      runner.start(batchId)
      return summary(batchId)
    },
    'batch.preflight': ({ batchId, most, ...change }) =>
      preflight(core, known(batchId), { change, most }),
    'batch.start': async ({ batchId, ...change }) => {
      if (await startDraft(core, batchId, change)) runner.start(batchId)
      return settled(batchId)
    },
    'batch.discard': ({ batchId }) => {
      discardDraft(core, runner, batchId)
      return {}
    },
    'batch.ledger': ({ batchId }) => {
      known(batchId)
      return ledgerOf(db, batchId)
    },
    'batch.unread': ({ batchId, code, after, limit }) => {
      known(batchId)
      const filter = { batchId, code }
      const lines = [...listUnread(db, { ...filter, after, limit })]
      return { lines, files: countUnreadItems(db, filter) }
    },
    'batch.fields': ({ batchId }) => {
      known(batchId)
      return listFieldNames(db, batchId)
    },
    'batch.values': (input) => {
      known(input.batchId)
      return batchValues(core, input)
    },
    'batch.acceptValues': (input) => {
      known(input.batchId)
      return { documentIds: [...acceptValues(core, input)] }
    },
  }
}

function documentRow(row: TableRow): DocumentRow {
  const { errorCode, errorDetails, missingPages, isPostponed, ...shown } = row
  const error = errorCode && failure({ code: errorCode, details: JSON.parse(errorDetails ?? '{}') })
  return {
    ...{ ...shown, error },
    missingPages: JSON.parse(missingPages),
    isPostponed: isPostponed === 1,
  }
}
