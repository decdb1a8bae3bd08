import { describe, expect, it } from 'vitest'
import { drawnPage } from '../testing/drawnPage.ts'
import { typedTexts } from '../testing/typedTexts.ts'
import { type Grey, greyOf, type PixelBox } from './grey.ts'
import { inkBox } from './inkBox.ts'
import { straighten } from './straighten.ts'

const blank = (width: number, height: number): Grey => ({
  pixels: new Uint8Array(width * height).fill(255),
  width,
  height,
})

describe('letters', () => {
  it.each([17, 20, 22])(
    'of %i px are left as they are, and so is a level page',
    async (letterHeight) => {
      const page = blank(300, 200)
      const sheet = await straighten(page, { letterHeight, skew: 0.1 })
      expect(sheet.picture).toBe(page)
      expect(sheet).toMatchObject({ factor: 1, letterHeight })
    },
  )

  it.each([
    [10, 20, 2],
    [40, 20, 0.5],
    // Three times is the most that is worth it, a fifth the least that is done.
    [4, 12, 3],
    [150, 30, 0.2],
  ])('of %i px become %i px', async (letterHeight, wanted, factor) => {
    const sheet = await straighten(blank(300, 200), { letterHeight, skew: 0 })
    expect(sheet.letterHeight).toBeCloseTo(wanted, 5)
    expect(sheet.factor).toBeCloseTo(factor, 5)
    expect(sheet.picture).toMatchObject({ width: 300 * factor, height: 200 * factor })
  })

  it('on a huge page are never made larger', async () => {
    for (const letterHeight of [0, 6, 12]) {
      const { picture } = await straighten(blank(6000, 300), { letterHeight, skew: 0 })
      expect(picture.width).toBeLessThanOrEqual(6000)
    }
    const { picture } = await straighten(blank(4000, 30), { letterHeight: 8, skew: 0 })
    expect(picture.width).toBe(5000)
  })

  it('on a page longer than the OCR can count are made smaller', async () => {
    for (const letterHeight of [0, 20, 30]) {
      const { picture } = await straighten(blank(60, 40_000), { letterHeight, skew: 4 })
      expect(picture.height).toBeLessThan(32_767)
    }
  })

  it('of which a page does not tell are taken for common type on a sheet of paper', async () => {
    for (const [width, long] of [
      [300, 900],
      [1000, 1500],
      [2000, 2000],
      [4000, 3510],
    ] as const) {
      const { picture } = await straighten(blank(width, 200), { letterHeight: 0, skew: 0 })
      expect(Math.abs(picture.width - long)).toBeLessThanOrEqual(1)
    }
  })
})

const slants = [
  { letterHeight: 20, skew: 0 },
  { letterHeight: 11, skew: 0 },
  { letterHeight: 20, skew: 3.4 },
  { letterHeight: 37, skew: -4.1 },
]

it('a point of the page is found on the sheet and back again', async () => {
  for (const measured of slants) {
    const sheet = await straighten(blank(800, 1100), measured)
    for (const [x, y] of [
      [0, 0],
      [799, 3],
      [400, 550],
      [120.5, 1090.25],
    ] as const) {
      const there = sheet.fromPage([x, y, x, y])
      const back = sheet.toPage(there)
      back.forEach((value, i) => {
        expect(value).toBeCloseTo(i % 2 === 0 ? x : y, 6)
      })
      const again = sheet.fromPage(back)
      again.forEach((value, i) => {
        expect(value).toBeCloseTo(there[i] ?? 0, 6)
      })
    }
  }
})

it.each([
  { slant: 0, letterHeight: 22.5 },
  { slant: 0, letterHeight: 9 },
  { slant: 3, letterHeight: 20 },
  { slant: -4, letterHeight: 33 },
])('a word’s ink is where its box says, level or not (%j)', async ({ slant, letterHeight }) => {
  const lines = typedTexts.de.slice(0, 8)
  const { raster, words } = drawnPage({ lines, size: [595, 300], dpi: 150, slant })
  const sheet = await straighten(await greyOf(raster), { letterHeight, skew: slant })
  for (const { text, box } of words) {
    const drawn = box.map((value) => value * raster.scale) as unknown as PixelBox
    const onSheet = sheet.fromPage(drawn)
    expect(inkIn(sheet.picture, onSheet), text).toBeGreaterThan(0)
    const around = sheet.toPage(onSheet)
    expect(around[0]).toBeLessThan(drawn[0] + 0.01)
    expect(around[1]).toBeLessThan(drawn[1] + 0.01)
    expect(around[2]).toBeGreaterThan(drawn[2] - 0.01)
    expect(around[3]).toBeGreaterThan(drawn[3] - 0.01)
    expect(edges(sheet.picture, onSheet, 1 + Math.max(1, sheet.factor)), text).toBe(0)
  }
})

/** Dark pixels in a box. */
function inkIn({ pixels, width }: Grey, [x0, y0, x1, y1]: PixelBox): number {
  let count = 0
  for (let y = Math.floor(y0); y < y1; y++)
    for (let x = Math.floor(x0); x < x1; x++) if ((pixels[y * width + x] ?? 255) < 128) count++
  return count
}

/** Dark pixels on the frame `out` pixels outside of a box: ink that hangs out of it. */
function edges(picture: Grey, [x0, y0, x1, y1]: PixelBox, out: number): number {
  const [left, top, right, bottom] = [x0 - out, y0 - out, x1 + out, y1 + out]
  return [
    inkIn(picture, [left, top, right, top + 1]),
    inkIn(picture, [left, bottom - 1, right, bottom]),
    inkIn(picture, [left, top, left + 1, bottom]),
    inkIn(picture, [right - 1, top, right, bottom]),
  ].reduce((sum, count) => sum + count, 0)
}

describe('the box of a word on a slanted page', () => {
  it.each([-4, 3])('of %i degrees lies close around its ink', async (slant) => {
    for (const [ink, paper] of [
      ['black', 'white'],
      ['#ddd', '#222'],
    ] as const) {
      const lines = ['anemone Bibliography gypsum minimum']
      const drawing = { lines, size: [400, 200], dpi: 200, ink, paper } as const
      const { raster, words } = drawnPage({ ...drawing, slant })
      const sheet = await straighten(await greyOf(raster), { letterHeight: 20, skew: slant })
      const level = drawnPage(drawing).words
      const middle = [raster.width / 2, raster.height / 2] as const
      words.forEach(({ box }, i) => {
        const { picture, factor } = sheet
        const upright = (level[i]?.box ?? box).map((value, side) => {
          const half = side % 2 === 0 ? [middle[0], picture.width] : [middle[1], picture.height]
          return (value * raster.scale - (half[0] ?? 0)) * factor + (half[1] ?? 0) / 2
        }) as unknown as PixelBox
        inkBox(sheet, upright).forEach((value, side) => {
          expect(Math.abs(value / raster.scale - (box[side] ?? 0))).toBeLessThan(0.8)
        })
      })
    }
  })

  it('is taken whole where a dark speck would pass for all its ink', async () => {
    const picture = blank(200, 200)
    picture.pixels.fill(230)
    picture.pixels[100 * 200 + 100] = 0
    const sheet = await straighten(picture, { letterHeight: 20, skew: 4 })
    const box = [60, 90, 140, 120] as const
    expect(inkBox(sheet, box)).toEqual(sheet.toPage(box))
  })
})
