import { expect, test } from 'vitest'
import { type Area, areaOf, nudged, placeWords, whereOf } from './placeWords.ts'

test('a place is said in words, and nothing is said of any place', () => {
  expect(placeWords(null)).toBeNull()
  expect(whereOf('any', null)).toBeNull()
  expect(placeWords(whereOf('first', null))).toBe('On the first page')
  expect(placeWords({ pages: 'last', box: [0, 0, 1, 0.34] })).toBe(
    'On the last page, in the upper third',
  )
  expect(placeWords({ pages: 'any', box: [0.1, 0.1, 0.3, 0.2] })).toBe(
    'On any page, in an area of your own',
  )
  expect(areaOf([0.5, 0, 1, 1])).toBe('right')
})

test('an area moves and grows within its page', () => {
  const area: Area = [0.1, 0.1, 0.4, 0.2]
  expect(nudged(area, [1, 0], false)).toEqual([0.11, 0.1, 0.41, 0.2])
  expect(nudged(area, [0, -1], true)).toEqual([0.1, 0.1, 0.4, 0.19])
  expect(nudged([0, 0, 0.3, 0.3], [-1, -1], false)).toEqual([0, 0, 0.3, 0.3])
  expect(nudged([0.9, 0.9, 1, 1], [1, 1], true)).toEqual([0.9, 0.9, 1, 1])
  expect(nudged([0.5, 0.5, 0.52, 0.52], [-1, -1], true)).toEqual([0.5, 0.5, 0.52, 0.52])
})
