import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetCell } from './sheetCell.ts'

const number = (decimal: string, decimals: number | null = 2) =>
  sheetCell({ kind: 'number', decimal, decimals })
const text = (value: string) => sheetCell({ kind: 'text', text: value }).value

test('an amount of fifteen digits is a number, one of sixteen stays text', () => {
  expect(number('9999999999999.99')).toEqual({ value: 9999999999999.99, numFmt: '#,##0.00' })
  expect(number('99999999999999.99')).toEqual({ value: '99999999999999.99', numFmt: '@' })
  expect(number('-0.00000000000000001').value).toBe(-1e-17)
  expect(number('100000000000000000').value).toBe('100000000000000000')
})

test('an amount that is a number comes back to the digit', () => {
  const cents = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n })
  fc.assert(
    fc.property(cents, fc.integer({ min: 0, max: 6 }), (units, scale) => {
      const decimal = decimalOf(units, scale)
      const { value } = number(decimal)
      expect(typeof value).toBe('number')
      expect(unitsOf(Number(value).toFixed(scale))).toBe(units)
    }),
  )
})

test('the format follows the decimals', () => {
  expect(number('5', 0).numFmt).toBe('#,##0')
  expect(number('5', 3).numFmt).toBe('#,##0.000')
  expect(number('5', null).numFmt).toBe('General')
})

test('a date is a serial with a format, and text where Excel has no serial for it', () => {
  expect(sheetCell({ kind: 'date', iso: '2026-03-29' })).toEqual({
    value: 46110,
    numFmt: 'yyyy-mm-dd',
  })
  expect(sheetCell({ kind: 'date', iso: '1899-05-01' })).toEqual({
    value: '1899-05-01',
    numFmt: '@',
  })
})

test('a text that a cell cannot hold is cut with an ellipsis, never through a character', () => {
  expect(text('a'.repeat(32_767))).toBe('a'.repeat(32_767))
  expect(text('a'.repeat(32_768))).toBe(`${'a'.repeat(32_766)}…`)
  expect(text(`${'a'.repeat(32_765)}🧾🧾`)).toBe(`${'a'.repeat(32_765)}…`)
})

test('a text that looks like an escape of the format says that it is none', () => {
  expect(text('_x0041_ and _x00G1_')).toBe('_x005F_x0041_ and _x00G1_')
})

test('every line end is one line feed', () => {
  expect(text('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
})

function decimalOf(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  return `${units < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`
}

function unitsOf(decimal: string): bigint {
  return BigInt(decimal.replace('.', ''))
}
