import { type Grey, type PixelBox, resized, rotated, scaled } from './grey.ts'
import type { Measure } from './measure.ts'

/** A page as the OCR wants it: lines level, letters of the size that it reads best. */
export interface Sheet {
  readonly picture: Grey
  /** Pixels of the sheet to one of the page. */
  readonly factor: number
  /** Height of its capitals in px, 0 where the page does not tell. */
  readonly letterHeight: number
  /** A box of the page on the sheet. */
  fromPage(box: PixelBox): PixelBox
  /** A box of the sheet on the page. */
  toPage(box: PixelBox): PixelBox
}

/**
 * Height of capitals in px that reads best. On our pages, words right of a hundred: 96.6 at 17 px, 96.6 at 20,
 * 96.7 at 24, and 96.3 at 300 dpi whatever the letters; larger costs time, and receipts lose (74 at 17 to 20, 70 at 26).
 */
const bestHeight = 20
/** Letters within these sizes are left as they are: every resampling costs sharpness. */
const goodHeights = [17, 22] as const
/** A slant below this is left alone. Degrees. */
const smallestSlant = 0.15
/** Long side in px beyond which nothing is made larger. */
const largest = 5000
/** The OCR counts to 32,767 px, and a slanted page grows when it is turned. */
const longest = 30_000

/** The page scaled by the size of its letters and turned level. */
export async function straighten(
  page: Grey,
  { letterHeight, skew }: Pick<Measure, 'letterHeight' | 'skew'>,
): Promise<Sheet> {
  const long = Math.max(page.width, page.height)
  const factor = Math.min(factorFor(page, letterHeight), longest / long)
  const width = Math.max(1, Math.round(page.width * factor))
  const height = Math.max(1, Math.round(page.height * factor))
  const sized = await resized(page, width, height)
  const degrees = Math.abs(skew) < smallestSlant ? 0 : -skew
  const picture = degrees === 0 ? sized : rotated(sized, degrees)
  const turn = (box: PixelBox, by: number, from: Grey, to: Grey) => turnedBox(box, by, from, to)
  return {
    picture,
    factor,
    letterHeight: letterHeight * factor,
    fromPage: (box) => turn(scaled(box, factor), degrees, sized, picture),
    toPage: (box) => scaled(turn(box, -degrees, picture, sized), 1 / factor),
  }
}

function factorFor({ width, height }: Grey, letterHeight: number): number {
  const long = Math.max(width, height)
  // A page that does not tell is taken for a sheet of paper with common type.
  if (letterHeight === 0) return Math.min(3, Math.max(1500, Math.min(long, 3510)) / long)
  if (letterHeight >= goodHeights[0] && letterHeight <= goodHeights[1]) return 1
  const factor = bestHeight / letterHeight
  return factor > 1 ? Math.max(1, Math.min(factor, 3, largest / long)) : Math.max(0.2, factor)
}

/** The box around a box that was turned clockwise with its picture, about the middle of both. */
function turnedBox(box: PixelBox, degrees: number, from: Grey, to: Grey): PixelBox {
  if (degrees === 0) return box
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [x0, y0, x1, y1] = box
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => {
    const [dx, dy] = [x - from.width / 2, y - from.height / 2]
    return [dx * cos - dy * sin + to.width / 2, dx * sin + dy * cos + to.height / 2] as const
  })
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
