import type { FileType } from '../model.ts'

/** How many bytes from the start `fileType` wants to see: a PDF header may stand behind junk. */
export const headBytes = 1024

/** What a file is by its first bytes, whatever its name says; null when Sheaf cannot read it. */
export function fileType(head: Uint8Array): FileType | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to))
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)

  if (starts(0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a)) return 'tiff'
  if (starts(0x49, 0x49, 0x2b, 0) || starts(0x4d, 0x4d, 0, 0x2b)) return 'tiff'
  if (ascii(0, 4) === 'GIF8') return 'gif'
  if (ascii(4, 8) === 'ftyp') return heifType(ascii(8, Math.min(head.length, 64)))
  if (isBitmap(head)) return 'bmp'
  if (ascii(0, head.length).includes('%PDF-')) return 'pdf'
  return null
}

/** The major and compatible brands of an ISO media file; video brands are no image. */
function heifType(brands: string): FileType | null {
  if (/avif|avis/.test(brands)) return 'avif'
  if (/hei[cxms]|hev[cxms]|mif1|msf1/.test(brands)) return 'heic'
  return null
}

/** “BM” alone begins many a text; the length of the info header must fit too. */
function isBitmap(head: Uint8Array): boolean {
  if (head[0] !== 0x42 || head[1] !== 0x4d || head.length < 26) return false
  const infoHeader = new DataView(head.buffer, head.byteOffset).getUint32(14, true)
  return [12, 40, 52, 56, 64, 108, 124].includes(infoHeader)
}
