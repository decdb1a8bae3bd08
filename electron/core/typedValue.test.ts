import { expect, test } from 'vitest'
import type { FieldType } from '../../workers/model.ts'
import { typedValue } from './typedValue.ts'

const keep = (type: FieldType, text: string) => typedValue({ type, label: 'Field' }, text)

test.each([
  ['amount', '1234.5', '1234.50'],
  ['amount', '12', '12.00'],
  ['amount', '1.234,50', '1234.50'],
  ['amount', '€ 1,234.50', '1234.50'],
  ['amount', '-3.00', '-3.00'],
  ['number', '2', '2'],
  ['number', '1.234', '1.234'],
  ['percent', '19 %', '19'],
  ['percent', '7,5', '7.50'],
  ['date', '2026-05-04', '2026-05-04'],
  ['date', '31.12.2026', '2026-12-31'],
  ['date', '4 May 2026', '2026-05-04'],
  ['currency', '€', 'EUR'],
  ['currency', 'usd', 'USD'],
  ['iban', 'de89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ['text', '  two   words ', 'two words'],
] as const)('a %s typed as “%s” is kept as “%s”', (type, typed, value) => {
  expect(keep(type, typed)).toBe(value)
})

test.each([
  ['amount', 'a lot'],
  ['date', '04/05/2026'],
  ['date', 'yesterday'],
  ['currency', 'money'],
] as const)('a %s cannot be “%s”', (type, typed) => {
  expect(() => keep(type, typed)).toThrow('(Field)')
})
