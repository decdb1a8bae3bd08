import sharp from 'sharp'
import type { Box } from '../model.ts'
import { areaOf, intersection, isAxisAligned, type Matrix, union, unitBox } from './pdfGeometry.ts'
import type { Painted, PaintedGlyph, PaintedPicture } from './pdfPainted.ts'
import type { Raster } from './raster.ts'

/** A decoded picture as pdf.js hands it over: 1 is one bit a pixel, 2 RGB, 3 RGBA; stencils have no kind. */
export interface DecodedPicture {
  readonly kind?: number
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
  /** Its object in the file: `12R`, or `12R1` of another generation; stencils and inline pictures have none. */
  readonly ref?: string
}

export type PictureOf = (picture: PaintedPicture) => Promise<DecodedPicture | null>

/**
 * Pixels per point that are read as they are; what is coarser or finer is drawn at 300 dpi. On 13 scans of 180
 * to 300 dpi the OCR read 21,170 letters surely from their own pixels and 21,006 from the drawn page, on three
 * of 150 dpi 2,775 and 2,871.
 */
const [coarsest, finest] = [100 / 72, 620 / 72]
/** A scan of this many px is fine enough, whatever size it gives its paper. */
const scanLongSide = 1600

/**
 * The pixels of a page that is nothing but a scan, one picture or strips of one, as they are in the file:
 * flips and turns applied, what it leaves free of the page white. Null where the page has to be drawn to
 * know what it shows. `size` is the upright page's, in points.
 */
export async function scannedRaster(
  painted: Painted,
  size: readonly [width: number, height: number],
  pictureOf: PictureOf,
): Promise<Raster | null> {
  const strips: Strip[] = []
  for (const picture of scanOf(painted, size)) {
    const decoded = await pictureOf(picture)
    const strip = decoded && stripOf(decoded, picture.matrix)
    if (!strip) return null
    strips.push(strip)
  }
  return strips.length > 0 ? joined(strips, size) : null
}

/** The pictures of a page that shows nothing else, and none where it does. */
function scanOf(
  { glyphs, areas, lastShape }: Painted,
  size: readonly [width: number, height: number],
): PaintedPicture[] {
  const pictures = areas.filter(({ kind }) => kind === 'picture')
  const [first] = pictures
  const isWritten = ({ visibility, text }: PaintedGlyph) =>
    visibility === 'seen' && text.trim() !== ''
  if (!first || lastShape > first.order || glyphs.some(isWritten)) return []
  const page: Box = [0, 0, ...size]
  const whole = pictures.map(({ box }) => box).reduce(union)
  if (areaOf(intersection(whole, page)) < 0.9 * areaOf(page)) return []
  const found = pictures.flatMap(({ picture, colour }) => {
    const isBlack = !picture?.isMask || colour === '#000000'
    return picture?.isPlain && isBlack && isAxisAligned(picture.matrix) ? [picture] : []
  })
  return found.length === pictures.length ? found : []
}

interface Strip {
  readonly decoded: DecodedPicture
  readonly matrix: Matrix
  /** Pixels per point across and down the page. */
  readonly across: number
  readonly down: number
}

function stripOf(decoded: DecodedPicture, matrix: Matrix): Strip | null {
  const [x0, y0, x1, y1] = unitBox(matrix)
  const { width, height } = turnedSize(decoded, matrix)
  const [across, down] = [width / (x1 - x0), height / (y1 - y0)]
  const isLarge = Math.max(width, height) >= scanLongSide
  const isScan = (scale: number) => (isLarge || scale >= coarsest) && scale <= finest
  return isScan(across) && isScan(down) ? { decoded, matrix, across, down } : null
}

async function joined(
  strips: readonly Strip[],
  [width, height]: readonly [number, number],
): Promise<Raster | null> {
  const [{ across = 1, down = 1 } = {}] = strips
  const differs = (a: number, b: number) => Math.abs(a / b - 1) > 0.01
  if (strips.some((strip) => differs(strip.across, across) || differs(strip.down, down)))
    return null
  const [columns, rows] = [Math.round(width * across), Math.round(height * down)]
  const channels = strips.every(({ decoded }) => isGrey(decoded)) ? 1 : 3
  const pixels = Buffer.alloc(columns * rows * channels, 255)
  for (const { decoded, matrix } of strips) {
    const [x0, y0] = unitBox(matrix)
    const corner = [Math.round(x0 * across), Math.round(y0 * down)] as const
    paste(decoded, matrix, corner, { pixels, columns, rows, channels })
  }
  const raster: Raster = { pixels, width: columns, height: rows, channels, scale: across }
  // A fax has more pixels across than down.
  return Math.abs(across / down - 1) * rows < 1 ? raster : squared(raster, height)
}

