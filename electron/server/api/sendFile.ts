import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Given } from '../../core/clientDoor.ts'

/** Sends a file as it is and takes it away, also when nobody waits for its end. */
export async function sendFile(
  response: ServerResponse,
  given: Given,
  { type, name = null }: { readonly type: string; readonly name?: string | null },
): Promise<void> {
  try {
    const { size } = await stat(given.file)
    response.writeHead(200, {
      'content-type': type,
      'content-length': size,
      'cache-control': 'no-store',
      ...(name !== null && { 'content-disposition': dispositionOf(name) }),
    })
    await pipeline(createReadStream(given.file), response)
  } finally {
    await given.remove()
  }
}

/** JSON with one member more, whose value is a file: `head` is an object that has others already. */
export async function sendWithFile(
  response: ServerResponse,
  head: object,
  member: string,
  given: Given,
): Promise<void> {
  try {
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    await pipeline(spliced, response)
  } finally {
    await given.remove()
  }

  async function* spliced(): AsyncGenerator<Buffer | string> {
    yield `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(member)}:`
    yield* createReadStream(given.file)
    yield '}'
  }
}

/** The name twice (RFC 6266): as far as ASCII goes, and whole. No name can break out of its quotes or the line. */
function dispositionOf(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a header must not hold
  const safe = name.replace(/[\u0000-\u001f\u007f"\\/:*?<>|]/g, '_').toWellFormed()
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_')
  const whole = encodeURIComponent(safe).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`
}
