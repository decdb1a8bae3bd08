import { cropped, type Grey, type PixelBox, paperShade } from './grey.ts'
import { type Patch, patchesOf } from './ink.ts'

/** Darker than this share of the paper is what shows through a hole. */
const blackShare = 0.45
/** Holes lie this near an edge, in mm: the standards have their middle at 12. */
const strip = 20
/** Diameters in mm: ISO 838 has 6, American punches up to 8. */
const [smallest, largest] = [4.5, 9]
/** Share of its box that a disc fills: π / 4, give or take. */
const [leastFill, mostFill] = [0.72, 0.85]
/** Two holes of one punch stand in line within the one and apart by the other at least. mm. */
const [outOfLine, apart] = [2, 15]
/** How far the edge of a hole fades. mm. */
const fading = 0.5

/**
 * A page without its punch holes, in the shade of its paper: plain black discs of that size near an edge, two or
 * more in line with it. A page without holes is given back as it is. `scale` in px per point.
 */
export function withoutHoles(page: Grey, scale: number): Grey {
  const paper = paperShade(page)
  const mm = (scale * 72) / 25.4
  const holes = stripsOf(page, strip * mm).flatMap((box) => {
    const discs = discsIn(page, box, { black: blackShare * paper, mm })
    return discs.filter((disc) => discs.some((other) => isInLine(disc, other, mm)))
  })
  if (holes.length === 0) return page
  const painted = { ...page, pixels: Uint8Array.from(page.pixels) }
  for (const hole of holes) paint(painted, hole, { paper, margin: fading * mm })
  return painted
}

/** The strips along the four edges. */
function stripsOf({ width, height }: Grey, depth: number): PixelBox[] {
  const across = Math.min(width, Math.round(depth))
  const down = Math.min(height, Math.round(depth))
  return [
    [0, 0, across, height],
    [width - across, 0, width, height],
    [0, 0, width, down],
    [0, height - down, width, height],
  ]
}

/** Boxes of black discs without anything light in them. */
function discsIn(
  page: Grey,
  box: PixelBox,
  { black, mm }: { readonly black: number; readonly mm: number },
): PixelBox[] {
  if (!hasBlackSpot(page, box, { black, mm })) return []
  const part = cropped(page, box)
  const ink = part.pixels.map((shade) => (shade < black ? 1 : 0))
  return patchesOf(ink, part.width, part.height)
    .filter((patch) => isDisc(patch, mm) && isPlain(ink, part.width, patch.box))
    .map(({ box: [x0, y0, x1, y1] }) => [x0 + box[0], y0 + box[1], x1 + box[0], y1 + box[1]])
}

/** Whether something as thick as a hole is in a strip at all: most pages end here, which takes no time. */
function hasBlackSpot(
  { pixels, width }: Grey,
  [x0, y0, x1, y1]: PixelBox,
  { black, mm }: { readonly black: number; readonly mm: number },
): boolean {
  // A spot of this radius around one point of the raster lies inside every disc of the smallest size.
  const radius = Math.floor(smallest * mm * 0.2)
  const step = Math.max(1, Math.floor(smallest * mm * 0.3))
  const isBlack = (x: number, y: number) => (pixels[y * width + x] ?? 255) < black
  for (let y = y0 + radius; y < y1 - radius; y += step)
    for (let x = x0 + radius; x < x1 - radius; x += step)
      if (
        isBlack(x, y) &&
        isBlack(x - radius, y) &&
        isBlack(x + radius, y) &&
        isBlack(x, y - radius) &&
        isBlack(x, y + radius)
      )
        return true
  return false
}

function isDisc({ box: [x0, y0, x1, y1], ink }: Patch, mm: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0]
  const isOfSize = [width, height].every((side) => side >= smallest * mm && side <= largest * mm)
  const fill = ink / (width * height)
  return isOfSize && Math.abs(width - height) < mm && fill > leastFill && fill < mostFill
}

/** Whether the square within a disc is black but for dust: a light figure stands in some. */
function isPlain(ink: Uint8Array, width: number, [x0, y0, x1, y1]: PixelBox): boolean {
  const inset = Math.ceil(0.2 * (x1 - x0))
  let light = 0
  for (let y = y0 + inset; y < y1 - inset; y++)
    for (let x = x0 + inset; x < x1 - inset; x++) if (!ink[y * width + x]) light++
  return light < 0.02 * (x1 - x0 - 2 * inset) * (y1 - y0 - 2 * inset)
}

function isInLine(a: PixelBox, b: PixelBox, mm: number): boolean {
  const [across, down] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])]
  return Math.min(across, down) < outOfLine * mm && Math.max(across, down) > apart * mm
}

function paint(
  { pixels, width, height }: Grey,
  [x0, y0, x1, y1]: PixelBox,
  { paper, margin }: { readonly paper: number; readonly margin: number },
): void {
  const [middleX, middleY] = [(x0 + x1) / 2, (y0 + y1) / 2]
  const radius = Math.max(x1 - x0, y1 - y0) / 2 + margin
  for (let y = Math.max(0, Math.floor(y0 - margin)); y < Math.min(height, y1 + margin); y++)
    for (let x = Math.max(0, Math.floor(x0 - margin)); x < Math.min(width, x1 + margin); x++)
      if (Math.hypot(x + 0.5 - middleX, y + 0.5 - middleY) <= radius) pixels[y * width + x] = paper
}
