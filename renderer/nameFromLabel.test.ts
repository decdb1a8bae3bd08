import { expect, test } from 'vitest'
import { nameFromLabel } from './nameFromLabel.ts'

test('words become lower-case letters, digits and underscores', () => {
  expect(nameFromLabel('Invoice number')).toBe('invoice_number')
  expect(nameFromLabel('  Net total (EUR) ')).toBe('net_total_eur')
  expect(nameFromLabel('Fällig am')).toBe('faellig_am')
  expect(nameFromLabel('Numéro de série')).toBe('numero_de_serie')
  expect(nameFromLabel('Straße')).toBe('strasse')
  expect(nameFromLabel('2nd reminder')).toBe('nd_reminder')
})

test('a label without a letter that a name can hold gets a word', () => {
  expect(nameFromLabel('12')).toBe('field')
  expect(nameFromLabel('合計', [], 'column')).toBe('column')
})

test('a name that is taken is counted on', () => {
  expect(nameFromLabel('Date', ['date', 'date_2'])).toBe('date_3')
})
