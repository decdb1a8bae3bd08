import { inflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { areaOf, intersection } from './pdfGeometry.ts'
import type { Painted } from './pdfPainted.ts'
import { type DecodedPicture, hasPlainFoot, type PictureOf, rowsThere } from './pdfPicture.ts'
import type { PdfStream } from './pdfStream.ts'
import { largePictures } from './unreadPictures.ts'

export type StreamOf = (ref: string) => Promise<PdfStream | null>

/** Faxes are often a few rows shorter than they say. */
const wholeShare = 0.99
/** Three bytes for each pixel of the largest picture that is decoded. */
const mostBytes = 300_000_000

/**
 * Whether a picture of a page, icons left out, cannot be decoded or ends early. pdf.js paints what there is of
 * it, or nothing, without a word. `size` in points.
 */
export async function hasDamagedPicture(
  { areas }: Painted,
  size: readonly [width: number, height: number],
  { pictureOf, streamOf }: { readonly pictureOf: PictureOf; readonly streamOf: StreamOf },
): Promise<boolean> {
  const places = largePictures(areas, size)
  const seen = new Set<unknown>()
  for (const { box, picture } of areas) {
    if (!picture || seen.has(picture.source)) continue
    if (!places.some((place) => areaOf(intersection(box, place)) > 0)) continue
    seen.add(picture.source)
    if (await isDamaged(await pictureOf(picture), streamOf)) return true
  }
  return false
}

async function isDamaged(decoded: DecodedPicture | null, streamOf: StreamOf): Promise<boolean> {
  if (!decoded || rowsThere(decoded) < wholeShare * decoded.height) return true
  const stream = decoded.ref ? await streamOf(decoded.ref) : null
  if (stream?.filter === 'DCTDecode') return !(await isWholeJpeg(stream.data))
  // Of what is missing pdf.js makes a foot of one shade; only then is unpacking worth its time.
  return stream?.filter === 'FlateDecode' && hasPlainFoot(decoded) && endsEarly(stream.data)
}

const endOfImage = Buffer.from([0xff, 0xd9])
/** Zero, line ends and blanks: what hangs on to streams. */
const padding: ReadonlySet<number> = new Set([0, 10, 13, 32])

/** A JPEG is whole when it ends with its mark, or when all that it lacks is the mark. */
async function isWholeJpeg(data: Buffer): Promise<boolean> {
  const end = data.lastIndexOf(endOfImage)
  const rest = data.subarray(end + endOfImage.length)
  if (end >= 0 && rest.every((byte) => padding.has(byte))) return true
  const marked = Buffer.concat([data, endOfImage])
  const options = { failOn: 'warning', limitInputPixels: false, sequentialRead: true } as const
  return sharp(marked, options)
    .resize(1, 1, { fit: 'fill' })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    )
}

/** Without regard to the check sum behind the data, which some programs get wrong or leave out. */
function endsEarly(data: Buffer): boolean {
  try {
    inflateRawSync(data.subarray(2), { maxOutputLength: mostBytes })
    return false
  } catch (thrown) {
    return ['Z_BUF_ERROR', 'Z_DATA_ERROR'].includes((thrown as NodeJS.ErrnoException).code ?? '')
  }
}
