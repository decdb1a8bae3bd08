import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../../workers/errors.ts'
import { openUnused } from '../drop.ts'
import { type Part, partsOf } from './multipart.ts'
import { uploadName } from './uploadName.ts'

/** What a program sent along: files, now in a folder of their own, and fields of text. */
export interface Upload {
  readonly paths: readonly string[]
  readonly fields: Readonly<Record<string, string>>
  /** SHA-256 of each file, to know a repetition by. */
  readonly hashes: readonly { readonly name: string; readonly sha256: string }[]
  /** Takes the files away again: no batch was made of them. */
  readonly discard: () => Promise<void>
}

const mostFiles = 10_000
const fieldLimit = 64 * 1024

/**
 * Keeps the files of a form in a folder of their own, as they arrive. An upload that breaks off, is too large or no
 * form leaves nothing. Throws invalid_input, too_large, disk_full.
 */
export async function receiveUpload(
  stream: AsyncIterable<Buffer>,
  { boundary, droppedDir }: { readonly boundary: string; readonly droppedDir: string },
): Promise<Upload> {
  const folder = join(droppedDir, randomUUID())
  const discard = () => rm(folder, { recursive: true, force: true })
  const paths: string[] = []
  const hashes: { name: string; sha256: string }[] = []
  const fields: Record<string, string> = {}
  try {
    await mkdir(folder, { recursive: true })
    for await (const part of partsOf(stream, boundary)) {
      if (part.filename === null) {
        if (Object.hasOwn(fields, part.name))
          throw problem(`the form says “${part.name.slice(0, 50)}” twice.`)
        fields[part.name] = await textOf(part)
        continue
      }
      if (paths.length === mostFiles) throw new AppError('too_large', { most: '10,000 files' })
      const name = uploadName(part.filename)
      const { file, path } = await openUnused(join(folder, name))
      const hash = createHash('sha256')
      const hashing = new Transform({
        transform(chunk, _, done) {
          hash.update(chunk)
          done(null, chunk)
        },
      })
      await pipeline(part.body, hashing, createWriteStream(path, { fd: file }))
      paths.push(path)
      hashes.push({ name, sha256: hash.digest('hex') })
    }
    if (paths.length === 0) throw problem('the form holds no file.')
    return { paths, fields, hashes, discard }
  } catch (thrown) {
    await discard()
    throw thrown
  }
}

async function textOf({ name, body }: Part): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > fieldLimit) throw problem(`the field “${name.slice(0, 50)}” is too long.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function problem(words: string): AppError {
  return new AppError('invalid_input', { problem: words })
}
