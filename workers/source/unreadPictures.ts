import type { Box } from '../model.ts'
import { areaOf, intersection, isAxisAligned, type Matrix, union } from './pdfGeometry.ts'
import type { Painted, PaintedArea } from './pdfPainted.ts'
import { type DecodedPicture, type PictureOf, shadesOf } from './pdfPicture.ts'
import type { LayerWord } from './pdfWords.ts'

/** Smaller pictures, as a share of the page, are logos and icons. */
const smallest = 0.02
/** A picture lying at an angle cannot be sampled by rows; one this large is worth reading unseen. */
const largeAtAngle = 0.2
/** More pictures than this are a drawing's tiles. */
const mostPictures = 500

/** Places of a page where pictures show lines of type that no word stands for. Points, upright. */
export async function unreadPictures(
  { areas }: Painted,
  words: readonly LayerWord[],
  size: readonly [width: number, height: number],
  pictureOf: PictureOf,
): Promise<Box[]> {
  const page: Box = [0, 0, ...size]
  const unread: Box[] = []
  for (const group of largePictures(areas, size)) {
    const sample = paperOf(group)
    for (const { box, picture, colour, isOpaque } of areas) {
      const shared = intersection(box, group)
      if (areaOf(shared) === 0) continue
      if (!picture) {
        if (isOpaque) cover(sample, shared, colour)
      } else if (isAxisAligned(picture.matrix)) {
        const decoded = await pictureOf(picture)
        if (decoded) take(sample, decoded, picture.matrix, shared)
      } else if (areaOf(box) > largeAtAngle * areaOf(page)) sample.hasMore = true
    }
    if (sample.hasMore || showsUnreadLines(sample, words)) unread.push(group)
  }
  return unread
}

/** Places of a page where pictures, also such as lie in strips side by side, are large enough to matter. Points. */
export function largePictures(
  areas: readonly PaintedArea[],
  size: readonly [width: number, height: number],
): Box[] {
  const page: Box = [0, 0, ...size]
  const pictures = areas
    .filter(({ kind, box }) => kind === 'picture' && areaOf(box) > 0)
    .slice(0, mostPictures)
  const groups = mergedBoxes(
    pictures.map(({ box }) => box),
    1,
  )
  return groups.filter((box) => areaOf(intersection(box, page)) > smallest * areaOf(page))
}

/** Boxes of which every two that lie within `gap` points of each other have become one. */
export function mergedBoxes(boxes: readonly Box[], gap: number): Box[] {
  const merged: Box[] = []
  for (const box of [...boxes].sort((a, b) => a[1] - b[1])) {
    let whole = box
    for (let at = merged.findIndex((other) => isNear(other, whole, gap)); at >= 0; ) {
      whole = union(whole, merged[at] ?? whole)
      merged.splice(at, 1)
      at = merged.findIndex((other) => isNear(other, whole, gap))
    }
    merged.push(whole)
  }
  return merged
}

function isNear(a: Box, b: Box, gap: number): boolean {
  return a[0] - gap <= b[2] && b[0] - gap <= a[2] && a[1] - gap <= b[3] && b[1] - gap <= a[3]
}

/** A region's brightness, one sample a point. */
interface Sample {
  readonly box: Box
  readonly columns: number
  readonly rows: number
  readonly grey: Uint8Array
  hasMore: boolean
}

function paperOf(box: Box): Sample {
  const [columns, rows] = [Math.ceil(box[2] - box[0]), Math.ceil(box[3] - box[1])]
  return { box, columns, rows, grey: new Uint8Array(columns * rows).fill(255), hasMore: false }
}

/** Paints a filled rectangle over what was sampled. */
function cover({ box, columns, grey }: Sample, [x0, y0, x1, y1]: Box, colour: string | null): void {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    Number.parseInt(colour?.slice(at, at + 2) ?? '', 16),
  )
  const shade = colour === null ? 255 : shadeOf(red, green, blue)
  for (let y = Math.floor(y0 - box[1]); y < y1 - box[1]; y++)
    grey.fill(shade, y * columns + Math.floor(x0 - box[0]), y * columns + Math.ceil(x1 - box[0]))
}