async function squared(raster: Raster, height: number): Promise<Raster> {
  const { pixels, width, channels, scale } = raster
  const rows = Math.round(height * scale)
  const { data, info } = await sharp(pixels, { raw: { width, height: raster.height, channels } })
    .resize({ width, height: rows, fit: 'fill', kernel: 'cubic' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { pixels: data, width, height: rows, channels: info.channels as 1 | 3, scale }
}

interface Canvas {
  readonly pixels: Buffer
  readonly columns: number
  readonly rows: number
  readonly channels: 1 | 3
}

/** Puts a picture with its turn and flips on the canvas; what hangs over is cut. */
function paste(
  decoded: DecodedPicture,
  matrix: Matrix,
  [left, top]: readonly [number, number],
  { pixels, columns, rows, channels }: Canvas,
): void {
  const [a, b, c, d] = matrix
  const { width, height } = turnedSize(decoded, matrix)
  const stride = strideOf(decoded)
  const shade = shades(decoded)
  // How far the picture's index moves for a step to the right and for a step down the page.
  const isTurned = Math.abs(a) < Math.abs(c)
  const right = isTurned ? (c < 0 ? stride : -stride) : a > 0 ? 1 : -1
  const down = isTurned ? (b > 0 ? 1 : -1) : d < 0 ? stride : -stride
  const start = (right < 0 ? -right * (width - 1) : 0) + (down < 0 ? -down * (height - 1) : 0)
  const [x0, x1] = [Math.max(0, -left), Math.min(width, columns - left)]
  for (let y = Math.max(0, -top); y < Math.min(height, rows - top); y++) {
    let at = ((top + y) * columns + left + x0) * channels
    for (let x = x0; x < x1; x++)
      for (let channel = 0; channel < channels; channel++)
        pixels[at++] = shade(start + x * right + y * down, channel)
  }
}

function turnedSize(
  { width, height }: DecodedPicture,
  [a, , c]: Matrix,
): { width: number; height: number } {
  return Math.abs(a) < Math.abs(c) ? { width: height, height: width } : { width, height }
}

/** Brightness of a colour channel at a column and a row, transparency on white; beyond its end a picture is white. */
export function shadesOf(
  decoded: DecodedPicture,
): (column: number, row: number, channel: number) => number {
  const [stride, shade] = [strideOf(decoded), shades(decoded)]
  return (column, row, channel) => shade(row * stride + column, channel)
}

/** Rows of a picture that its data reach to; the last may be there in part. */
export function rowsThere(decoded: DecodedPicture): number {
  return decoded.data.length / bytesPerRow(decoded)
}

/** Whether the last row of a picture is of one shade. */
export function hasPlainFoot(decoded: DecodedPicture): boolean {
  const { data } = decoded
  const foot = data.subarray(data.length - bytesPerRow(decoded))
  const step = decoded.kind === 2 || decoded.kind === 3 ? decoded.kind + 1 : 1
  return foot.every((value, at) => value === foot[at % step])
}

function bytesPerRow({ kind, width }: DecodedPicture): number {
  return kind === 2 || kind === 3 ? width * (kind + 1) : (width + 7) >> 3
}

/** Indices from one row to the next: rows of bits begin at a byte. */
function strideOf({ kind, width }: DecodedPicture): number {
  return kind === 2 || kind === 3 ? width : ((width + 7) >> 3) * 8
}

function shades({ kind, data }: DecodedPicture): (index: number, channel: number) => number {
  if (kind === 2) return (index, channel) => data[index * 3 + channel] ?? 255
  if (kind === 3)
    return (index, channel) => {
      const alpha = (data[index * 4 + 3] ?? 0) / 255
      return 255 - alpha * (255 - (data[index * 4 + channel] ?? 255))
    }
  return (index) => (((data[index >> 3] ?? 255) >> (7 - (index & 7))) & 1 ? 255 : 0)
}

function isGrey({ kind, data }: DecodedPicture): boolean {
  if (kind !== 2 && kind !== 3) return true
  const step = kind + 1
  for (let at = 0; at < data.length; at += step)
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false
  return true
}
