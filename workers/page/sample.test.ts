import { expect, it } from 'vitest'
import type { Grey, PixelBox } from './grey.ts'
import type { LookOptions, Ocr } from './ocr.ts'
import { needsSample, readSample } from './sample.ts'
import { type Sheet, straighten } from './straighten.ts'

/** A page on which every row of pixels has its own brightness, as far as there are any. */
async function sheetOf(height: number, factor = 1): Promise<Sheet> {
  const pixels = Uint8Array.from({ length: 40 * height }, (_, at) => Math.floor(at / 40) % 251)
  return straighten({ pixels, width: 40, height }, { letterHeight: 20 / factor, skew: 0 })
}

/** So many letters on a line whose middle is at `y`. px */
const line = (y: number, count: number): PixelBox[] =>
  Array.from({ length: count }, (_, i) => [i, y - 10, i + 1, y + 10])

/** What the engine is given to read as a sample of a sheet. */
function sampleOf(sheet: Sheet, letters: readonly PixelBox[]): Grey & { options: LookOptions } {
  const given: (Grey & { options: LookOptions })[] = []
  const ocr: Ocr = (picture, options) => {
    given.push({ ...picture, options })
    return []
  }
  const measured = { letters, letterHeight: 20, skew: 0, hasDarkPlaces: true }
  readSample(sheet, { ocr, dpi: 150, measured })
  const [sample, ...others] = given
  if (!sample || others.length > 0) throw new Error('read not once')
  return sample
}

const firstRow = ({ pixels }: Grey) => pixels[0]

it('a sample is the band where letters stand densest, with room above and below', async () => {
  const thin = Array.from({ length: 30 }, (_, i) => line(40 + 60 * i, 20)).flat()
  const dense = Array.from({ length: 10 }, (_, i) => line(1000 + 20 * i, 40)).flat()
  const sample = sampleOf(await sheetOf(2000), [...thin, ...dense])
  const { width, height } = sample
  expect(width).toBe(40)
  // Three hundred letters are eight of the dense lines at most.
  expect(height).toBeGreaterThan(80)
  expect(height).toBeLessThan(8 * 20 + 61)
  const top = [...Array(2000).keys()].find((y) => y > 900 && y % 251 === firstRow(sample))
  expect(top).toBeGreaterThanOrEqual(960)
  expect(top).toBeLessThan(1200)
})

it('a page of few letters is its own sample', async () => {
  const { height } = sampleOf(await sheetOf(500), line(250, 30))
  expect(height).toBe(500)
})

it('letters are taken where they are on the sheet, which may be larger than the page', async () => {
  const sheet = await sheetOf(1000, 2)
  expect(sheet.picture.height).toBe(2000)
  const letters = [...line(100, 20), ...line(700, 300)]
  const { height, options } = sampleOf(sheet, letters)
  // The line itself and one and a half letters above and below.
  expect(height).toBe(60)
  expect(options).toEqual({ segmentation: 'rows', dpi: 300, lightOnDark: true })
})

it('only a page of many letters is worth a sample', () => {
  expect(needsSample(line(10, 700))).toBe(false)
  expect(needsSample(line(10, 800))).toBe(true)
})
