import { type Grey, type PixelBox, resized, scaled } from './grey.ts'
import { inkOf, patchesOf } from './ink.ts'

/** What a page shows before anything is read. Px are those of the picture that was measured. */
export interface Measure {
  /** Usual height of its capitals or figures in px; 0 where there are too few letters to tell. */
  readonly letterHeight: number
  /** How far lines fall to the right, in degrees; 0 when nothing tells. */
  readonly skew: number
  /** Patches of ink of the size of letters. */
  readonly letters: readonly PixelBox[]
  /** Somewhere it is so dark that light letters may stand there. */
  readonly hasDarkPlaces: boolean
}

/** Long side in px at which a page is measured: finer costs time and tells no more. */
const measuredAt = 2000
/** Strips of more than 1 to 2.5 are measured longer, or their letters would be specks: till rolls, pictures of web pages. */
const stripPixels = 1_600_000
/** Light of a place that is more ink than paper, 0 to 255: dense type is lighter. */
const darkLight = 110
/** Fewer letters than this say nothing about their size or slant. */
const fewLetters = 25

/** Size and slant of the letters of a page, from its patches of ink. */
export async function measure(page: Grey): Promise<Measure> {
  const { width, height } = page
  const long = Math.max(width, height)
  const factor = Math.min(1, Math.max(measuredAt / long, Math.sqrt(stripPixels / width / height)))
  const size = (length: number) => Math.max(1, Math.round(length * factor))
  const small = await resized(page, size(width), size(height))
  const hasDarkPlaces = await isDarkSomewhere(small)
  const radius = Math.round(Math.max(small.width, small.height) / 60)
  const patches = patchesOf(inkOf(small, radius), small.width, small.height)
  const likely = patches.filter(({ box, ink }) => mayBeLetter(box, ink)).map(({ box }) => box)
  const usual = usualHeight(likely.map(heightOf))
  if (likely.length < fewLetters || usual === 0)
    return {
      ...{ letterHeight: 0, skew: 0, hasDarkPlaces },
      letters: likely.map((box) => scaled(box, 1 / factor)),
    }
  const letters = likely.filter(
    (box) => heightOf(box) > 0.45 * usual && heightOf(box) < 2.5 * usual,
  )
  return {
    letterHeight: usual / factor,
    skew: skewOf(letters, usual),
    letters: letters.map((box) => scaled(box, 1 / factor)),
    hasDarkPlaces,
  }
}

/** Places of about a line of text by half a line; one of them in a thousand is enough. */
async function isDarkSomewhere(page: Grey): Promise<boolean> {
  const places = await resized(page, Math.ceil(page.width / 12), Math.ceil(page.height / 12))
  const dark = places.pixels.reduce((count, light) => count + (light < darkLight ? 1 : 0), 0)
  return dark > places.pixels.length / 1000
}

/** Neither a speck nor a line, a frame or a picture. */
function mayBeLetter(box: PixelBox, ink: number): boolean {
  const [width, height] = [box[2] - box[0], heightOf(box)]
  if (height < 4 || height > 110 || width < 2) return false
  return width <= 3 * height && height <= 6 * width && ink >= 0.15 * width * height
}

/** The height that most ink stands at: specks are many and small, so each patch counts by its height. */
function usualHeight(heights: readonly number[]): number {
  const weights = new Float64Array(112)
  for (const height of heights) weights[height] = (weights[height] ?? 0) + height
  let [best, most] = [0, 0]
  for (let height = 6; height < 110; height++) {
    let weight = 0
    for (let near = Math.floor(0.88 * height); near <= Math.ceil(1.12 * height); near++)
      weight += weights[near] ?? 0
    if (weight > most) [best, most] = [height, weight]
  }
  return best
}

/** Steeper slants are no accident of a scanner. */
const steepest = 8

/**
 * The angle at which the feet of the letters fall onto the fewest, fullest lines: sum of squares of their
 * projection (Postl 1986; on feet of patches: Baird 1987). Degrees.
 */
function skewOf(letters: readonly PixelBox[], letterHeight: number): number {
  const feet = letters.map(([x0, , x1, y1]) => [(x0 + x1) / 2, y1] as const)
  const sharpness = (degrees: number) => {
    const slope = Math.tan((degrees * Math.PI) / 180)
    const bins = new Map<number, number>()
    for (const [x, y] of feet) {
      const bin = Math.round((y - x * slope) / Math.max(1.5, letterHeight / 7))
      bins.set(bin, (bins.get(bin) ?? 0) + 1)
    }
    let sum = 0
    for (const count of bins.values()) sum += count * count
    return sum
  }
  let [best, most] = [0, sharpness(0)]
  const level = most
  const look = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
      const found = sharpness(degrees)
      if (found > most) [best, most] = [degrees, found]
    }
  }
  look(-steepest, steepest, 0.4)
  look(best - 0.4, best + 0.4, 0.1)
  look(best - 0.1, best + 0.1, 0.025)
  return most > 1.1 * level ? best : 0
}

function heightOf([, y0, , y1]: PixelBox): number {
  return y1 - y0
}
