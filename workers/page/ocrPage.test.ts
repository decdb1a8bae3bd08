import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Box } from '../model.ts'
import type { Raster } from '../source/raster.ts'
import { type Drawing, type DrawnPage, drawnPage, randomFrom } from '../testing/drawnPage.ts'
import { typedTexts } from '../testing/typedTexts.ts'
import { type OcrPage, ocrPage } from './ocrPage.ts'

const ocrDirs = [join(import.meta.dirname, '../../resources/ocr')]
const { en, de, pt, ru } = typedTexts

const read = (raster: Raster, languages: readonly string[] = []) =>
  ocrPage(raster, { languages, ocrDirs })

/** A piece of paper with some lines of type. */
function typed(lines: readonly string[], over: Partial<Drawing> = {}): DrawnPage {
  return drawnPage({ size: [595, 300], dpi: 170, ...over, lines })
}

const textOf = ({ words }: OcrPage | DrawnPage) => words.map(({ text }) => text).join(' ')

/** How far the edges of words are from the ink of what was drawn, in points; both have the same words. */
function farthest(page: OcrPage, drawn: DrawnPage): number {
  const edges = (box: Box, other: Box) =>
    Math.max(...box.map((v, i) => Math.abs(v - (other[i] ?? 0))))
  return Math.max(
    ...page.words.map(({ box }, i) => edges(box, drawn.words[i]?.box ?? [0, 0, 0, 0])),
  )
}

/** Every word right, in order, its box within two points of the ink. */
function expectAllOf(drawn: DrawnPage, page: OcrPage): void {
  expect(textOf(page)).toBe(textOf(drawn))
  expect(farthest(page, drawn)).toBeLessThan(2)
}

it('a page that a person turned is read as they turned it, its words where their ink is then', async () => {
  const drawn = typed(en.slice(0, 4), { lies: 90 })
  const page = await ocrPage(drawn.raster, { languages: ['en'], ocrDirs, turn: 90 })
  expect(page.rotation).toBe(90)
  expectAllOf(drawn, page)
  const upright = typed(en.slice(0, 4))
  const kept = await ocrPage(upright.raster, { languages: ['en'], ocrDirs, turn: 0 })
  expectAllOf(upright, kept)
  // Nothing else is tried: the person has the last word, also where it does not read so.
  const wrong = await ocrPage(upright.raster, { languages: ['en'], ocrDirs, turn: 180 })
  expect(wrong.rotation).toBe(180)
})

describe('a page comes out upright', () => {
  it.each([0, 90, 180, 270] as const)(
    'when it has to be turned by %i degrees, its words where their ink is then',
    async (lies) => {
      const drawn = typed(en.slice(0, 4), { lies })
      const page = await read(drawn.raster)
      expect(page).toMatchObject({ rotation: lies, language: 'en' })
      expectAllOf(drawn, page)
    },
  )

  it('when it has so many letters that a sample tells', async () => {
    const drawn = drawnPage({ lines: [...en, ...en.slice(0, 4)], dpi: 130, lies: 90 })
    const page = await read(drawn.raster)
    expect(page.rotation).toBe(90)
    expect(textOf(page)).toBe(textOf(drawn))
  })

  it.each([-3, 4])('and reads level when it slants by %i degrees', async (slant) => {
    const drawn = typed(en.slice(0, 7), { slant })
    const page = await read(drawn.raster)
    expect(page.rotation).toBe(0)
    expectAllOf(drawn, page)
  })
})

describe('a page stays as it lies where nothing tells', () => {
  it('a photo without text', async () => {
    expect(await read(photo(500, 350))).toMatchObject({ rotation: 0 })
  })

  it('a page with three words', async () => {
    const page = await read(typed(['Copper kettle bright']).raster)
    expect(page.rotation).toBe(0)
    expect(textOf(page)).toBe('Copper kettle bright')
    expect((await read(typed(['Nr 12 ok'], { lies: 90 }).raster)).rotation).toBe(0)
  })

  it('a page of an alphabet that no installed language has', async () => {
    for (const lies of [0, 270] as const)
      expect((await read(typed(ru.slice(0, 3), { lies }).raster)).rotation).toBe(0)
  })
})

