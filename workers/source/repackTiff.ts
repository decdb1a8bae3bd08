import { promisify } from 'node:util'
import { deflateSync, zstdDecompress } from 'node:zlib'
import { type PageName, refuseHugePicture } from './pictureLimits.ts'
import { changed, pictureOf, tiffTags } from './takeFrame.ts'
import type { TiffFile, TiffFrame } from './tiffFile.ts'
import { eightBitTiff, rgbTiff } from './unpackSamples.ts'
import { type TiffPicture, writeTiff } from './writeTiff.ts'

/** Packings that sharp undoes; of others it gives black paper or an error. */
const packings = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32773, 32809, 32946, 50001])
const [oldJpeg, jpeg, deflate, zstd, webp] = [6, 7, 8, 50000, 50001]
const yCbCr = 6
/** Packed, unpacked and as eight bits, for each sample. */
const unpackingBytes = 5
/** A strip that claims to hold more is a trap. */
const mostChunkBytes = 400_000_000
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