function shadeOf(red = 0, green = 0, blue = 0): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue
}

/** Samples one picture into its region, at the middle of each point. */
function take(sample: Sample, decoded: DecodedPicture, matrix: Matrix, box: Box): void {
  const [a, b, c, d, e, f] = matrix
  const determinant = a * d - b * c
  if (Math.abs(determinant) < 1e-9) return
  const colourAt = shadesOf(decoded)
  const [x0, y0, x1, y1] = box
  for (let y = Math.floor(y0) + 0.5; y < y1; y++)
    for (let x = Math.floor(x0) + 0.5; x < x1; x++) {
      const [dx, dy] = [x - e, y - f]
      const column = Math.floor(((d * dx - c * dy) / determinant) * decoded.width)
      const row = Math.floor((1 - (a * dy - b * dx) / determinant) * decoded.height)
      if (column < 0 || row < 0 || column >= decoded.width || row >= decoded.height) continue
      const at = Math.floor(y - sample.box[1]) * sample.columns + Math.floor(x - sample.box[0])
      const [red, green, blue] = [0, 1, 2].map((channel) => colourAt(column, row, channel))
      sample.grey[at] = shadeOf(red, green, blue)
    }
}

/**
 * Type stands in rows: on paper of one shade, bands a line high in which dark and light take turns. Two of
 * small type or three of any are text; a logo has one or two large ones, a photograph no paper.
 */
function showsUnreadLines(sample: Sample, words: readonly LayerWord[]): boolean {
  const { columns, rows, grey } = sample
  const paper = paperShade(grey)
  let paperCount = 0
  for (const shade of grey) if (Math.abs(shade - paper) <= 32) paperCount++
  if (paperCount < 0.65 * grey.length) return false

  const isRead = readCells(sample, words)
  const bands: { height: number; width: number }[] = []
  let [height, left, right] = [0, columns, 0]
  for (let row = 0; row <= rows; row++) {
    let [turns, from, to, wasInk] = [0, columns, 0, false]
    for (let column = 0; column < columns && row < rows; column++) {
      const at = row * columns + column
      const isInk = Math.abs((grey[at] ?? 0) - paper) > 60 && isRead[at] === 0
      if (isInk !== wasInk) turns++
      if (isInk) [from, to] = [Math.min(from, column), column]
      wasInk = isInk
    }
    if (turns >= 6) [height, left, right] = [height + 1, Math.min(left, from), Math.max(right, to)]
    else {
      if (height >= 3 && right - left >= 15) bands.push({ height, width: right - left })
      ;[height, left, right] = [0, columns, 0]
    }
  }
  const small = bands.filter((band) => band.height <= 14 && band.width >= 40)
  return small.length >= 2 || bands.length >= 3
}

/** The commonest shade, in steps of eight. */
function paperShade(grey: Uint8Array): number {
  const counts = new Uint32Array(32)
  for (const shade of grey) counts[shade >> 3] = (counts[shade >> 3] ?? 0) + 1
  return counts.indexOf(Math.max(...counts)) * 8 + 4
}

/** 1 where a word of the page, two points around it included, already stands for the ink. */
function readCells({ box, columns, rows }: Sample, words: readonly LayerWord[]): Uint8Array {
  const isRead = new Uint8Array(columns * rows)
  for (const word of words) {
    if (word.isHidden) continue
    const around: Box = [word.box[0] - 2, word.box[1] - 2, word.box[2] + 2, word.box[3] + 2]
    const shared = intersection(box, around)
    if (areaOf(shared) === 0) continue
    const [x0, y0, x1, y1] = shared
    for (let y = Math.floor(y0 - box[1]); y < y1 - box[1]; y++)
      isRead.fill(1, y * columns + Math.floor(x0 - box[0]), y * columns + Math.ceil(x1 - box[0]))
  }
  return isRead
}
