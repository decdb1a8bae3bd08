import { expect, test } from 'vitest'
import { templateSchema } from '../template.ts'
import { equationsOf } from './equations.ts'
import type { Figure } from './sumEquation.ts'

const amount = (name: string, total: string | null = null) => ({
  ...{ name, label: name, type: 'amount', total },
})
const invoice = templateSchema.parse({
  ...{ name: 'invoice', version: 1, title: 'Invoice' },
  fields: [amount('net', 'net'), amount('tax', 'tax'), amount('gross', 'gross')],
  tables: [
    {
      ...{ name: 'items', label: 'Items', kind: 'items' },
      columns: ['quantity', 'unit_price', 'line_total'].map((name) => ({
        ...{ name, label: name, type: 'amount' },
      })),
    },
  ],
})

let id = 0
const figure = (name: string, value: string | null): Figure => ({
  id: ++id,
  name,
  label: name,
  value,
})
const row = (quantity: string | null, unit_price: string | null, line_total: string | null) => ({
  quantity: figure('quantity', quantity),
  unit_price: figure('unit_price', unit_price),
  line_total: figure('line_total', line_total),
})
const fields = (net: string | null, tax: string | null, gross: string | null) => [
  figure('net', net),
  figure('tax', tax),
  figure('gross', gross),
]
const statesOf = (...given: Parameters<typeof equationsOf>) =>
  equationsOf(...given).map(({ code, row, state }) => [code, row, state])

test('net and tax prove the total, lines the net, and every row itself', () => {
  const tables = { items: [row('2', '25.00', '50.00'), row('1', '50.00', '50.00')] }
  expect(statesOf(invoice, { fields: fields('100.00', '19.00', '119.00'), tables })).toEqual([
    ['net_and_tax', null, 'proven'],
    ['sum_of_lines', null, 'proven'],
    ['row_amount', 0, 'proven'],
    ['row_amount', 1, 'proven'],
  ])
})

test('terms name the fields that they stand for, and what they make', () => {
  const given = fields('100.00', '19.00', '120.00')
  const [sum] = equationsOf(invoice, { fields: given, tables: {} })
  expect(sum).toMatchObject({
    operator: 'plus',
    terms: [
      { fieldId: given[0]?.id, label: 'net', value: '100.00' },
      { fieldId: given[1]?.id, label: 'tax', value: '19.00' },
    ],
    result: { fieldId: given[2]?.id, value: '120.00' },
    computed: '119.00',
    state: 'broken',
  })
})

test('an equation that misses a value is open, and one without any value is none', () => {
  expect(statesOf(invoice, { fields: fields('100.00', null, '119.00'), tables: {} })).toEqual([
    ['net_and_tax', null, 'open'],
  ])
  expect(statesOf(invoice, { fields: fields(null, null, null), tables: {} })).toEqual([])
})

test('a subtotal of a till with the tax in it is no equation that fails', () => {
  const given = { fields: fields('119.00', '19.00', '119.00'), tables: {} }
  expect(statesOf(invoice, given)).toEqual([])
})

test('a row whose amount does not follow from quantity and price is broken, one that misses a number open', () => {
  const tables = { items: [row('3', '10.00', '31.00'), row('3', null, '30.00')] }
  expect(
    statesOf(invoice, { fields: [], tables }).filter(([code]) => code === 'row_amount'),
  ).toEqual([
    ['row_amount', 0, 'broken'],
    ['row_amount', 1, 'open'],
  ])
})

test('a price that was rounded does not break its row', () => {
  const tables = { items: [row('1000', '0.33', '333.00')] }
  const [, rounded] = equationsOf(invoice, { fields: [], tables })
  expect(rounded?.state).toBe('broken')
  const fine = { items: [row('300', '3.33', '1000.00')] }
  expect(equationsOf(invoice, { fields: [], tables: fine })[1]?.state).toBe('proven')
})

test('what the page names as the reason of a difference proves the total', () => {
  const given = { fields: fields('100.00', '19.00', '114.00'), tables: {} }
  expect(equationsOf(invoice, given, 'A discount of 5.00 is taken off.')[0]).toMatchObject({
    ...{ state: 'proven', note: 'A discount of 5.00 is taken off.' },
  })
})

const statement = templateSchema.parse({
  ...{ name: 'statement', version: 1, title: 'Statement' },
  fields: [amount('opening_balance'), amount('closing_balance')],
  tables: [
    {
      ...{ name: 'moves', label: 'Moves', kind: 'ledger' },
      columns: [amount('amount'), amount('balance')].map(({ total: _, ...column }) => column),
    },
  ],
})
const move = (value: string, balance: string | null) => ({
  amount: figure('amount', value),
  balance: figure('balance', balance),
})
const account = (from: string, to: string) => [
  figure('opening_balance', from),
  figure('closing_balance', to),
]

test('the balance runs from row to row and to the end, over rows without one', () => {
  const tables = { moves: [move('10.00', '110.00'), move('5.00', null), move('-20.00', '95.00')] }
  const found = equationsOf(statement, { fields: account('100.00', '95.00'), tables })
  expect(found.map(({ row, state, terms }) => [row, state, terms.length])).toEqual([
    [0, 'proven', 2],
    [2, 'proven', 3],
    [null, 'proven', 4],
  ])
})

test('a statement with the newest movement first runs upwards', () => {
  const tables = { moves: [move('-20.00', '90.00'), move('10.00', '110.00')] }
  expect(statesOf(statement, { fields: account('100.00', '90.00'), tables })).toEqual([
    ['balance', 1, 'proven'],
    ['balance', 0, 'proven'],
    ['balance', null, 'proven'],
  ])
})
