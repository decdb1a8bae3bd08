import { describe, expect, it } from 'vitest'
import type { Box, FieldType } from '../model.ts'
import { typedPage } from '../testing/typedPage.ts'
import { type Answer, fieldOf } from './fields.ts'
import { readingOf } from './reading.ts'

const reading = readingOf([typedPage([[40, 40, 'Receipt']])], '2026-06-01')
const box: Box = [100, 40, 130, 50]

/** An amount read by OCR with some confidence. */
function answer(
  value: string,
  [score, confidence]: readonly [number, number],
  over: Partial<Answer> = {},
): Answer {
  const words = [{ text: value, box, confidence, reader: 'ocr' }] as const
  const found = { value, raw: value, page: 1, box, words, signals: { right: score }, score }
  return { ...found, why: [], proven: false, labelled: true, other: null, ...over }
}

const chosen = (type: FieldType, ...answers: readonly Answer[]) =>
  fieldOf(
    { name: 'total', label: 'Total', type, role: 'document', required: true },
    answers,
    reading,
  ).value

describe('the answer with most points', () => {
  const weak = answer('40.31', [0.3, 0.05], { agreement: 0 })
  const proven = answer('60.30', [0.28, 0.9], { agreement: 1, proven: true })

  it('gives way to an amount that is clearly likelier, where it is unlikely itself', () => {
    expect(chosen('amount', weak, proven)).toBe('60.30')
  })

  it('stands where it is likely, or where the field is no amount', () => {
    expect(chosen('amount', answer('40.31', [1, 0.9]), proven)).toBe('40.31')
    expect(chosen('identifier', weak, proven)).toBe('40.31')
  })
})
