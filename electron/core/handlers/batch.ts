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
import { countRows, listRows, type TableRow } from '../db/documentRows.ts'
import { listFieldNames } from '../db/fieldValues.ts'
import { retryItems } from '../db/itemMoves.ts'
import { atomically } from '../db/open.ts'
import type { Runner } from '../runner.ts'
import { failure, summaryOf } from '../summary.ts'
import { unlock, unlockLater } from '../unlock.ts'
import type { HandlersOf } from './index.ts'

export function batchHandlers(core: Core, runner: Runner): HandlersOf<'batch'> {
  const { db, events } = core

  function known(batchId: string): Batch {
    const batch = findBatch(db, batchId)
    if (!batch) throw new AppError('not_found', { what: 'batch' })
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
    'batch.list': () => listBatches(db).map(({ id }) => summary(id)),
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
    'batch.cancel': ({ batchId }) => {
      if (known(batchId).finishedAt) return summary(batchId)
      setIntent(db, batchId, 'cancel')
      runner.cancel(batchId)
      return settled(batchId)
    },
    'batch.retry': ({ batchId }) => {
      known(batchId)
      const again = atomically(db, () => {
        const items = retryItems(db, batchId)
        if (items === 0) return 0
        reopenBatch(db, batchId)
        restartPercent(db, batchId)
        return items
      })
      if (again > 0) runner.start(batchId)
      return settled(batchId)
    },
    'batch.documents': ({ batchId, statuses, search, after, limit }) => {
      known(batchId)
      const filter = { batchId, statuses, search: search.trim() }
      const found = listRows(db, { ...filter, after, limit })
      return { rows: found.map(documentRow), total: countRows(db, filter) }
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

function documentRow({ errorCode, errorDetails, isPostponed, ...row }: TableRow): DocumentRow {
  const error = errorCode && failure({ code: errorCode, details: JSON.parse(errorDetails ?? '{}') })
  return { ...row, isPostponed: isPostponed === 1, error }
}
