import { resolve } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import type { Core } from '../core.ts'
import { findBatch } from '../db/batches.ts'
import { exportBatch } from '../exportBatch.ts'
import type { HandlersOf } from './index.ts'

export function exportHandlers(core: Core): HandlersOf<'export'> {
  return {
    'export.write': ({ batchId, path, selection, ...options }) => {
      const batch = findBatch(core.db, batchId)
      if (!batch) throw new AppError('not_found', { what: 'batch' })
      return exportBatch(core, batch, resolve(path), { selection, options })
    },
  }
}
