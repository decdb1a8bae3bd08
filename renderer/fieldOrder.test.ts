import { expect, test } from 'vitest'
import type { DocumentView, FieldView } from '../electron/views.ts'
import { fieldsInOrder, groupFields, neighbourOf, nextForReview } from './fieldOrder.ts'

let ids = 0
const field = (name: string, type = 'text', needsReview = false): FieldView => ({
  ...{ id: ++ids, name, label: name, type, value: 'x', raw: 'x', confidence: 1, needsReview },
  ...{
    reasons: [],
    reader: null,
    corrected: false,
    accepted: false,
    why: '',
    doubt: null,
    provenance: null,
    candidates: [],
  },
})

const number = field('invoice_number')
const total = field('grand_total', 'amount', true)
const seller = field('seller_name')
const iban = field('iban', 'iban')
const cells = [0, 1].map(() => ({ text: field('text'), sum: field('sum', 'amount') }))
const rate = field('rate', 'percent', true)
const view = {
  fields: [total, iban, seller, number],
  tables: [
    { columns: [{ name: 'text' }, { name: 'sum' }], rows: cells },
    { columns: [{ name: 'rate' }], rows: [{ rate }] },
  ],
} as unknown as DocumentView

test('fields stand by what they are about, not in the order of the template', () => {
  expect(groupFields(view.fields).map(({ title }) => title)).toEqual([
    'Document',
    'Seller',
    'Amounts',
    'Payment',
  ])
  expect(fieldsInOrder(view).slice(0, 4)).toEqual([number, seller, total, iban])
})

test('an arrow stays in its column, and leaves a table at its ends', () => {
  expect(neighbourOf(view, iban.id, 1)).toBe(cells[0]?.text)
  expect(neighbourOf(view, cells[0]?.sum.id ?? 0, 1)).toBe(cells[1]?.sum)
  expect(neighbourOf(view, cells[1]?.sum.id ?? 0, 1)).toBe(rate)
  expect(neighbourOf(view, cells[0]?.sum.id ?? 0, -1)).toBe(iban)
  expect(neighbourOf(view, number.id, -1)).toBeUndefined()
})

test('the next field to look at is found around the end', () => {
  const all = fieldsInOrder(view)
  expect(nextForReview(all, null, 1)).toBe(total)
  expect(nextForReview(all, total.id, 1)).toBe(rate)
  expect(nextForReview(all, rate.id, 1)).toBe(total)
  expect(nextForReview(all, null, -1)).toBe(rate)
  expect(nextForReview([number], null, 1)).toBeNull()
})
