import { promisify } from 'node:util'
import { deflateSync, zstdDecompress } from 'node:zlib'
import sharp from 'sharp'
import { type PageName, refuseHugePicture } from './pictureLimits.ts'
import type { TiffFile, TiffFrame } from './tiffFile.ts'
import { type TiffPicture, type TiffValues, writeTiff } from './writeTiff.ts'

/** Numbers of TIFF's tags, as far as they are used here. */
export const tiffTags = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripLengths: 279,
  planes: 284,
  predictor: 317,
  tileOffsets: 324,
  tileLengths: 325,
  jpegOffset: 513,
  jpegLength: 514,
  subsampling: 530,
} as const

/** Packings that sharp undoes; of others it gives black paper or an error. */
const packings = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32773, 32809, 32946, 50001])
const [oldJpeg, jpeg, deflate, zstd, webp] = [6, 7, 8, 50000, 50001]
const yCbCr = 6
/** Packed, unpacked and as eight bits, for each sample. */
const unpackingBytes = 5
/** A strip that claims to hold more is a trap. */
const mostChunkBytes = 400_000_000
/** What has to go along when a frame is written anew; the last are JPEG's tables and a colour profile. */
const keptTags = [
  256, 257, 258, 259, 262, 266, 277, 278, 284, 292, 293, 317, 320, 322, 323, 338, 339, 530, 347,
  34675,
]

/**
 * A frame that sharp misreads (12 bits, several samples of 4, YCbCr that is not JPEG, Zstandard, JPEG of
 * the first kind) as a file that it reads right; null for the frames that it reads right as they are,
 * `unknown` for those that neither reads. Throws page_too_large.
 */
export async function repackTiff(
  name: PageName,
  tiff: TiffFile,
  frame: TiffFrame,
): Promise<Buffer | 'unknown' | null> {
  const first = async (tag: number, otherwise: number) =>
    (await tiff.valuesOf(frame, tag))[0] ?? otherwise
  const packing = await first(tiffTags.compression, 1)
  if (packing === oldJpeg) return wholeJpeg(tiff, frame)
  if (packing === zstd) return writeTiff([await deflated(tiff, frame)])
  if (!packings.has(packing)) return 'unknown'

  const layout = {
    width: await first(tiffTags.width, 0),
    height: await first(tiffTags.height, 0),
    samples: await first(tiffTags.samples, 1),
    bits: await first(tiffTags.bits, 1),
  }
  const isJpeg = packing === jpeg || packing === webp
  const isYCbCr = !isJpeg && (await first(tiffTags.photometric, 1)) === yCbCr && layout.bits === 8
  const known = layout.samples === 1 ? [1, 2, 4, 8, 16, 32, 64] : [8, 16, 32, 64]
  if (known.includes(layout.bits) && !isYCbCr) return null
  const isApart = (await first(tiffTags.planes, 1)) !== 1 && layout.samples > 1
  const isTiled = frame.tags.has(tiffTags.tileOffsets)
  const isPredicted = (await first(tiffTags.predictor, 1)) !== 1
  if (isApart || isTiled || isPredicted || layout.bits > 16) return 'unknown'
  refuseHugePicture(name, layout.width * layout.height, unpackingBytes * layout.samples)
  const picture = await pictureOf(tiff, frame)
  return isYCbCr
    ? rgbTiff(picture, layout, await tiff.valuesOf(frame, tiffTags.subsampling))
    : eightBitTiff(picture, layout)
}

/** The frame's tags and chunks as they stand in the file; chunks that lie beyond its end are left out. */
export async function pictureOf(tiff: TiffFile, frame: TiffFrame): Promise<TiffPicture> {
  const tags = new Map<number, TiffValues>()
  for (const id of keptTags) {
    const tag = frame.tags.get(id)
    if (!tag) continue
    const type = tag.type === 3 ? 'short' : tag.type === 4 || tag.type === 16 ? 'long' : 'bytes'
    const values =
      type === 'bytes' ? [...(await tiff.rawValuesOf(frame, id))] : await tiff.valuesOf(frame, id)
    tags.set(id, { type, values })
  }
  const { stripOffsets, stripLengths, tileOffsets, tileLengths } = tiffTags
  const isTiled = frame.tags.has(tileOffsets)
  const offsets = await tiff.valuesOf(frame, isTiled ? tileOffsets : stripOffsets)
  const lengths = await tiff.valuesOf(frame, isTiled ? tileLengths : stripLengths)
  const chunks: Buffer[] = []
  for (const [i, offset] of offsets.entries()) {
    const chunk = await tiff.bytesAt(offset, lengths[i] ?? tiff.size)
    if (chunk.length === 0) break
    chunks.push(chunk)
  }
  return { tags, chunks }
}

