import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { outputError } from '../../workers/export/outputError.ts'
import type { ResultRecord } from '../../workers/export/record.ts'
import { recordLine } from '../../workers/export/recordLines.ts'
import type { Status } from '../views.ts'
import type { Core } from './core.ts'
import type { RecordSums } from './runInfo.ts'

/** Where records lie while an export is written from them. */
export const folderIn = (dataDir: string) => join(dataDir, 'exporting')

/**
 * Lays records down in a file for as long as `use` needs it, so that an export of any size is never in memory as a
 * whole. Throws disk_full.
 */
export async function withLaidDown<T>(
  { dataDir }: Pick<Core, 'dataDir'>,
  records: AsyncIterable<ResultRecord>,
  use: (file: string, sums: RecordSums) => Promise<T>,
): Promise<T> {
  const folder = folderIn(dataDir)
  const file = join(folder, randomUUID())
  const sums = { counts: {} as Partial<Record<Status, number>>, pages: 0, records: 0, documents: 0 }
  try {
    mkdirSync(folder, { recursive: true })
    await pipeline(Readable.from(lines()), createWriteStream(file)).catch((thrown) => {
      throw outputError(folder, thrown)
    })
    return await use(file, sums)
  } finally {
    rmSync(file, { force: true })
  }

  async function* lines(): AsyncGenerator<string> {
    for await (const record of records) {
      sums.counts[record.status] = (sums.counts[record.status] ?? 0) + 1
      sums.pages += record.page_count ?? 0
      sums.records += 1
      if (record.document_id !== null) sums.documents += 1
      yield recordLine(record)
    }
  }
}

/** Takes away what a process that was killed in the middle of an export left; nobody else uses the data folder. */
export function removeLaidDown(dataDir: string): void {
  rmSync(folderIn(dataDir), { recursive: true, force: true })
}
