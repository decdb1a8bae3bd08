import { expect, test } from 'vitest'
import type { FieldType } from '../../../workers/model.ts'
import type { SheetValue } from '../../../workers/sheets/sheetLine.ts'
import { readCell } from './readCell.ts'

const text = (text: string): SheetValue => ({ kind: 'text', text })
const number = (number: number, shownAs: 'number' | 'date' | 'percent' = 'number'): SheetValue => ({
  kind: 'number',
  number,
  shownAs,
})

function read(
  type: FieldType,
  before: string | null,
  cell: SheetValue | undefined,
  decimalMark: '.' | ',' = '.',
) {
  const reading = readCell({ type, label: 'It' }, { cell, before, decimalMark })
  if (reading.kind === 'changed') return reading.value
  if (reading.kind === 'unreadable') return `? ${reading.sentence}`
  return reading.lost ? `same, lost ${reading.lost}` : 'same'
}

test('dates are days: serials without time zones, times cut off, as other countries show them', () => {
  expect(read('date', '2026-05-04', number(46146, 'date'))).toBe('same')
  expect(read('date', '2026-05-04', number(46146.75, 'date'))).toBe('same')
  expect(read('date', '2026-05-04', number(46147, 'date'))).toBe('2026-05-05')
  expect(read('date', null, number(61, 'date'))).toBe('1900-03-01')
  expect(read('date', '2026-05-04', text('04.05.2026'))).toBe('same')
  expect(read('date', '2026-05-04', text('5/4/26'))).toBe('same')
  expect(read('date', '2026-05-04', text('31.12.2026'))).toBe('2026-12-31')
  expect(read('date', '2026-05-04', text('03.04.2026'))).toMatch(/^\? .*only one way/)
  expect(read('date', '2026-05-04', text('04.05.2026 00:00'))).toBe('same')
  expect(read('date', '1890-01-02', text('1890-01-02'))).toBe('same')
})

test('amounts are numbers, whatever stands behind the fifteenth figure', () => {
  expect(read('amount', '1234.50', number(1234.5))).toBe('same')
  expect(read('amount', '0.30', number(0.1 + 0.2))).toBe('same')
  expect(read('amount', '0.40', number(0.1 + 0.2))).toBe('0.30')
  expect(read('amount', '-12.50', number(-12.5))).toBe('same')
  expect(read('amount', '1.00', number(1e-7))).toBe('0.0000001')
  expect(read('amount', '1.00', number(1e17))).toMatch(/^\? /)
  expect(read('amount', '1234.50', text('1.234,50 EUR'))).toBe('same')
  expect(read('amount', '1234.50', text('1234,50'), ',')).toBe('same')
  expect(read('amount', '12345678901234567.89', text('12345678901234567.89'))).toBe('same')
  expect(read('percent', '19', number(0.19, 'percent'))).toBe('same')
  expect(read('percent', '19', number(0.07, 'percent'))).toBe('7')
  expect(read('percent', '19', number(7))).toBe('7')
})

test('ids that a spreadsheet took for numbers are what they were', () => {
  expect(read('identifier', '00123', number(123))).toBe('same, lost leading_zeros')
  expect(read('identifier', '123', number(123))).toBe('same')
  expect(read('identifier', '00123', number(124))).toBe('124')
  expect(read('identifier', '1234567890123456789', number(1.23456789012346e18))).toBe(
    'same, lost digits',
  )
  expect(read('identifier', 'A-1', number(4711))).toBe('4711')
  expect(read('identifier', '1-2', number(46024, 'date'))).toBe('2026-01-02')
})

test('what a spreadsheet makes of figures when it saves CSV is no change', () => {
  const csv = (text: string): SheetValue => ({ kind: 'text', text, mayBeNumber: true })
  expect(read('identifier', '00123', csv('123'))).toBe('same, lost leading_zeros')
  expect(read('identifier', '00123', csv('124'))).toBe('124')
  // Typed into a cell of text in a workbook it is meant.
  expect(read('identifier', '00123', text('123'))).toBe('123')
  expect(read('identifier', '1234567890123456789', csv('1234567890123450000'))).toBe(
    'same, lost digits',
  )
  expect(read('identifier', '123456789012', csv('1.23457E+11'))).toBe('same, lost digits')
  expect(read('identifier', '123456789012', csv('1,23457E+11'), ',')).toBe('same, lost digits')
  expect(read('identifier', '123456789012', csv('1.23458E+11'))).toBe('1.23458E+11')
  expect(read('number', '1.5', csv('1,50'), ',')).toBe('same')
  expect(read('number', '1.5', text('1,5'))).toBe('same')
  expect(read('percent', '19', text('19,0 %'))).toBe('same')
})

test('times that a spreadsheet shows in its own way are what they were', () => {
  expect(read('text', '08:14', text('08:14:00 AM'))).toBe('same')
  expect(read('text', '18:52', text('06:52:00 PM'))).toBe('same')
  expect(read('text', '00:05', text('12:05 am'))).toBe('same')
  expect(read('text', '12:19:07', text('12:19:07'))).toBe('same')
  expect(read('text', '8:14', text('08:14'))).toBe('same')
  expect(read('text', '08:14', number(8.2333333333333 / 24, 'date'))).toBe('same')
  expect(read('text', '08:14', text('08:15:00 AM'))).toBe('08:15:00 AM')
  expect(read('text', '08:14', text('08:14:30'))).toBe('08:14:30')
  expect(read('text', '06:52', text('06:52 PM'))).toBe('06:52 PM')
  expect(read('text', '08:14', number(0.5, 'date'))).toBe('0.5')
})

test('a point before three figures, where commas are decimal, is asked about and never guessed', () => {
  expect(read('amount', '1234.00', text('1.234'), ',')).toBe('same')
  expect(read('number', '1.234', text('1.234'), ',')).toBe('same')
  expect(read('amount', '1234.00', text('1.235'), ',')).toMatch(/^\? .*1235 or 1,235/)
  expect(read('amount', '1234.00', text('1.235.000'), ',')).toBe('1235000.00')
  expect(read('amount', '1234.00', text('1.235,00'), ',')).toBe('1235.00')
  expect(read('amount', '1234.00', text('1,235'))).toBe('1235.00')
})

test('an empty cell is no value, and spaces or line breaks are no change', () => {
  expect(read('text', null, undefined)).toBe('same')
  expect(read('text', 'x', undefined)).toBe(null)
  expect(read('text', 'x', text('  '))).toBe(null)
  expect(read('address', 'Main St 1\nDublin', text('Main St 1\r\nDublin '))).toBe('same')
  expect(read('text', 'x'.repeat(40_000), text(`${'x'.repeat(32_766)}…`))).toBe('same')
  expect(read('text', '=1+1', text('=1+1'))).toBe('same')
  expect(read('text', 'true', { kind: 'boolean', value: true })).toBe('same')
  expect(read('text', 'x', { kind: 'error', text: '#REF!' })).toMatch(/^\? .*#REF!/)
  expect(read('text', 'x', { kind: 'error', text: '=' })).toMatch(/without a result/)
})
