import { expect, test } from 'vitest'
import { noSlots, slotsFor } from './rowSlots.ts'

const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i)

test('rows that come take the slots of rows that went', () => {
  const before = slotsFor(from(0, 5), noSlots, false)
  expect(before).toMatchObject({ positions: [0, 1, 2, 3, 4], order: [0, 1, 2, 3, 4] })
  expect(slotsFor(from(102, 5), before, true).order.toSorted()).toEqual([0, 1, 2, 3, 4])
})

test('while the list moves, no slot changes its place in the page', () => {
  const before = slotsFor(from(0, 5), noSlots, false)
  const moving = slotsFor(from(2, 5), before, true)
  expect(moving).toMatchObject({ order: [0, 1, 2, 3, 4], positions: [5, 6, 2, 3, 4] })
})

test('at rest rows stand in their own order', () => {
  const moving = slotsFor(from(2, 5), slotsFor(from(0, 5), noSlots, false), true)
  expect(slotsFor(from(2, 5), moving, false)).toMatchObject({
    ...{ positions: [2, 3, 4, 5, 6], order: [2, 3, 4, 0, 1] },
  })
})

test('a row less in sight moves none of the others', () => {
  const before = slotsFor(from(0, 5), noSlots, false)
  expect(slotsFor(from(1, 4), before, true)).toMatchObject({ count: 5, order: [1, 2, 3, 4] })
})
