import { describe, expect, it } from 'vitest'
import { typedPage } from '../testing/typedPage.ts'
import { readingOf } from './reading.ts'
import { spansFor } from './spansFor.ts'

const column = (reader: 'ocr' | 'text_layer', ...amounts: readonly string[]) => {
  const runs = amounts.map((text, i) => [100 - 5 * text.length, 20 + 14 * i, text] as const)
  return spansFor('amount', readingOf([typedPage(runs, { reader })], '2026-11-22'))
    .filter(({ isMended }) => isMended)
    .map(({ value, raw }) => [value, raw])
}

describe('withLostPoints', () => {
  it('reads the last two figures as decimals in a column of amounts that have them', () => {
    expect(column('ocr', '12.50', '20.00', '1200', '8.00')).toEqual([['12.00', '1200']])
    expect(column('ocr', '12.50', '20.00', '41 50', '8.00')).toEqual([['41.50', '41 50']])
  })

  it('leaves numbers of a text layer, and of pages without decimals', () => {
    expect(column('text_layer', '12.50', '20.00', '1200', '8.00')).toEqual([])
    expect(column('ocr', '12', '2000', '1200')).toEqual([])
  })
})
