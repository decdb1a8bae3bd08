import { randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SheetLine } from '../../../workers/sheets/sheetLine.ts'
import type { Core } from '../core.ts'
import { exportingFolder } from '../layDown.ts'

/**
 * Has the tables of a file read in a thread, and gives their lines one by one as often as they are asked for; only
 * one of them is in memory.
 */
export async function withSheetLines<T>(
  { pool, dataDir }: Pick<Core, 'pool' | 'dataDir'>,
  path: string,
  use: (lines: () => AsyncIterable<SheetLine>) => Promise<T>,
): Promise<T> {
  const folder = exportingFolder(dataDir)
  const linesFile = join(folder, randomUUID())
  try {
    mkdirSync(folder, { recursive: true })
    await pool.readSheets({ path, linesFile })
    return await use(() => linesIn(linesFile))
  } finally {
    rmSync(linesFile, { force: true })
  }
}

async function* linesIn(file: string): AsyncGenerator<SheetLine> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: 0 })
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as SheetLine
}
