import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../errors.ts'
import type { FileType } from '../model.ts'
import type { FileInspection, Source } from '../tasks.ts'
import { accessError } from './accessError.ts'
import { fileType, headBytes } from './fileType.ts'
import { countImagePages } from './image.ts'
import { inspectPdf } from './pdf.ts'
import { mostPages } from './pictureLimits.ts'

/**
 * What a file is and how many pages it has, from its content alone. The file is only read.
 * Throws file_not_found, access_denied, file_empty, unsupported_type, file_damaged, file_encrypted,
 * password_wrong, too_many_pages.
 */
export async function inspectFile(source: Source): Promise<FileInspection> {
  const { path } = source
  const { head, size, sha256 } = await digest(path)
  if (size === 0) throw new AppError('file_empty', { file: basename(path) })
  const type = fileType(head)
  if (!type) throw new AppError('unsupported_type', { file: basename(path) })
  const pages = await inspectPages(source, type)
  if (pages.pageCount > mostPages)
    throw new AppError('too_many_pages', { file: basename(path), most: mostPages })
  return { type, size, sha256, ...pages }
}

async function inspectPages(
  source: Source,
  type: FileType,
): Promise<Pick<FileInspection, 'pageCount' | 'protection' | 'textPages'>> {
  if (type === 'pdf') return inspectPdf(source)
  const pageCount = await countImagePages(source.path, type)
  return { pageCount, protection: 'none', textPages: 0 }
}

/** One pass over the file: its first bytes, its size and its hash. */
async function digest(path: string): Promise<{ head: Uint8Array; size: number; sha256: string }> {
  const hash = createHash('sha256')
  const heads: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (size < headBytes) heads.push(chunk.subarray(0, headBytes - size))
      size += chunk.length
      hash.update(chunk)
    }
  } catch (thrown) {
    throw accessError(thrown, path)
  }
  return { head: Buffer.concat(heads), size, sha256: hash.digest('hex') }
}
