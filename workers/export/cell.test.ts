import { expect, test } from 'vitest'
import { textCell, valueCell } from './cell.ts'
import { exampleField } from './exampleRecords.ts'

const amount = (value: string, currency: string | null) =>
  valueCell(exampleField('total', 'amount', value), currency)

test('an amount shows the decimals of its currency', () => {
  expect(amount('1234.50', 'EUR')).toMatchObject({ decimal: '1234.50', decimals: 2 })
  expect(amount('98000', 'JPY')).toMatchObject({ decimals: 0 })
  expect(amount('98000.00', 'JPY')).toMatchObject({ decimals: 0 })
  expect(amount('1.500', 'KWD')).toMatchObject({ decimals: 3 })
  expect(amount('5', null)).toMatchObject({ decimals: 2 })
  expect(amount('5', 'nonsense')).toMatchObject({ decimals: 2 })
})

test('a unit price shows every decimal it has', () => {
  expect(amount('0.1250', 'EUR')).toMatchObject({ decimals: 3 })
  expect(amount('0.00005', 'JPY')).toMatchObject({ decimals: 5 })
})

test('a number with a leading zero is a name, not a number', () => {
  for (const type of ['amount', 'number', 'percent'] as const)
    expect(valueCell(exampleField('x', type, '007'), null)).toEqual({ kind: 'text', text: '007' })
  expect(valueCell(exampleField('x', 'number', '0.07'), null)).toMatchObject({ kind: 'number' })
})

test('digits in a text, an identifier or an IBAN stay text', () => {
  for (const type of ['text', 'identifier', 'iban', 'vat_id', 'name', 'time'] as const)
    expect(valueCell(exampleField('x', type, '123'), null)).toEqual({ kind: 'text', text: '123' })
})

test('what does not fit its type stays text', () => {
  expect(valueCell(exampleField('x', 'date', '2026-02-30'), null).kind).toBe('text')
  expect(valueCell(exampleField('x', 'date', '1.2.26'), null).kind).toBe('text')
  for (const value of ['1,5', '1e3', 'NaN', '', ' 1', '1.', '.5', '+1', '0x10'])
    expect(amount(value, 'EUR').kind).not.toBe('number')
})

test('control characters and half pairs are left out, everything else is kept', () => {
  expect(textCell('a\u0000b\u001b\ud800c\udc00\uffff')).toEqual({ kind: 'text', text: 'abc' })
  const kept = 'tab\t line\n return\r 🧾 é ‮אבג‬ \u007f \ufeff'
  expect(textCell(kept)).toEqual({ kind: 'text', text: kept })
})
