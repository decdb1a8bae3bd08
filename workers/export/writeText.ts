import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Characters that go to the disk at a time: a row for itself would cost more to hand over than to make. */
const chunkLength = 1 << 16

/** Writes a text as its parts come, as fast as the disk takes them. */
export async function writeText(file: string, parts: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(inChunks(parts)), createWriteStream(file))
}

function* inChunks(parts: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const part of parts) {
    chunk += part
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}
