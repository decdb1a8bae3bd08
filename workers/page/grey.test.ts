import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Turn } from '../model.ts'
import type { Raster } from '../source/raster.ts'
import { cropped, type Grey, greyOf, resized, rotated, turned } from './grey.ts'

/** Rows of letters as grey pixels: `.` is white, `#` black, `+` in between. */
function drawn(...rows: readonly string[]): Grey {
  const shades: Readonly<Record<string, number>> = { '.': 255, '+': 128, '#': 0 }
  const pixels = Uint8Array.from(rows.join(''), (letter) => shades[letter] ?? 255)
  return { pixels, width: rows[0]?.length ?? 0, height: rows.length }
}

function shown({ pixels, width, height }: Grey): string[] {
  const letters = Array.from(pixels, (shade) => (shade < 64 ? '#' : shade < 192 ? '+' : '.'))
  return Array.from({ length: height }, (_, y) =>
    letters.slice(y * width, (y + 1) * width).join(''),
  )
}

describe('a part that is cut out', () => {
  const picture = drawn('#..', '.+.', '..#')

  it('has a white margin around it', () => {
    expect(shown(cropped(picture, [1, 1, 3, 3], 1))).toEqual(['....', '.+..', '..#.', '....'])
  })

  it('is what the picture has of it where it hangs over', () => {
    expect(shown(cropped(picture, [-5, -5, 2, 2]))).toEqual(['#.', '.+'])
    expect(shown(cropped(picture, [2, 1, 9, 9]))).toEqual(['.', '#'])
  })

  it('is nothing but its margin where it lies outside', () => {
    for (const box of [
      [5, 5, 9, 9],
      [-9, 0, -2, 3],
      [2, 2, 1, 1],
    ] as const) {
      const { pixels, width, height } = cropped(picture, box, 2)
      expect(pixels).toEqual(new Uint8Array(width * height).fill(255))
      expect(cropped(picture, box).pixels).toHaveLength(0)
    }
  })
})

describe('a turn', () => {
  const picture = drawn('#+.', '...')

  it.each([
    [0, ['#+.', '...']],
    [90, ['.#', '.+', '..']],
    [180, ['...', '.+#']],
    [270, ['..', '+.', '#.']],
  ] as const)('of %i degrees is clockwise', async (turn, rows) => {
    expect(shown(await turned(picture, turn))).toEqual(rows)
  })

  it('by any angle keeps every corner, on white', () => {
    const black = { pixels: new Uint8Array(400 * 200), width: 400, height: 200 }
    const { width, height, pixels } = rotated(black, 30)
    expect(width).toBeGreaterThanOrEqual(446)
    expect(height).toBeGreaterThanOrEqual(373)
    expect([pixels[0], pixels.at(-1)]).toEqual([255, 255])
    const ink = pixels.reduce((sum, shade) => sum + (255 - shade) / 255, 0)
    expect(Math.abs(ink / (400 * 200) - 1)).toBeLessThan(0.02)
  })

  it('and back gives the same pixels', async () => {
    const sides = fc.integer({ min: 1, max: 12 })
    await fc.assert(
      fc.asyncProperty(
        ...[sides, sides, fc.constantFrom<Turn>(90, 180, 270), fc.integer()],
        async (width, height, turn, seed) => {
          const pixels = Uint8Array.from(
            { length: width * height },
            (_, at) => (at * 37 + seed) & 255,
          )
          const back = ((360 - turn) % 360) as Turn
          const again = await turned(await turned({ pixels, width, height }, turn), back)
          expect([again.width, again.height, ...again.pixels]).toEqual([width, height, ...pixels])
        },
      ),
      { numRuns: 25 },
    )
  })
})

it('another size keeps the middle brightness, and the same size the pixels', async () => {
  const half = `${'#'.repeat(50)}${'.'.repeat(50)}`
  const picture = drawn(...Array<string>(40).fill(half))
  expect(await resized(picture, 100, 40)).toBe(picture)
  for (const [width, height] of [
    [50, 20],
    [200, 80],
  ] as const) {
    const { pixels, ...size } = await resized(picture, width, height)
    expect(size).toEqual({ width, height })
    const mean = pixels.reduce((sum, shade) => sum + shade, 0) / pixels.length
    expect(Math.abs(mean - 127.5)).toBeLessThan(1)
  }
})

it('a raster gives up its colours, and what is transparent is paper', async () => {
  const raster = (channels: 1 | 3 | 4, ...values: number[]): Raster => ({
    ...{ pixels: Buffer.from(values), width: 2, height: 1, channels, scale: 1 },
  })
  expect([...(await greyOf(raster(1, 7, 9))).pixels]).toEqual([7, 9])
  const [grey = 0, white] = (await greyOf(raster(3, 200, 0, 0, 255, 255, 255))).pixels
  expect(grey).toBeGreaterThan(30)
  expect(grey).toBeLessThan(130)
  expect(white).toBe(255)
  expect([...(await greyOf(raster(4, 0, 0, 0, 0, 0, 0, 0, 255))).pixels]).toEqual([255, 0])
})
