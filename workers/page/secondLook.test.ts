import { describe, expect, it } from 'vitest'
import { boxAroundPixels } from '../testing/boxAroundPixels.ts'
import type { Grey, PixelBox } from './grey.ts'
import type { LookOptions, Ocr, SeenWord } from './ocr.ts'
import { lookAgain } from './secondLook.ts'
import { type Sheet, straighten } from './straighten.ts'

const seen = (text: string, box: PixelBox, confidence = 0.95): SeenWord => ({
  ...{ text, box, confidence, isKnown: true },
})

/** A white sheet of letters 20 px high, with a dark mark whose shade tells places apart. */
async function sheetWith(...marks: readonly (readonly [box: PixelBox, shade: number])[]) {
  const [width, height] = [400, 300]
  const pixels = new Uint8Array(width * height).fill(255)
  for (const [[x0, y0, x1, y1], shade] of marks)
    for (let y = y0; y < y1; y++) pixels.fill(shade, y * width + x0, y * width + x1)
  return straighten({ pixels, width, height }, { letterHeight: 20, skew: 0 })
}

type Script = Readonly<Record<number, readonly (readonly [text: string, confidence: number])[]>>

/** An engine that reads of a picture what is written down for the darkest shade in it, around its mark. */
function scripted(script: Script) {
  const looks: { size: readonly [number, number]; options: LookOptions }[] = []
  const ocr: Ocr = ({ pixels, width, height }: Grey, options) => {
    looks.push({ size: [width, height], options })
    const shade = Math.min(...pixels)
    const marks = [...pixels.keys()].filter((at) => pixels[at] === shade)
    const box = boxAroundPixels(marks, width)
    return (script[shade] ?? []).map(([text, confidence]) => seen(text, box, confidence))
  }
  return { ocr, looks }
}

const look = (
  sheet: Sheet,
  words: readonly SeenWord[],
  ocr: Ocr,
  letters: readonly PixelBox[] = [],
) => lookAgain(words, sheet, { ocr, dpi: 200, letters })

const place: PixelBox = [100, 50, 160, 70]
const doubtful = seen('1O.50', place, 0.6)

describe('a doubtful word with figures', () => {
  it('is what the surer reading says, where that found it, and keeps the other', async () => {
    const { ocr, looks } = scripted({ 7: [['10.50', 0.9]] })
    const [word, ...others] = look(await sheetWith([place, 7]), [doubtful], ocr)
    expect(others).toEqual([])
    expect(word).toEqual({
      ...seen('10.50', place, 0.9),
      alternative: { text: '1O.50', confidence: 0.6 },
    })
    // The word, a third of a letter around it, and half a letter of white.
    expect(looks).toEqual([
      { size: [94, 54], options: { segmentation: 'line', dpi: 200, lightOnDark: false } },
    ])
  })

  it('stays as it was where the other reading is less sure, and keeps it', async () => {
    const { ocr } = scripted({ 7: [['1D.50', 0.61]] })
    expect(look(await sheetWith([place, 7]), [doubtful], ocr)).toEqual([
      { ...doubtful, alternative: { text: '1D.50', confidence: 0.61 } },
    ])
  })

  it('is as it was where both say the same, or the other nothing', async () => {
    const sheet = await sheetWith([place, 7])
    const scripts: readonly Script[] = [{ 7: [['1O.50', 0.99]] }, {}]
    for (const script of scripts)
      expect(look(sheet, [doubtful], scripted(script).ocr)).toEqual([doubtful])
  })

  it('becomes two where the surer reading parts it', async () => {
    const { ocr } = scripted({
      7: [
        ['EUR', 0.95],
        ['10.50', 0.9],
      ],
    })
    const words = look(await sheetWith([place, 7]), [seen('EUR1O.50', place, 0.5)], ocr)
    expect(words.map(({ text }) => text)).toEqual(['EUR', '10.50'])
  })

  it('that becomes two keeps the other reading beside the first of them', async () => {
    const { ocr } = scripted({
      7: [
        ['EUR', 0.95],
        ['10.50', 0.9],
      ],
    })
    const words = look(await sheetWith([place, 7]), [seen('EUR1O.50', place, 0.5)], ocr)
    expect(words).toEqual([
      { ...seen('EUR', place, 0.95), alternative: { text: 'EUR1O.50', confidence: 0.5 } },
      seen('10.50', place, 0.9),
    ])
  })

  it('at the corner of the sheet is cut out as far as there is any', async () => {
    const corner: PixelBox = [0, 0, 40, 20]
    const { ocr, looks } = scripted({ 9: [['77', 0.99]] })
    const [word] = look(await sheetWith([corner, 9]), [seen('7?7', corner, 0.3)], ocr)
    expect(word?.box).toEqual(corner)
    expect(looks[0]?.size).toEqual([40 + 7 + 20, 20 + 7 + 20])
  })
})

