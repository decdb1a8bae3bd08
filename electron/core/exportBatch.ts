import type { Output } from '../contract.ts'
import type { ExportOptions } from '../views.ts'
import { atomicWrite, formatOf } from './atomicWrite.ts'
import type { Core } from './core.ts'
import { addExport, type Batch } from './db/batches.ts'
import { readSettings } from './db/settings.ts'
import { exportReading } from './exportReading.ts'
import { recordsOf, type Selection } from './exportRecords.ts'
import { withLaidDown } from './layDown.ts'
import { runInfoOf } from './runInfo.ts'

/** What is written, and how. */
export interface ExportWish {
  /** What a person chose of the batch; null: all of it. */
  readonly selection?: Selection | null
  readonly options?: ExportOptions | undefined
}

/** Writes what a batch has so far, or what a person chose of it; the end of `path` decides the format. */
export async function exportBatch(
  core: Core,
  batch: Batch,
  path: string,
  wish: ExportWish = {},
): Promise<Output<'export.write'>> {
  const { format, documents } =
    batch.kind === 'read'
      ? await writeReading(core, batch, path, wish)
      : await writeDocuments(core, batch, path, wish)
  const at = core.now().toISOString()
  addExport(core.db, { batchId: batch.id, path, documents, at })
  core.log('export.written', { batch: batch.id, format, documents })
  return { path, format, documents }
}

async function writeReading(core: Core, batch: Batch, path: string, wish: ExportWish) {
  const format = formatOf(path, 'read')
  const { selection = null } = wish
  let documents = 0
  await atomicWrite(path, async (file) => {
    documents = await exportReading(core, batch, { format, file, selection })
  })
  return { format, documents }
}

async function writeDocuments(core: Core, batch: Batch, path: string, wish: ExportWish) {
  const format = formatOf(path, 'extract')
  const { selection = null } = wish
  const holds = batch.kind === 'extract' ? 'fields' : 'types'
  const csvFor = wish.options?.csvFor ?? readSettings(core.db).csvFor
  let documents = 0
  await atomicWrite(path, (file) =>
    withLaidDown(core, recordsOf(core, batch, selection), async (recordsFile, sums) => {
      documents = sums.documents
      const run = runInfoOf(core, batch, sums, selection)
      await core.pool.writeExport({ format, holds, csvFor, file, recordsFile, run })
    }),
  )
  return { format, documents }
}
