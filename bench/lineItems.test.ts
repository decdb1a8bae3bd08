import { expect, test } from 'vitest'
import { addTallies, type Item, tallyItems } from './lineItems.ts'

const item = (
  description: string | null,
  quantity: string | null,
  unit_price: string | null,
  line_total: string | null,
): Item => ({ description, quantity, unit_price, line_total })
const paper = item('Paper A4', '2', '4.5', '9.00')
const pens = item('Pens, blue', '10', '0.3', '3.00')

test('a row is right when every part that the truth names is', () => {
  const found = [
    item('PAPER A4 (white)', '2.00', '4.50', '9'),
    item('Pens blue', '10', '3.00', null),
  ]
  const tally = tallyItems([paper, pens], found)
  expect(tally).toMatchObject({ rows: 2, right: 1, exact: 0, surplus: 0 })
  expect(tally.hits).toEqual({ description: 2, quantity: 2, unit_price: 1, line_total: 1 })
})

test('a description that says more is right, and counted apart', () => {
  expect(tallyItems([paper], [paper])).toMatchObject({ right: 1, exact: 1 })
  const more = { ...paper, description: 'Paper A4 Pens, blue' }
  expect(tallyItems([paper], [more])).toMatchObject({ right: 1, exact: 0 })
})

test('a part that the truth does not name is not asked', () => {
  const tally = tallyItems([item('Paper A4', '2', null, '9.00')], [paper])
  expect(tally).toMatchObject({ right: 1, asked: { unit_price: 0 } })
})

test('rows that nobody printed are surplus, and each found row answers one printed row', () => {
  const total = item('Total', null, null, '12.00')
  expect(tallyItems([paper, paper], [paper, total])).toMatchObject({ right: 1, surplus: 1 })
})

test('tallies of documents add up', () => {
  const both = addTallies([tallyItems([paper], [paper]), tallyItems([pens], [])])
  expect(both).toMatchObject({ rows: 2, right: 1, asked: { quantity: 2 }, hits: { quantity: 1 } })
})
