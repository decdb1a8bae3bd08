import type { Output } from '../contract.ts'
import { atomicWrite, formatOf } from './atomicWrite.ts'
import type { Core } from './core.ts'
import { addExport, type Batch } from './db/batches.ts'
import { recordsOf, runInfoOf } from './exportRecords.ts'

/** Writes what a batch has so far; the end of `path` decides the format. */
export async function exportBatch(
  core: Core,
  batch: Batch,
  path: string,
): Promise<Output<'export.write'>> {
  const format = formatOf(path)
  const records = await recordsOf(core, batch)
  const run = runInfoOf(core, batch, records)
  await atomicWrite(path, (file) => core.pool.writeExport({ format, file, records, run }))

  const documents = records.filter((record) => record.document_id !== null).length
  const at = core.now().toISOString()
  addExport(core.db, { batchId: batch.id, path, documents, at })
  core.log('export.written', { batch: batch.id, format, documents })
  return { path, format, documents }
}
