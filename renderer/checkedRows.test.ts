import { expect, test } from 'vitest'
import { rangeOf, toggled } from './checkedRows.ts'

const keys = ['a', 'b', 'c', 'd']

test('a row is added, and left out at the second time', () => {
  const once = toggled(new Set(['a']), 'c')
  expect([...once]).toEqual(['a', 'c'])
  expect([...toggled(once, 'a')]).toEqual(['c'])
})

test('a range goes up as well as down, and begins anew where its first row is gone', () => {
  expect([...rangeOf(keys, 'b', 'd')]).toEqual(['b', 'c', 'd'])
  expect([...rangeOf(keys, 'c', 'a')]).toEqual(['a', 'b', 'c'])
  expect([...rangeOf(keys, 'gone', 'c')]).toEqual(['c'])
  expect([...rangeOf(keys, null, 'c')]).toEqual(['c'])
})
