import { type FileHandle, open } from 'node:fs/promises'
import { accessError } from './accessError.ts'

/** One entry of a directory; `value` holds its values or, where they take more room, their place. */
export interface TiffTag {
  readonly type: number
  readonly count: number
  readonly value: Buffer
}

export interface TiffFrame {
  /** In the file's chain of directories, counted from 0. */
  readonly place: number
  readonly tags: ReadonlyMap<number, TiffTag>
}

/** The directories of a TIFF, without its pixels. */
export interface TiffFile {
  /** Bytes. */
  readonly size: number
  readonly frames: readonly TiffFrame[]
  /** The chain leads beyond the end of the file: what followed is lost. */
  readonly isCutOff: boolean
  /** Numbers of a tag; empty when the frame has none or they lie beyond the end. */
  valuesOf(frame: TiffFrame, tag: number): Promise<number[]>
  /** The tag's values as they stand in the file. */
  rawValuesOf(frame: TiffFrame, tag: number): Promise<Buffer>
  /** As many of the bytes as there are. */
  bytesAt(offset: number, length: number): Promise<Buffer>
}

/** Bytes that one value of each type takes, by the number of the type. */
const typeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8]
const mostTags = 4096
/** Bytes within which nearly every directory ends. */
const usualDirectory = 512
const mostValueBytes = 16_000_000

/** Reads the directories of a TIFF or BigTIFF, at most `mostFrames`. Throws what opening a file throws. */
export async function withTiff<T>(
  path: string,
  mostFrames: number,
  use: (tiff: TiffFile) => Promise<T>,
): Promise<T> {
  const handle = await open(path).catch((thrown) => Promise.reject(accessError(thrown, path)))
  try {
    return await use(await readTiff(path, handle, mostFrames))
  } finally {
    await handle.close()
  }
}

/** What is kept of a file: its chain of directories. */
type Chain = Pick<TiffFile, 'frames' | 'isCutOff'>

/** The chain read last in this thread: pages of one file come one after the other. */
let lastRead: { readonly key: string; readonly chain: Chain } | null = null

async function readTiff(path: string, handle: FileHandle, mostFrames: number): Promise<TiffFile> {
  const { size, mtimeMs } = await handle.stat()
  const bytesAt = async (offset: number, length: number) => {
    const wanted = Math.max(0, Math.min(length, size - offset))
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, offset)
    return buffer.subarray(0, bytesRead)
  }
  const head = await bytesAt(0, 16)
  const isLittleEndian = head[0] === 0x49
  const isBig = head[isLittleEndian ? 2 : 3] === 43
  const wide = isBig ? 8 : 4
  const number = (bytes: Buffer, at: number, length: number) => {
    if (at + length > bytes.length) return 0
    if (length === 8)
      return Number(isLittleEndian ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at))
    return isLittleEndian ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length)
  }

  async function readChain(): Promise<Chain> {
    const [countSize, entrySize] = isBig ? [8, 20] : [2, 12]
    const frames: TiffFrame[] = []
    const seen = new Set<number>()
    let offset = number(head, isBig ? 8 : 4, wide)
    while (offset > 0 && !seen.has(offset) && frames.length < mostFrames) {
      seen.add(offset)
      const start = await bytesAt(offset, usualDirectory)
      const count = number(start, 0, countSize)
      const length = countSize + count * entrySize
      if (offset + length + wide > size) return { frames, isCutOff: true }
      if (count === 0 || count > mostTags) break
      const isWhole = length + wide <= start.length
      const directory = isWhole ? start : await bytesAt(offset, length + wide)
      const tags = new Map<number, TiffTag>()
      for (let at = countSize; at < length; at += entrySize)
        tags.set(number(directory, at, 2), {
          type: number(directory, at + 2, 2),
          count: number(directory, at + 4, wide),
          value: directory.subarray(at + 4 + wide, at + entrySize),
        })
      frames.push({ place: frames.length, tags })
      offset = number(directory, length, wide)
    }
    return { frames, isCutOff: false }
  }

  const key = [path, mtimeMs, size, mostFrames].join('\0')
  if (lastRead?.key !== key) lastRead = { key, chain: await readChain() }
  const { chain } = lastRead

  async function rawValuesOf(frame: TiffFrame, id: number): Promise<Buffer> {
    const tag = frame.tags.get(id)
    const length = tag ? tag.count * (typeSizes[tag.type] ?? 0) : 0
    if (!tag || length === 0 || length > mostValueBytes) return Buffer.alloc(0)
    if (length <= wide) return tag.value.subarray(0, length)
    return bytesAt(number(tag.value, 0, wide), length)
  }

  async function valuesOf(frame: TiffFrame, id: number): Promise<number[]> {
    const type = frame.tags.get(id)?.type ?? 0
    const bytes = await rawValuesOf(frame, id)
    const step = typeSizes[type] ?? 0
    const isRational = type === 5 || type === 10
    return Array.from({ length: step ? Math.floor(bytes.length / step) : 0 }, (_, i) =>
      isRational
        ? number(bytes, i * 8, 4) / number(bytes, i * 8 + 4, 4)
        : number(bytes, i * step, step),
    )
  }

  return { size, ...chain, valuesOf, rawValuesOf, bytesAt }
}
