import { createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError, resultOf, sentenceOf } from '../../workers/errors.ts'
import { dropPath } from './dropPath.ts'
import { replyJson } from './reply.ts'

export interface StoredDrop {
  /** Where the copy is. */
  readonly path: string
  /** The folder that holds the whole drop, under the names that the person knows. */
  readonly root: string
}

/**
 * `PUT /drop/<dropId>/<relative path>`: a browser does not tell where a dropped file lies, so its
 * page sends the content, which is kept in the data folder under the same names.
 */
export async function answerDrop(
  droppedDir: string,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = dropPath(address)
  if (target === null) {
    const details = { problem: 'a dropped file has a name that cannot be kept' }
    const message = sentenceOf('invalid_input', details)
    response.setHeader('connection', 'close')
    return replyJson(response, 400, {
      ok: false,
      error: { code: 'invalid_input', message, details },
    })
  }
  const dropDir = join(droppedDir, target.dropId)
  const result = await resultOf(() => store(dropDir, target.parts, request))
  if (!result.ok) response.setHeader('connection', 'close')
  replyJson(response, result.ok ? 200 : 507, result)
}

async function store(
  dropDir: string,
  parts: readonly string[],
  request: IncomingMessage,
): Promise<StoredDrop> {
  try {
    const wanted = join(dropDir, ...parts)
    await mkdir(dirname(wanted), { recursive: true })
    const { file, path } = await openUnused(wanted)
    await writeAll(request, file, path)
    return { path, root: dropDir }
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw new AppError('disk_full', {}, error)
    throw error
  }
}

/** The name itself, else ` (2)`, ` (3)` before its ending: no file is ever overwritten. */
export async function openUnused(wanted: string): Promise<{ file: FileHandle; path: string }> {
  const ending = extname(wanted)
  const stem = wanted.slice(0, wanted.length - ending.length)
  for (let count = 1; ; count++) {
    const path = count === 1 ? wanted : `${stem} (${count})${ending}`
    try {
      return { file: await open(path, 'wx'), path }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

/** An upload that broke off leaves nothing. */
async function writeAll(request: IncomingMessage, file: FileHandle, path: string): Promise<void> {
  try {
    await pipeline(request, createWriteStream(path, { fd: file }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
