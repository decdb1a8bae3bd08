import { describe, expect, it } from 'vitest'
import type { Raster } from '../source/raster.ts'
import { drawnPage } from '../testing/drawnPage.ts'
import { withoutBorders } from './borders.ts'
import type { Grey } from './grey.ts'

const lines = ['Invoice 4711 of Northwind Traders', '', 'Total due 1,234.56 EUR', 'by 1 June 2024']
const { raster } = drawnPage({ lines, paper: '#f4f4f4', dpi: 150 })
const { width, height, scale } = raster
const mm = (scale * 72) / 25.4
const paper = 0xf4

/** The page with everything black, or of another shade, where `isDark` says so, in mm. */
function darkened(isDark: (x: number, y: number) => boolean, shade = 12): Grey {
  const pixels = Uint8Array.from(raster.pixels, (light, at) =>
    isDark((at % width) / mm, Math.floor(at / width) / mm) ? shade : light,
  )
  return { pixels, width, height }
}

/** Share of the pixels that are not as they were on the clean page. */
function changed({ pixels }: Grey, clean: Raster = raster): number {
  return (
    pixels.reduce((count, light, at) => count + (light === clean.pixels[at] ? 0 : 1), 0) /
    pixels.length
  )
}

const [wide, high] = [width / mm, height / mm]

describe('the black around a page is taken away, and nothing of its text', () => {
  it.each([
    ['of uneven width on two sides', (x: number, y: number) => x < 4 + y / 40 || y < 8 - x / 40],
    [
      'on four sides',
      (x: number, y: number) => x < 6 || y < 5 || x > wide - 9 || y > high - 3 - x / 50,
    ],
    ['in a thin frame', (x: number, y: number) => Math.min(x, y, wide - x, high - y) < 2.2],
    [
      'with a ragged edge',
      (x: number, y: number) => x < 5 + 0.8 * Math.sin(3 * y) + 0.4 * Math.sin(17 * y),
    ],
    ['along a part of the edge', (x: number, y: number) => x < 7 && y > 100 && y < 180],
  ])('%s', (_, isDark) => {
    const cleaned = withoutBorders(darkened(isDark), scale)
    expect(changed(cleaned)).toBe(0)
  })

  it('with dust in it and an edge that fades', () => {
    const bordered = darkened((x) => x < 6)
    bordered.pixels.forEach((_, at) => {
      const x = (at % width) / mm
      if (x >= 6 && x < 6.4) bordered.pixels[at] = 150
      if (x < 5 && at % 97 === 0) bordered.pixels[at] = paper
    })
    expect(changed(withoutBorders(bordered, scale))).toBe(0)
  })
})

describe('nothing is changed', () => {
  it('on a page without a border', () => {
    expect(withoutBorders(raster, scale) === raster).toBe(true)
  })

  it.each([
    ['of a rule along the edge', (x: number) => x < 0.3],
    ['of a hair of black all around', (x: number, y: number) => Math.min(x, y, wide - x) < 1],
    ['of a frame within the page', (x: number, y: number) => x > 8 && x < 12 && y > 8],
    ['of large letters that the edge cuts', (x: number, y: number) => x < 5 && y % 14 < 9],
  ])('%s', (_, isDark) => {
    const page = darkened(isDark)
    expect(withoutBorders(page, scale) === page).toBe(true)
  })

  it('of light letters on a dark ground that reaches the edges', () => {
    const { raster: light } = drawnPage({ lines, paper: '#202020', ink: 'white', dpi: 150 })
    const banner = 50 * mm * width
    const pixels = Uint8Array.from(raster.pixels)
    pixels.set(light.pixels.subarray(0, banner))
    const page = { pixels, width, height }
    const cleaned = withoutBorders(page, scale)
    expect(cleaned === page).toBe(true)
  })

  it('of a page that is dark itself', () => {
    const { raster: dark } = drawnPage({ lines, paper: 'black', ink: 'white', dpi: 150 })
    expect(withoutBorders(dark, scale) === dark).toBe(true)
  })
})
