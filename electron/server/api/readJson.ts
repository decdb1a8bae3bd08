import { AppError } from '../../../workers/errors.ts'

/** The bytes of a body as they arrive; throws too_large as soon as there are more than `most`. */
export async function* limited(
  stream: AsyncIterable<Buffer>,
  most: { readonly bytes: number; readonly words: string },
): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > most.bytes) throw new AppError('too_large', { most: most.words })
    yield chunk
  }
}

/** A small body as JSON. Throws invalid_input. */
export async function readJson(stream: AsyncIterable<Buffer>): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw new AppError('invalid_input', { problem: 'the body is no JSON.' })
  }
}
