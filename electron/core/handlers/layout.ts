import { AppError } from '../../../workers/errors.ts'
import { chooseLayout } from '../chooseLayout.ts'
import type { Core } from '../core.ts'
import { type Batch, findBatch } from '../db/batches.ts'
import { listLayouts, removeLayout } from '../db/columnLayouts.ts'
import { layoutSources } from '../layoutSources.ts'
import { previewLayout } from '../previewLayout.ts'
import { readLayout } from '../readLayout.ts'
import { sampleLayoutOf } from '../sampleLayoutOf.ts'
import { duplicateLayout, saveLayout } from '../saveLayout.ts'
import type { HandlersOf } from './index.ts'

export function layoutHandlers(core: Core): HandlersOf<'layout'> {
  return {
    'layout.list': () =>
      listLayouts(core.db).flatMap(({ savedAt, layout: source }) => {
        const { layout } = readLayout(source)
        return layout ? [{ layout, savedAt }] : []
      }),
    'layout.get': ({ layout }) => ({ layout: chooseLayout(core, layout) }),
    'layout.sources': ({ batchId }) => layoutSources(core, batchId && batchNamed(core, batchId).id),
    'layout.save': ({ layout, replaces, batchId }) => ({
      layout: saveLayout(core, layout, { replaces, batchId }),
    }),
    'layout.remove': ({ name }) => {
      if (!removeLayout(core.db, name)) throw new AppError('not_found', { what: 'column layout' })
      return {}
    },
    'layout.duplicate': ({ name }) => ({ layout: duplicateLayout(core, name) }),
    'layout.fromHeader': ({ batchId, filename, bytes }) => {
      const id = batchId && batchNamed(core, batchId).id
      const { unmatched, notes, ...found } = sampleLayoutOf(core, id, {
        ...{ filename, bytes: Buffer.from(bytes, 'base64') },
      })
      return { ...found, unmatched: [...unmatched], notes: [...notes] }
    },
    'layout.preview': ({ batchId, ...asked }) =>
      previewLayout(core, batchNamed(core, batchId), asked),
  }
}

function batchNamed({ db }: Core, batchId: string): Batch {
  const batch = findBatch(db, batchId)
  if (!batch) throw new AppError('not_found', { what: 'batch' })
  return batch
}
