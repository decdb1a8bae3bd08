import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mendAmounts } from './mendAmounts.ts'

describe('mendAmounts', () => {
  it('takes letters in a number with two decimals for the figures they look like', () => {
    expect(mendAmounts('Change RMO.00')).toBe('Change RM0.00')
    expect(mendAmounts('Summe 1S,9O')).toBe('Summe 15,90')
  })

  it('blanks letters that stand where a currency would, and keeps a currency', () => {
    expect(mendAmounts('Total RH12.50')).toBe('Total   12.50')
    expect(mendAmounts('Total £12.50')).toBe('Total £12.50')
  })

  it('leaves words, codes and numbers that can be read as they are', () => {
    for (const text of ['No. 12.50', 'IS.SO', 'v1.2', 'A4 12.50', '12.50.17', 'Rs5.00'])
      expect(mendAmounts(text)).toBe(text)
  })

  it('never changes how long a line is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'01 58.,OSlRMB€-x%') }), (text) => {
        expect(mendAmounts(text)).toHaveLength(text.length)
      }),
    )
  })
})
