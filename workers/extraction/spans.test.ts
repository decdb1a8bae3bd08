import { expect, it } from 'vitest'
import type { FieldType } from '../model.ts'
import { typedPage } from '../testing/typedPage.ts'
import { readingOf } from './reading.ts'
import { findSpans } from './spans.ts'

const valuesOf = (type: FieldType, text: string) =>
  findSpans(type, readingOf([typedPage([[10, 20, text]])], '2026-06-01')).map((span) => span.value)

it('takes a time only where it is printed as one', () => {
  expect(valuesOf('time', '21/03/2026 08:14')).toEqual(['08:14'])
  expect(valuesOf('time', '1:07 PM')).toEqual(['13:07'])
  expect(valuesOf('time', '7.25 Uhr')).toEqual(['07:25'])
  expect(valuesOf('time', '17h45')).toEqual(['17:45'])
  expect(valuesOf('time', 'Coffee 7.25')).toEqual([])
  expect(valuesOf('time', '12:34:56')).toEqual(['12:34'])
})

it('reads amounts with their currency and sign, and nothing that only looks like one', () => {
  expect(valuesOf('amount', '€ 1.234,56')).toEqual(['1234.56'])
  expect(valuesOf('amount', 'RM12.00')).toEqual(['12.00'])
  expect(valuesOf('amount', '-7,35')).toEqual(['-7.35'])
  expect(valuesOf('amount', '12,50-')).toEqual(['-12.50'])
  expect(valuesOf('amount', '(100.00)')).toEqual(['-100.00'])
  expect(valuesOf('amount', 'VAT (€ 267,00)')).toEqual(['267.00'])
  expect(valuesOf('amount', '19 %')).toEqual([])
  expect(valuesOf('amount', '05.03.2026')).toEqual([])
})

it('reads rates without trailing zeros', () => {
  expect(valuesOf('percent', 'MwSt 19,00 % und 5,5 %')).toEqual(['19', '5.5'])
})

it('finds the numbers that somebody gave, with the marks inside them', () => {
  expect(valuesOf('identifier', 'Invoice RE-2026/0042. Order #0815')).toEqual([
    'RE-2026/0042',
    '0815',
  ])
})