/** The first kind of JPEG in TIFF holds a JPEG file of its own. */
async function wholeJpeg(tiff: TiffFile, frame: TiffFrame): Promise<Buffer | null> {
  const [offset] = await tiff.valuesOf(frame, tiffTags.jpegOffset)
  const [length = tiff.size] = await tiff.valuesOf(frame, tiffTags.jpegLength)
  const bytes = offset ? await tiff.bytesAt(offset, length) : Buffer.alloc(0)
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes : null
}

async function deflated(tiff: TiffFile, frame: TiffFrame): Promise<TiffPicture> {
  const { tags, chunks } = await pictureOf(tiff, frame)
  const unpack = promisify(zstdDecompress)
  const packed: Buffer[] = []
  for (const chunk of chunks) {
    const rows = await unpack(chunk, { maxOutputLength: mostChunkBytes })
    packed.push(deflateSync(rows, { level: 1 }))
  }
  return { tags: changed(tags, { compression: deflate }), chunks: packed }
}

interface Layout {
  readonly width: number
  readonly height: number
  readonly samples: number
  readonly bits: number
}

/** Samples of any number of bits, rows beginning on a byte, as samples of eight. */
async function eightBitTiff(picture: TiffPicture, layout: Layout): Promise<Buffer> {
  const { width, height, samples, bits } = layout
  const perRow = width * samples
  const rowBytes = Math.ceil((perRow * bits) / 8)
  const bytes = await bytesOfRows(picture, { width: rowBytes, height })
  const pixels = Buffer.alloc(perRow * height)
  const most = 2 ** bits - 1
  for (let y = 0; y < height; y++)
    for (let i = 0; i < perRow; i++) {
      const bit = i * bits
      const at = y * rowBytes + (bit >> 3)
      const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
      const sample = (three >> (24 - (bit & 7) - bits)) & most
      pixels[y * perRow + i] = Math.round((sample * 255) / most)
    }
  const tags = changed(picture.tags, { compression: 1, rowsPerStrip: height })
  return writeTiff([
    { tags: tags.set(tiffTags.bits, shorts(Array(samples).fill(8))), chunks: [pixels] },
  ])
}

/** Brightness for each pixel and colour for each block of `across` by `down`, packed block by block. */
async function rgbTiff(
  picture: TiffPicture,
  { width, height }: Layout,
  [across = 2, down = 2]: number[],
): Promise<Buffer> {
  const blockBytes = across * down + 2
  const blocks = Math.ceil(width / across)
  const size = { width: blocks * blockBytes, height: Math.ceil(height / down) }
  const bytes = await bytesOfRows(picture, size, down)
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const block = Math.floor(y / down) * size.width + Math.floor(x / across) * blockBytes
      const light = bytes[block + (y % down) * across + (x % across)] ?? 255
      const blue = (bytes[block + across * down] ?? 128) - 128
      const red = (bytes[block + across * down + 1] ?? 128) - 128
      const at = (y * width + x) * 3
      pixels[at] = clamped(light + 1.402 * red)
      pixels[at + 1] = clamped(light - 0.344136 * blue - 0.714136 * red)
      pixels[at + 2] = clamped(light + 1.772 * blue)
    }
  const tags = changed(picture.tags, { compression: 1, photometric: 2, rowsPerStrip: height })
  return writeTiff([{ tags, chunks: [pixels] }])
}

/** Unpacked bytes of a picture's rows: sharp is told that each byte is a grey pixel. */
async function bytesOfRows(
  { tags, chunks }: TiffPicture,
  { width, height }: { width: number; height: number },
  rowsPerRow = 1,
): Promise<Buffer> {
  const rowsPerStrip = tags.get(tiffTags.rowsPerStrip)?.values[0] ?? height * rowsPerRow
  const rows = Math.min(height, Math.ceil(rowsPerStrip / rowsPerRow))
  const grey = changed(tags, { width, height, samples: 1, photometric: 1, rowsPerStrip: rows })
  grey.set(tiffTags.bits, shorts([8]))
  grey.delete(338)
  return sharp(writeTiff([{ tags: grey, chunks }]), { limitInputPixels: false, failOn: 'none' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
}

/** The tags with other numbers for some. */
export function changed(
  tags: TiffPicture['tags'],
  numbers: Partial<Record<keyof typeof tiffTags, number>>,
): Map<number, TiffValues> {
  const all = new Map(tags)
  for (const [name, number] of Object.entries(numbers))
    all.set(tiffTags[name as keyof typeof tiffTags], { type: 'long', values: [number] })
  return all
}

const shorts = (values: number[]): TiffValues => ({ type: 'short', values })

const clamped = (value: number) => Math.min(255, Math.max(0, Math.round(value)))
