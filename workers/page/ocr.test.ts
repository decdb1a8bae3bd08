import { copyFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawnPage } from '../testing/drawnPage.ts'
import { type Grey, greyOf } from './grey.ts'
import { openOcr } from './ocr.ts'

const shipped = join(import.meta.dirname, '../../resources/ocr')
const dataOf = (dir: string, code: string) => join(dir, `${code}.traineddata`)
const ownFolder = () => mkdtempSync(join(tmpdir(), 'sheaf-ocr-'))

const drawing = { lines: ['Copper kettle bright'], size: [300, 150], dpi: 150 } as const
const picture = await greyOf(drawnPage(drawing).raster)

async function read(grey: Grey, languages = ['en'], dirs: readonly string[] = [shipped]) {
  const ocr = await openOcr(languages, dirs)
  return ocr(grey, { segmentation: 'page', dpi: 150, lightOnDark: false })
}

describe('after a picture that the engine cannot take', () => {
  it.each([
    ['without pixels', 0, 0],
    ['longer than it counts', 10, 40_000],
    ['wider than it counts', 40_000, 10],
  ])('(%s) the next page reads as before', async (_, width, height) => {
    const before = await read(picture)
    expect(before.map(({ text }) => text)).toEqual(['Copper', 'kettle', 'bright'])
    const pixels = new Uint8Array(width * height).fill(255)
    await expect(read({ pixels, width, height })).rejects.toMatchObject({ code: 'page_unreadable' })
    expect(await read(picture)).toEqual(before)
  })
})

describe('language data', () => {
  it('of the person comes before what was shipped', async () => {
    const own = ownFolder()
    copyFileSync(dataOf(shipped, 'por'), dataOf(own, 'deu'))
    const { raster } = drawnPage({ ...drawing, lines: ['informação não coração'], dpi: 200 })
    const texts = async (dirs: readonly string[]) => {
      const words = await read(await greyOf(raster), ['de'], dirs)
      return words.map(({ text }) => text).join(' ')
    }
    expect(await texts([shipped])).not.toContain('ã')
    expect(await texts([own, shipped])).toBe('informação não coração')
    expect(await texts([shipped, own])).not.toContain('ã')
  })

  it('that is dropped into the folder or replaced is taken for the next page', async () => {
    const own = ownFolder()
    const dirs = [own, shipped]
    await expect(read(picture, ['fi'], dirs)).rejects.toMatchObject({ code: 'language_missing' })
    copyFileSync(dataOf(shipped, 'eng'), dataOf(own, 'fin'))
    expect(await read(picture, ['fi'], dirs)).toHaveLength(3)
    truncateSync(dataOf(own, 'fin'), 5000)
    await expect(read(picture, ['fi'], dirs)).rejects.toMatchObject({ code: 'language_damaged' })
  })

  it('that is damaged is named, and the next page reads as before', async () => {
    const before = await read(picture)
    const own = ownFolder()
    const whole = readFileSync(dataOf(shipped, 'eng'))
    // Where the network begins: its engine aborts at this.
    const torn = Buffer.from(whole).fill(0xff, 196, 236)
    for (const [at, bytes] of [torn, Buffer.alloc(0), whole.subarray(0, 1e6)].entries()) {
      const file = dataOf(own, `x${at}`)
      writeFileSync(file, bytes)
      const reading = read(picture, [`x${at}`], [own])
      await expect(reading).rejects.toMatchObject({
        code: 'language_damaged',
        details: { path: file },
      })
      expect(await read(picture)).toEqual(before)
    }
  })
})
