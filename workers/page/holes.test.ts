import { describe, expect, it } from 'vitest'
import { drawnPage } from '../testing/drawnPage.ts'
import type { Grey } from './grey.ts'
import { withoutHoles } from './holes.ts'

const lines = ['Invoice 4711 of Northwind Traders', '', 'Total due 1,234.56 EUR', 'by 1 June 2024']
const { raster } = drawnPage({ lines, paper: '#f4f4f4', dpi: 100 })
const { width, height, scale } = raster
const mm = (scale * 72) / 25.4
const [wide, high] = [width / mm, height / mm]

type Spot = readonly [x: number, y: number, radius?: number, shade?: number]

/** The page with black discs about these places, in mm; later ones lie on earlier ones. */
function punched(spots: readonly Spot[]): Grey {
  const pixels = Uint8Array.from(raster.pixels)
  for (const [x, y, radius = 3, shade = 10] of spots)
    pixels.forEach((_, at) => {
      const distance = Math.hypot((at % width) / mm - x, Math.floor(at / width) / mm - y)
      if (distance < radius) pixels[at] = shade
    })
  return { pixels, width, height }
}

describe('punch holes are taken away, and nothing else', () => {
  it.each<[string, readonly Spot[]]>([
    [
      'two at the left',
      [
        [12, high / 2 - 40],
        [12, high / 2 + 40],
      ],
    ],
    ['four at the right', [30, 110, 190, 270].map((y) => [wide - 12, y])],
    ['three at the top, larger', [40, 105, 170].map((x) => [x, 13, 4])],
    [
      'two at the foot, out of line by a millimetre',
      [
        [60, high - 11],
        [140, high - 12],
      ],
    ],
  ])('%s', (_, spots) => {
    expect(Buffer.compare(withoutHoles(punched(spots), scale).pixels, raster.pixels)).toBe(0)
  })
})

describe('nothing is changed', () => {
  it.each<[string, readonly Spot[]]>([
    ['on a page without holes', []],
    ['of one disc alone', [[12, 100]]],
    [
      'of discs within the page',
      [
        [60, 100],
        [60, 180],
      ],
    ],
    [
      'of bullets',
      [
        [12, 100, 1],
        [12, 130, 1],
      ],
    ],
    [
      'of large discs',
      [
        [12, 100, 7],
        [12, 180, 7],
      ],
    ],
    [
      'of discs with something light in them',
      [
        [12, 100],
        [12, 100, 0.8, 244],
        [12, 180],
        [12, 180, 0.8, 244],
      ],
    ],
  ])('%s', (_, spots) => {
    const page = punched(spots)
    expect(withoutHoles(page, scale) === page).toBe(true)
  })
})
