import { writeFile } from 'node:fs/promises'
import { AppError } from '../errors.ts'
import type { WriteExportTask } from './record.ts'

/** Writes an export to its temporary name. */
export async function writeExport(task: WriteExportTask): Promise<void> {
  if (task.format !== 'json') throw new AppError('output_unsupported', { path: task.file })
  await writeFile(task.file, `${JSON.stringify(task.records, null, 2)}\n`)
}
