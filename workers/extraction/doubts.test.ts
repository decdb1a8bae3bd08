import { expect, it } from 'vitest'
import type { Check } from '../model.ts'
import { doubtsFrom } from './doubts.ts'

const check = (code: string, over: Partial<Check> = {}): Check => ({
  ...{ code, level: 'error', passed: false, sentence: '', fields: [code] },
  ...over,
})

it('tells sums that do not hold from other rules, and leaves warnings and what holds alone', () => {
  const doubted = doubtsFrom([
    check('totals_add_up'),
    check('iban_check_digits'),
    check('lines_add_up', { level: 'warning' }),
    check('taxes_add_up', { passed: true }),
  ])
  expect(Object.fromEntries(doubted)).toEqual({
    totals_add_up: 'equation_broken',
    iban_check_digits: 'check_failed',
  })
})

it('lets the first of two checks that name a field say why', () => {
  const doubted = doubtsFrom([
    check('exact_differs', { fields: ['gross'] }),
    check('totals_add_up', { fields: ['net', 'gross'] }),
  ])
  expect(doubted.get('gross')).toBe('check_failed')
  expect(doubted.get('net')).toBe('equation_broken')
})
