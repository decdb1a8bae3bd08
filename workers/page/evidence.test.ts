import { expect, it } from 'vitest'
import { evidenceOf } from './evidence.ts'
import type { SeenWord } from './ocr.ts'

const seen = (text: string, over: Partial<SeenWord> = {}): SeenWord => ({
  ...{ text, box: [0, 0, 12 * text.length, 20], confidence: 0.9, isKnown: true },
  ...over,
})

it('letters count that stand in known words or in numbers, read with confidence', () => {
  const words = [
    seen('payment'),
    seen('1,284.50', { isKnown: false }),
    seen('zqrtw', { isKnown: false }),
    seen('order', { confidence: 0.5 }),
  ]
  expect(evidenceOf(words)).toEqual({ letters: 15, share: 15 / 25 })
})

it('single letters and single figures tell nothing', () => {
  const words = [seen('a'), seen('7', { isKnown: false }), seen('I')]
  expect(evidenceOf(words)).toEqual({ letters: 0, share: 0 })
})

it('a word that runs down the page does not stand upright, however well it reads', () => {
  expect(evidenceOf([seen('payment', { box: [0, 0, 20, 84] })])).toEqual({ letters: 0, share: 0 })
  // “No” in a narrow type is higher than wide and stands.
  expect(evidenceOf([seen('No', { box: [0, 0, 15, 20] })]).letters).toBe(2)
})

it('of nothing there is none', () => {
  expect(evidenceOf([])).toEqual({ letters: 0, share: 0 })
})
