import type { Box } from '../model.ts'
import { intersection } from './pdfGeometry.ts'
import type { Painted, PaintedArea, PaintedPicture } from './pdfPainted.ts'
import { type PictureOf, shadesOf } from './pdfPicture.ts'
import { mergedBoxes } from './unreadPictures.ts'

/** Points; a payment code is 15 to 60 mm wide, and its frame a little more. */
const [narrowest, widest] = [34, 240]
/** Edges of a path that paints a code as a whole: the smallest has 200 dark squares, many of them joined. */
const densePath = 150
/** Squares that a code painted one by one has at least; and most that are looked at. */
const [fewestSquares, mostSquares] = [80, 4000]
/** More places than this are no codes but a drawing. */
const mostPlaces = 6

/**
 * Where a page may show a two-dimensional code, judged without drawing it: squarish pictures of two
 * shades that turn often, paths of very many straight edges, many small squares. Points of the upright page.
 */
export async function codePlaces(
  { areas }: Painted,
  [width, height]: readonly [width: number, height: number],
  pictureOf: PictureOf,
): Promise<Box[]> {
  const dense = areas.filter(({ kind, edges }) => kind === 'shape' && edges >= densePath)
  const places = mergedBoxes([...boxesOf(dense), ...squares(areas)], 1).filter(isSquarish)
  for (const { box, picture } of areas.filter(isPicture).slice(0, 100))
    if (picture && isSquarish(box) && (await looksLikeCode(picture, pictureOf))) places.push(box)
  const page: Box = [0, 0, width, height]
  return mergedBoxes(places, 1)
    .slice(0, mostPlaces)
    .map((box) => intersection(page, box))
}

function isPicture({ kind }: PaintedArea): boolean {
  return kind === 'picture'
}

function boxesOf(areas: readonly PaintedArea[]): Box[] {
  return areas.map(({ box }) => box)
}

/** Boxes around many small filled areas that touch. */
function squares(areas: readonly PaintedArea[]): Box[] {
  const small = boxesOf(areas.filter(({ kind }) => kind !== 'picture')).filter(
    ([x0, y0, x1, y1]) => y1 - y0 < 8 && x1 - x0 < 60 && x1 > x0 && y1 > y0,
  )
  return small.length < fewestSquares || small.length > mostSquares ? [] : mergedBoxes(small, 4)
}

function isSquarish([x0, y0, x1, y1]: Box): boolean {
  const [across, down] = [x1 - x0, y1 - y0]
  const isSized = (side: number) => side >= narrowest && side <= widest
  return isSized(across) && isSized(down) && across / down > 0.9 && across / down < 1.11
}

/** Samples in a row and in a column. */
const samples = 48
/** How often a row of a code turns from dark to light or back, on average; that of a logo does so less. */
const fewestTurns = 6

/** Nearly all of it is black or white, neither is rare, and its rows go from one to the other often. */
async function looksLikeCode(picture: PaintedPicture, pictureOf: PictureOf): Promise<boolean> {
  const decoded = await pictureOf(picture)
  if (!decoded) return false
  const shade = shadesOf(decoded)
  const place = (side: number, index: number) => Math.floor(((index + 0.5) / samples) * side)
  let [dark, light, turns] = [0, 0, 0]
  for (let row = 0; row < samples; row++) {
    let wasDark = false
    for (let column = 0; column < samples; column++) {
      const grey = shade(place(decoded.width, column), place(decoded.height, row), 0)
      if (grey < 80) dark++
      else if (grey > 175) light++
      if (grey < 128 !== wasDark) turns++
      wasDark = grey < 128
    }
  }
  const all = samples * samples
  const isTwoShades = dark + light > 0.85 * all && dark > 0.2 * all && light > 0.2 * all
  return isTwoShades && turns > fewestTurns * samples
}
