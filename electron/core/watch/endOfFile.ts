import { type FileHandle, open } from 'node:fs/promises'
import type { FileType } from '../../../workers/model.ts'
import { fileType, headBytes } from '../../../workers/source/fileType.ts'

/**
 * What the end of a file tells. `whole`: it ends as its format ends. `unfinished`: it does not (yet). `unknown`: its
 * format says nothing that a whole file and a half one would not have in common. `none`: it is no document.
 */
export type FileEnd = 'whole' | 'unfinished' | 'unknown' | 'none'

/** A PDF may have white space, or what a mail program added, behind its end. */
const tailBytes = 1024

/** Looks at the first and last bytes of a file. Throws what the system says where it cannot be opened. */
export async function endOfFile(path: string, size: number): Promise<FileEnd> {
  const file = await open(path, 'r')
  try {
    const head = await bytesAt(file, 0, headBytes)
    const type = fileType(head)
    if (type === null) return 'none'
    const tail = await bytesAt(file, Math.max(0, size - tailBytes), tailBytes)
    return ends[type]?.({ head, tail, size }) ?? 'unknown'
  } finally {
    await file.close()
  }
}

async function bytesAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead)
}

interface Parts {
  readonly head: Buffer
  readonly tail: Buffer
  readonly size: number
}

const ends: Partial<Record<FileType, (parts: Parts) => FileEnd>> = {
  pdf: ({ tail }) => of(tail.includes('%%EOF')),
  // Cameras and scanners add bytes behind the end; within a kilobyte is near enough.
  jpeg: ({ tail }) => of(tail.includes(Buffer.from([0xff, 0xd9]))),
  png: ({ tail }) => of(tail.includes('IEND')),
  gif: ({ tail }) => of(tail.at(-1) === 0x3b),
  tiff: tiffEnd,
  // These say how long they are; a copy may have its whole length before it has its content.
  webp: ({ head, size }) => atLeast(size, head.length < 8 ? null : head.readUInt32LE(4) + 8),
  bmp: ({ head, size }) => atLeast(size, head.length < 6 ? null : head.readUInt32LE(2)),
}

function of(isWhole: boolean): FileEnd {
  return isWhole ? 'whole' : 'unfinished'
}

/** The first directory has to lie inside; most writers put it behind the pictures, but not all do. */
function tiffEnd({ head, size }: Parts): FileEnd {
  if (head.length < 8) return 'unfinished'
  const isLittle = head[0] === 0x49
  const isBig = (isLittle ? head.readUInt16LE(2) : head.readUInt16BE(2)) === 43
  if (isBig) return 'unknown'
  const at = isLittle ? head.readUInt32LE(4) : head.readUInt32BE(4)
  return at >= 8 && at + 2 <= size ? 'unknown' : 'unfinished'
}

function atLeast(size: number, meant: number | null): FileEnd {
  return meant === null || size < meant ? 'unfinished' : 'unknown'
}
