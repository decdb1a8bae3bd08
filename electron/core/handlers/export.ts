import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { AppError } from '../../../workers/errors.ts'
import { assertColumnsKnown, chooseLayout } from '../chooseLayout.ts'
import type { Core } from '../core.ts'
import { type Batch, findBatch } from '../db/batches.ts'
import { findExport, listExports } from '../db/exports.ts'
import { exportBatch } from '../exportBatch.ts'
import { layoutSources } from '../layoutSources.ts'
import type { HandlersOf } from './index.ts'

export function exportHandlers(core: Core): HandlersOf<'export'> {
  return {
    'export.write': ({ batchId, path, selection, whenLocked, ...asked }) => {
      const batch = batchNamed(core, batchId)
      const layout = asked.layout && chooseLayout(core, asked.layout)
      if (layout) assertColumnsKnown(layout, layoutSources(core, batch.id))
      const options = { ...asked, layout }
      return exportBatch(core, batch, resolve(path), { selection, options, whenLocked })
    },
    'export.list': ({ batchId }) => {
      const { id } = batchNamed(core, batchId)
      return listExports(core.db, id).map(({ batchId: _, selection, files, ...written }) => ({
        ...written,
        selected: selection && selection.documentIds.length + selection.itemIds.length,
        files: [...files],
        sha256: files.find(({ name }) => name === basename(written.path))?.sha256 ?? null,
        isThere: existsSync(written.path),
      }))
    },
    'export.repeat': ({ exportId, path, whenLocked }) => {
      const before = findExport(core.db, exportId)
      if (!before) throw new AppError('not_found', { what: 'export' })
      const { selection, options } = before
      const place = resolve(path ?? before.asked ?? before.path)
      return exportBatch(core, batchNamed(core, before.batchId), place, {
        ...{ selection, options, whenLocked },
      })
    },
  }
}

function batchNamed({ db }: Core, batchId: string): Batch {
  const batch = findBatch(db, batchId)
  if (!batch) throw new AppError('not_found', { what: 'batch' })
  return batch
}
