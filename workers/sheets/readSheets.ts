import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../errors.ts'
import { csvFile } from '../export/exportFiles.ts'
import { outputError } from '../export/outputError.ts'
import { readCsv } from './readCsv.ts'
import { readWorkbook } from './readWorkbook.ts'
import type { ReadSheetsTask, SheetLine } from './sheetLine.ts'

/**
 * Lays the tables of an export that came back down as lines, so that nobody holds it as a whole. Throws
 * folder_not_found, access_denied, file_encrypted, workbook_unreadable, workbook_too_large, not_an_export, disk_full.
 */
export async function readSheets({ path, linesFile }: ReadSheetsTask): Promise<void> {
  const file = basename(path)
  const kind = await kindOfFile(path, file)
  let sheets = 0
  await pipeline(Readable.from(lines()), createWriteStream(linesFile)).catch((thrown) => {
    throw outputError(dirname(linesFile), thrown)
  })
  if (sheets === 0) throw new AppError('not_an_export', { file })

  async function* lines(): AsyncGenerator<string> {
    for await (const line of kind === 'workbook' ? readWorkbook(path) : csvLines(path)) {
      if (line.kind === 'sheet') sheets += 1
      yield `${JSON.stringify(line)}\n`
    }
  }
}

/** A table of ours, and those that stand beside it under their own names. */
async function* csvLines(path: string): AsyncGenerator<SheetLine> {
  let isOurs = false
  for await (const line of readCsv(path)) {
    isOurs = true
    yield line
  }
  const stem = basename(path, extname(path))
  if (!isOurs || /-(line-items|tax-breakdown)$/.test(stem)) return
  for (const suffix of ['-line-items', '-tax-breakdown']) {
    const beside = csvFile(join(dirname(path), basename(path)), suffix)
    yield* quietly(readCsv(beside))
  }
}

async function* quietly(lines: AsyncGenerator<SheetLine>): AsyncGenerator<SheetLine> {
  try {
    yield* lines
  } catch (thrown) {
    if (!isMissing(thrown)) throw thrown
  }
}

/** What a file is by its first bytes, because its name may be another one. */
async function kindOfFile(path: string, file: string): Promise<'workbook' | 'csv'> {
  const head = await headOf(path, file)
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'workbook'
  // Excel keeps a workbook with a password in an older kind of file, as it does .xls.
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    const isLocked = head.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new AppError(isLocked ? 'file_encrypted' : 'workbook_unreadable', { file })
  }
  if (!/\.(csv|tsv|txt)$/i.test(file) || head.includes(0))
    throw new AppError('workbook_unreadable', { file })
  return 'csv'
}

async function headOf(path: string, file: string): Promise<Buffer> {
  try {
    const handle = await open(path)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 ** 20), 0, 2 ** 20, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    if (isMissing(thrown)) throw new AppError('folder_not_found', { path }, thrown)
    throw new AppError('access_denied', { file }, thrown)
  }
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'
}