describe('the language', () => {
  it.each([
    ['de', de],
    ['pt', pt],
  ] as const)('%s is found, and its own letters are read', async (language, lines) => {
    const drawn = typed(lines.slice(0, 12), { dpi: 200 })
    const page = await read(drawn.raster)
    expect(page.language).toBe(language)
    expectAllOf(drawn, page)
  })

  it('may be several at once', async () => {
    const drawn = typed([...en.slice(1, 4), ...de.slice(8, 11)], { dpi: 200 })
    const page = await read(drawn.raster, ['de', 'en'])
    expect(page.language).toBe('de+en')
    expectAllOf(drawn, page)
  })

  it('that a person forces is the one that is read, whatever the page says', async () => {
    const { raster } = typed(de.slice(0, 7))
    const page = await read(raster, ['en'])
    expect(page.language).toBe('en')
    expect(textOf(page)).not.toMatch(/[äöüß]/)
  })

  it('that is not installed is named', async () => {
    const { raster } = typed(en.slice(0, 2))
    for (const languages of [['fi'], ['en', 'fi']])
      await expect(read(raster, languages)).rejects.toMatchObject({
        code: 'language_missing',
        details: { language: 'fin' },
      })
  })
})

it('light type on dark paper is read, and turned where it lies', async () => {
  for (const lies of [0, 180] as const) {
    const drawn = typed(en.slice(0, 4), { paper: '#222', ink: '#eee', lies })
    const page = await read(drawn.raster)
    expect(page.rotation).toBe(lies)
    expectAllOf(drawn, page)
  }
})

it('a small receipt gives the same words at 100 dpi and at 600', async () => {
  const receipt = (dpi: number) =>
    drawnPage({
      ...{ dpi, size: [300, 330], type: 9 },
      lines: [
        ...['The Copper Kettle', '14 Harbour Street', '', 'Tea with milk 3.20'],
        ...['Toast and jam 4.75', 'Apple cake 3.90', '', 'Subtotal 11.85', 'Tax 20% 2.37'],
        ...['Total 14.22', 'Cash 20.00', 'Change 5.78', '', 'Thank you for your visit'],
      ],
    })
  const coarse = await read(receipt(100).raster)
  expect(textOf(coarse)).toBe(textOf(receipt(100)))
  const fine = receipt(600)
  expectAllOf(fine, await read(fine.raster))
})

it('a strip of paper that is longer than the engine can count is read to its end', async () => {
  const strip = Array.from({ length: 600 }, (_, i) =>
    i < 12 || i > 590 ? (en[1 + (i % 5)] ?? '').slice(0, 20) : '',
  )
  const drawn = drawnPage({ lines: strip, size: [240, 13_700], type: 14, dpi: 180 })
  expect(drawn.raster.height).toBeGreaterThan(32_767)
  const page = await read(drawn.raster, ['en'])
  expect(textOf(page)).toBe(textOf(drawn))
})

describe('a page without words', () => {
  it('has none, and starts no reading at all', async () => {
    const { raster } = typed([])
    // A language without data would be missed if the engine were asked.
    expect(await read(raster)).toEqual({ words: [], others: [], language: 'en', rotation: 0 })
  })

  it('is of the languages that were asked for', async () => {
    const { raster } = typed([])
    expect(await read(raster, ['de'])).toMatchObject({ words: [], language: 'de' })
    expect(await read(raster, ['de', 'en'])).toMatchObject({ words: [], language: 'de+en' })
  })

  it('has none where there are specks', async () => {
    expect((await read(typed([], { specks: 1500 }).raster)).words).toEqual([])
  })
})

/** Hills in fog with grain. */
function photo(width: number, height: number): Raster {
  const random = randomFrom(3)
  const pixels = Buffer.from(
    Uint8Array.from({ length: width * height }, (_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)]
      const hill =
        60 * Math.sin(x / 90) + 40 * Math.sin(x / 31 + 2) + 50 * Math.cos(y / 70 + x / 200)
      return Math.max(0, Math.min(255, 130 + hill + 60 * (random() - 0.5)))
    }),
  )
  return { pixels, width, height, channels: 1, scale: 2 }
}

describe('a page that reads badly', () => {
  /** Print of dots of two pixels with one between them. */
  function worn({ raster }: DrawnPage): Raster {
    const pixels = Buffer.from(raster.pixels)
    for (const [i, light] of pixels.entries()) {
      const [x, y] = [i % raster.width, Math.floor(i / raster.width)]
      pixels[i] = light < 128 && x % 3 > 0 && y % 3 > 0 ? 120 : 235
    }
    return { ...raster, pixels }
  }

  it('is read a second time with its letters softened, and keeps both readings', async () => {
    const drawn = drawnPage({ lines: en.slice(0, 7), size: [595, 1000], dpi: 220 })
    const page = await read(worn(drawn))
    const found = new Set([page.words, ...page.others].flat().map(({ text }) => text))
    const right = drawn.words.filter(({ text }) => found.has(text))
    expect(right.length).toBeGreaterThan(0.7 * drawn.words.length)
  })

  it('gives no second reading to a page that reads well', async () => {
    expect((await read(typed(en.slice(0, 7)).raster)).others).toEqual([])
  })
})
