import type { Raster } from '../source/raster.ts'

/** Colours of the test picture's quarters: above left and right, below left and right. */
const colours = {
  black: [0, 0, 0],
  red: [220, 30, 30],
  blue: [30, 30, 220],
  white: [255, 255, 255],
}
const greys = { black: [0], dark: [85], light: [170], white: [255] }

/** A test picture of four quarters, rows top down: RGB, or grey with one channel. px */
export function fourColours(width = 64, height = 48, channels: 1 | 3 = 3): Buffer {
  const quarters = Object.values(channels === 3 ? colours : greys)
  const pixels = Buffer.alloc(width * height * channels)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const quarter = (y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)
      pixels.set(quarters[quarter] ?? [], (y * width + x) * channels)
    }
  return pixels
}

/** What a raster shows in its quarters, in reading order: “black red blue white”. */
export function quartersOf({ pixels, width, height, channels }: Raster): string {
  const names: string[] = []
  for (const y of [0.25, 0.75])
    for (const x of [0.25, 0.75]) {
      const at = (Math.floor(y * height) * width + Math.floor(x * width)) * channels
      names.push(nearest(pixels.subarray(at, at + channels)))
    }
  return names.join(' ')
}

function nearest(pixel: Uint8Array): string {
  const known = Object.entries(pixel.length === 1 ? greys : colours)
  const distance = (colour: readonly number[]) =>
    Math.hypot(...colour.map((value, i) => value - (pixel[i] ?? 0)))
  const [name, colour] = known.toSorted(([, a], [, b]) => distance(a) - distance(b))[0] ?? ['', []]
  return distance(colour) < 110 ? name : `rgb(${pixel.join()})`
}
