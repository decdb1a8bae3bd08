import { describe, expect, it } from 'vitest'
import { type Drawing, drawnPage, randomFrom } from '../testing/drawnPage.ts'
import { typedTexts } from '../testing/typedTexts.ts'
import { type Grey, greyOf } from './grey.ts'
import { measure } from './measure.ts'

const lines = typedTexts.en
const half = [595, 400] as const

async function measured(drawing: Partial<Drawing>) {
  return measure(await greyOf(drawnPage({ lines, size: half, dpi: 150, ...drawing }).raster))
}

describe('the height of letters', () => {
  it.each([
    [8, 150],
    [11, 200],
    [15, 300],
  ])('of %i pt type at %i dpi is that of its capitals or small letters', async (type, dpi) => {
    const { letterHeight } = await measured({ type, dpi })
    const em = (type * dpi) / 72
    expect(letterHeight).toBeGreaterThan(0.5 * em)
    expect(letterHeight).toBeLessThan(0.78 * em)
  })

  it('is told in pixels of the page, also of one that is too large to be measured as it is', async () => {
    const [small, large] = [await measured({ dpi: 100 }), await measured({ dpi: 300 })]
    expect(large.letterHeight / small.letterHeight).toBeGreaterThan(2.7)
    expect(large.letterHeight / small.letterHeight).toBeLessThan(3.3)
  })
})

describe('a page has dark places', () => {
  it('where its paper is dark, as a whole or below a heading', async () => {
    expect((await measured({ paper: '#222', ink: '#eee' })).hasDarkPlaces).toBe(true)
    const page = await greyOf(drawnPage({ lines, size: half, dpi: 150 }).raster)
    page.pixels.fill(40, 100 * page.width, 140 * page.width)
    expect((await measure(page)).hasDarkPlaces).toBe(true)
  })

  it('but not for dense or grey type', async () => {
    expect((await measured({ type: 7 })).hasDarkPlaces).toBe(false)
    expect((await measured({ ink: '#555', paper: '#ccc', specks: 3000 })).hasDarkPlaces).toBe(false)
  })
})

it('a strip as long as thirty pages is wide tells the size of its letters', async () => {
  const strip = Array.from({ length: 160 }, (_, i) => lines[i % 16]?.slice(0, 24) ?? '')
  const { letterHeight } = await measured({ lines: strip, size: [200, 6000], type: 9, dpi: 200 })
  expect(letterHeight).toBeGreaterThan(0.5 * 25)
  expect(letterHeight).toBeLessThan(0.78 * 25)
})

describe('the slant', () => {
  it.each([-5, -3.3, -1, -0.3, 0, 0.2, 0.7, 2.45, 4, 5])(
    'of %f degrees is found within a tenth',
    async (slant) => {
      const { skew } = await measured({ slant })
      expect(Math.abs(skew - slant)).toBeLessThan(0.1 + 1e-9)
    },
  )

  it('is found among specks', async () => {
    const { skew } = await measured({ slant: 2, specks: 3000 })
    expect(Math.abs(skew - 2)).toBeLessThan(0.1 + 1e-9)
  })
})

describe('where nothing tells', () => {
  it('a page of a few letters has neither size nor slant', async () => {
    const { raster } = drawnPage({ lines: ['Copper kettle'], size: half, slant: 3 })
    const { letters, ...told } = await measure(await greyOf(raster))
    expect(told).toEqual({ letterHeight: 0, skew: 0, hasDarkPlaces: false })
    expect(letters.length).toBeGreaterThan(5)
  })

  it('a blank page has no letters', async () => {
    const { raster } = drawnPage({ lines: [], size: half })
    expect(await measure(await greyOf(raster))).toEqual({
      ...{ letterHeight: 0, skew: 0, letters: [], hasDarkPlaces: false },
    })
  })

  it('a page of specks has no slant', async () => {
    const { raster } = drawnPage({ lines: [], size: half, specks: 6000 })
    expect((await measure(await greyOf(raster))).skew).toBe(0)
  })

  it('a photo without text has no slant', async () => {
    expect((await measure(photo(900, 700))).skew).toBe(0)
  })
})

/** Hills in fog with grain: soft shapes, no lines of type. */
function photo(width: number, height: number): Grey {
  const random = randomFrom(3)
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    const hill = 60 * Math.sin(x / 90) + 40 * Math.sin(x / 31 + 2) + 50 * Math.cos(y / 70 + x / 200)
    return Math.max(0, Math.min(255, 130 + hill + 60 * (random() - 0.5)))
  })
  return { pixels, width, height }
}
