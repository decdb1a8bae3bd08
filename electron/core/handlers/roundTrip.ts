import { resolve } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import type { Core } from '../core.ts'
import { findBatch } from '../db/batches.ts'
import { applyCorrections } from '../roundTrip/applyCorrections.ts'
import { compareExport } from '../roundTrip/compareExport.ts'
import type { HandlersOf } from './index.ts'

/** Exports that come back corrected. */
export function roundTripHandlers(core: Core): HandlersOf<'roundTrip'> {
  return {
    'roundTrip.compare': ({ path }) => compareExport(core, resolve(path)),
    'roundTrip.apply': ({ batchId, corrections }) => {
      const batch = findBatch(core.db, batchId)
      if (!batch) throw new AppError('not_found', { what: 'batch' })
      if (batch.deletedAt !== null) throw new AppError('batch_deleted', { name: batch.name })
      return applyCorrections(core, batchId, corrections)
    },
  }
}
