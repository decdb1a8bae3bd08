import type { TiffFile, TiffFrame } from './tiffFile.ts'
import type { TiffPicture, TiffValues } from './writeTiff.ts'

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

/** What has to go along when a frame is written anew; the last are JPEG's tables and a colour profile. */
const keptTags = [
  256, 257, 258, 259, 262, 266, 277, 278, 284, 292, 293, 317, 320, 322, 323, 338, 339, 530, 347,
  34675,
]

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
