import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { AppError } from '../errors.ts'

/** A zip, of which any file can be read without holding it. */
export interface Zip {
  readonly names: readonly string[]
  /** The bytes of a file in it, unpacked; none where it is not there. */
  read(name: string): AsyncIterable<Buffer>
  close(): Promise<void>
}

interface Entry {
  readonly method: number
  readonly isLocked: boolean
  readonly packed: number
  /** Where its own header begins. */
  readonly at: number
}

export interface ZipLimits {
  /** Bytes that may come out of it, all files together. */
  readonly unpacked: number
}

/** 50,000 invoices with their rows are half a gigabyte of XML. */
const usual: ZipLimits = { unpacked: 4 * 2 ** 30 }
/** Of the list of files; names and sizes alone. */
const longestList = 64 * 2 ** 20
/** The end of a zip, with the longest remark behind it. */
const longestEnd = 22 + 65_535
/** A length or a place that stands in a zip64 record; some programs write these whatever the size. */
const elsewhere = 0xffff_ffff

const [stored, deflated] = [0, 8]

/**
 * Opens a zip by the list at its end, whatever its beginning says. Unpacking counts what really comes out: a bomb
 * does not tell. Throws workbook_unreadable, workbook_too_large and file_encrypted.
 */
export async function openZip(path: string, file: string, limits: ZipLimits = usual): Promise<Zip> {
  const handle = await open(path)
  try {
    const entries = await listOf(handle, file)
    let left = limits.unpacked
    return {
      names: [...entries.keys()],
      async *read(name) {
        const entry = entries.get(name)
        if (!entry) return
        if (entry.isLocked) throw new AppError('file_encrypted', { file })
        for await (const chunk of unpacked(handle, entry, file)) {
          left -= chunk.length
          if (left < 0) throw new AppError('workbook_too_large', { file })
          yield chunk
        }
      },
      close: () => handle.close(),
    }
  } catch (thrown) {
    await handle.close()
    throw thrown
  }
}

async function listOf(handle: FileHandle, file: string): Promise<ReadonlyMap<string, Entry>> {
  const { size } = await handle.stat()
  const tail = await bytesAt(handle, Math.max(0, size - longestEnd), Math.min(size, longestEnd))
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > tail.length) throw damaged(file)
  const narrow = { length: tail.readUInt32LE(end + 12), start: tail.readUInt32LE(end + 16) }
  const isWide = narrow.length === elsewhere || narrow.start === elsewhere
  const { length, start } = isWide ? await wideEnd(handle, tail, { end, file }) : narrow
  if (length > longestList) throw new AppError('workbook_too_large', { file })
  if (start + length > size) throw damaged(file)
  return entriesIn(await bytesAt(handle, start, length), { size, file })
}

/** Length and place of the list by its zip64 record; where that is stands before the usual end. */
async function wideEnd(
  handle: FileHandle,
  tail: Buffer,
  { end, file }: { readonly end: number; readonly file: string },
): Promise<{ readonly length: number; readonly start: number }> {
  const locator = end - 20
  if (locator < 0 || tail.readUInt32LE(locator) !== 0x0706_4b50) throw damaged(file)
  const record = await bytesAt(handle, wideNumber(tail, locator + 8, file), 56)
  if (record.length < 56 || record.readUInt32LE(0) !== 0x0606_4b50) throw damaged(file)
  return { length: wideNumber(record, 40, file), start: wideNumber(record, 48, file) }
}

function entriesIn(
  list: Buffer,
  { size, file }: { readonly size: number; readonly file: string },
): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  for (let at = 0; at + 46 <= list.length; ) {
    if (list.readUInt32LE(at) !== 0x0201_4b50) throw damaged(file)
    const extras = at + 46 + list.readUInt16LE(at + 28)
    const remark = extras + list.readUInt16LE(at + 30)
    const narrow = [24, 20, 42].map((place) => list.readUInt32LE(at + place))
    const [, packed, start] = wideNumbers(narrow, list.subarray(extras, remark), file)
    if (packed === undefined || start === undefined || start + packed > size) throw damaged(file)
    entries.set(list.toString('utf8', at + 46, extras), {
      ...{ method: list.readUInt16LE(at + 10), packed, at: start },
      isLocked: (list.readUInt16LE(at + 8) & 1) === 1,
    })
    at = remark + list.readUInt16LE(at + 32)
  }
  return entries
}

/** The numbers of an entry, those that stand elsewhere taken from its zip64 record, where they follow in order. */
function wideNumbers(narrow: readonly number[], extras: Buffer, file: string): readonly number[] {
  if (!narrow.includes(elsewhere)) return narrow
  const record = wideRecordIn(extras)
  let at = 0
  return narrow.map((number) => {
    if (number !== elsewhere) return number
    if (at + 8 > record.length) throw damaged(file)
    at += 8
    return wideNumber(record, at - 8, file)
  })
}

function wideRecordIn(extras: Buffer): Buffer {
  for (let at = 0; at + 4 <= extras.length; ) {
    const next = at + 4 + extras.readUInt16LE(at + 2)
    if (extras.readUInt16LE(at) === 1) return extras.subarray(at + 4, next)
    at = next
  }
  return Buffer.alloc(0)
}

/** A number of eight bytes; more than any file has is damage. */
function wideNumber(bytes: Buffer, at: number, file: string): number {
  const number = bytes.readBigUInt64LE(at)
  if (number > Number.MAX_SAFE_INTEGER) throw damaged(file)
  return Number(number)
}

async function* unpacked(
  handle: FileHandle,
  { method, packed, at }: Entry,
  file: string,
): AsyncGenerator<Buffer> {
  const head = await bytesAt(handle, at, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== 0x0403_4b50) throw damaged(file)
  const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (method !== stored && method !== deflated) throw damaged(file)
  const bytes = chunksBetween(handle, start, start + packed)
  if (method === stored) return yield* bytes
  const inflate = createInflateRaw()
  // Its failure comes out of the stream below.
  const feeding = pipeline(Readable.from(bytes), inflate).catch(() => {})
  try {
    for await (const chunk of inflate) yield chunk as Buffer
  } catch (thrown) {
    throw isOfZlib(thrown) ? damaged(file, thrown) : thrown
  } finally {
    inflate.destroy()
    await feeding
  }
}

const chunkBytes = 1 << 16

async function* chunksBetween(
  handle: FileHandle,
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  for (let at = start; at < end; at += chunkBytes)
    yield await bytesAt(handle, at, Math.min(chunkBytes, end - at))
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

function isOfZlib(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('Z_')
}

function damaged(file: string, cause?: unknown): AppError {
  return new AppError('workbook_unreadable', { file }, cause)
}
