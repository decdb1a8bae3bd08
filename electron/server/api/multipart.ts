import { AppError } from '../../../workers/errors.ts'

/** One part of a form. Its body is read before the next part is asked for; what was not read is passed over. */
export interface Part {
  readonly name: string
  /** As it was sent; null: a field of text. */
  readonly filename: string | null
  readonly body: AsyncIterable<Buffer>
}

const headLimit = 16 * 1024

/** The boundary that a content type names; null where it is no form of several parts. */
export function boundaryOf(contentType: string): string | null {
  const [type, ...parameters] = contentType.split(';')
  if (type?.trim().toLowerCase() !== 'multipart/form-data') return null
  for (const parameter of parameters) {
    const [, quoted, plain] = /^\s*boundary=(?:"([^"]+)"|([^\s"]+))\s*$/i.exec(parameter) ?? []
    const boundary = quoted ?? plain
    if (boundary !== undefined && boundary.length <= 200) return boundary
  }
  return null
}

/**
 * The parts of a form as they arrive (RFC 7578): no part is ever in memory as a whole. Throws invalid_input where
 * it is no form, or ends before its end.
 */
export async function* partsOf(
  stream: AsyncIterable<Buffer>,
  boundary: string,
): AsyncGenerator<Part> {
  const source = stream[Symbol.asyncIterator]()
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // The first boundary has no line before it.
  let held: Buffer = Buffer.from('\r\n')

  async function more(): Promise<void> {
    const next = await source.next()
    if (next.done) throw broken('the form ends before its last boundary.')
    held = Buffer.concat([held, next.value])
  }

  /** What stands before the next boundary, a piece at a time; null at the boundary, which is passed. */
  async function piece(): Promise<Buffer | null> {
    for (;;) {
      const at = held.indexOf(delimiter)
      const end = at >= 0 ? at : held.length - delimiter.length + 1
      if (end > 0) {
        const ready = held.subarray(0, end)
        held = held.subarray(end)
        return ready
      }
      if (at === 0) {
        held = held.subarray(delimiter.length)
        return null
      }
      await more()
    }
  }

  /** The header lines of a part; null behind the last one. */
  async function head(): Promise<string | null> {
    while (held.length < 2) await more()
    if (held.subarray(0, 2).toString() === '--') return null
    for (;;) {
      const end = held.indexOf('\r\n\r\n')
      if (end > headLimit || (end < 0 && held.length > headLimit))
        throw broken('a part of the form has too long a head.')
      if (end >= 0) {
        const lines = held.subarray(0, end).toString('utf8')
        held = held.subarray(end + 4)
        return lines
      }
      await more()
    }
  }

  while ((await piece()) !== null);
  for (let lines = await head(); lines !== null; lines = await head()) {
    let isOver = false
    const next = async () => {
      const ready = isOver ? null : await piece()
      isOver = ready === null
      return ready
    }
    async function* body(): AsyncGenerator<Buffer> {
      for (let ready = await next(); ready !== null; ready = await next()) yield ready
    }
    yield { ...dispositionOf(lines), body: body() }
    while ((await next()) !== null);
  }
}

/** Name and file name of a part, as browsers and libraries write them. */
function dispositionOf(lines: string): Pick<Part, 'name' | 'filename'> {
  const line = lines.split('\r\n').find((text) => /^content-disposition\s*:/i.test(text)) ?? ''
  if (!/:\s*form-data\s*(;|$)/i.test(line))
    throw broken('a part of the form does not say its name.')
  const name = parameterOf(line, 'name')
  if (name === null) throw broken('a part of the form does not say its name.')
  return { name, filename: extendedOf(line) ?? parameterOf(line, 'filename') }
}

function parameterOf(line: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;"]+))`, 'i').exec(line)
  if (!found) return null
  const [, quoted, plain = ''] = found
  return (quoted ?? plain)
    .replace(/\\(["\\])/g, '$1')
    .replace(/%(22|0A|0D)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** `filename*=UTF-8''…`, as some libraries write names that are not ASCII. */
function extendedOf(line: string): string | null {
  const [, encoded] = /;\s*filename\*=utf-8'[^']*'([^\s;]+)/i.exec(line) ?? []
  if (encoded === undefined) return null
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw broken('a part of the form has a name that cannot be read.')
  }
}

function broken(problem: string): AppError {
  return new AppError('invalid_input', { problem })
}