describe('a date that cannot be', () => {
  it.each(['81/17/2026', '31.13.2026', '17-01-2826', '2026-31-12', '00.04.2026'])(
    'such as %s is looked at again however surely it was read, and gives way to one that can be',
    async (text) => {
      const { ocr } = scripted({ 7: [['17/01/2026', 0.5]] })
      const [word] = look(await sheetWith([place, 7]), [seen(text, place, 0.97)], ocr)
      expect(word).toMatchObject({ text: '17/01/2026', alternative: { text, confidence: 0.97 } })
    },
  )

  it.each(['~}I;', '17', '1701/2026', '17/91/2026'])(
    'stays where the other reading is less sure and no date that can be, such as %s',
    async (other) => {
      const { ocr } = scripted({ 7: [[other, 0.5]] })
      const first = seen('81/17/2026', place, 0.97)
      expect(look(await sheetWith([place, 7]), [first], ocr)).toEqual([
        { ...first, alternative: { text: other, confidence: 0.5 } },
      ])
    },
  )

  it.each(['01/17/2026', '17.01.2026', '2026-01-17', '10.58', '1/2', '192.168.2000.1'])(
    'is not %s',
    async (text) => {
      const { ocr, looks } = scripted({})
      look(await sheetWith([place, 7]), [seen(text, place, 0.97)], ocr)
      expect(looks).toEqual([])
    },
  )
})

it('words that are sure or have no figures are not looked at again, and the order stays', async () => {
  const { ocr, looks } = scripted({ 7: [['10.50', 0.9]] })
  const words = [
    seen('2026', [10, 10, 50, 30], 0.95),
    seen('maybe', [60, 10, 120, 30], 0.2),
    doubtful,
    seen('last', [200, 200, 240, 220]),
  ]
  const read = look(await sheetWith([place, 7]), words, ocr)
  expect(read.map(({ text }) => text)).toEqual(['2026', 'maybe', '10.50', 'last'])
  expect(looks).toHaveLength(1)
})

describe('letters that no word covers', () => {
  const letters: PixelBox[] = [
    [130, 202, 140, 220],
    [100, 200, 112, 220],
    [116, 204, 126, 220],
  ]
  const run: PixelBox = [100, 200, 140, 220]

  it('are read as one place, and its words come last', async () => {
    const { ocr, looks } = scripted({ 30: [['net', 0.9]] })
    const first = seen('first', [10, 10, 60, 30])
    const words = look(await sheetWith([run, 30]), [first], ocr, letters)
    expect(words).toEqual([first, seen('net', run, 0.9)])
    expect(looks).toHaveLength(1)
  })

  it('are not read where a word covers them, nor where one stands alone', async () => {
    const { ocr, looks } = scripted({ 30: [['net', 0.9]] })
    const sheet = await sheetWith([run, 30])
    const covered = seen('net', run)
    expect(look(sheet, [covered], ocr, letters)).toEqual([covered])
    expect(look(sheet, [], ocr, [run])).toEqual([])
    expect(looks).toEqual([])
  })

  it('are two places where a wide gap or a line parts them', async () => {
    const pairs: PixelBox[] = [
      [20, 40, 30, 60],
      [34, 40, 44, 60],
      [80, 40, 90, 60],
      [94, 40, 104, 60],
      [20, 100, 30, 120],
      [34, 100, 44, 120],
    ]
    const sheet = await sheetWith(
      [[20, 40, 44, 60], 10],
      [[80, 40, 104, 60], 20],
      [[20, 100, 44, 120], 30],
    )
    const script: Script = { 10: [['ab', 0.9]], 20: [['cd', 0.9]], 30: [['ef', 0.9]] }
    const words = look(sheet, [], scripted(script).ocr, pairs)
    expect(words.map(({ text, box }) => [text, ...box]).sort()).toEqual([
      ['ab', 20, 40, 44, 60],
      ['cd', 80, 40, 104, 60],
      ['ef', 20, 100, 44, 120],
    ])
  })

  it('that read as specks, or without confidence, give no words', async () => {
    const sheet = await sheetWith([run, 30])
    for (const reading of [
      ['.,-', 0.99],
      ['i', 0.99],
      ['net', 0.69],
    ] as const)
      expect(look(sheet, [], scripted({ 30: [reading] }).ocr, letters)).toEqual([])
  })

  it('are looked at in a bounded number of places, however many there are', async () => {
    const pairs = Array.from({ length: 300 }, (_, i): PixelBox[] => {
      const [x, y] = [(i % 10) * 40, Math.floor(i / 10) * 10]
      return [
        [x, y, x + 4, y + 5],
        [x + 5, y, x + 9, y + 5],
      ]
    }).flat()
    const { ocr, looks } = scripted({})
    look(await sheetWith(), [], ocr, pairs)
    expect(looks.length).toBeLessThanOrEqual(80)
  })
})

it('a sheet whose letters have no size is left as it was read', async () => {
  const { ocr, looks } = scripted({})
  const sheet = { ...(await sheetWith()), letterHeight: 0 }
  expect(look(sheet, [doubtful], ocr, [place])).toEqual([doubtful])
  expect(looks).toEqual([])
})
