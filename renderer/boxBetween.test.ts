import { expect, test } from 'vitest'
import { boxBetween } from './boxBetween.ts'

test('a box may be drawn from any corner to any other', () => {
  expect(boxBetween([30, 40], [10, 20], [100, 100])).toEqual([10, 20, 30, 40])
  expect(boxBetween([10, 40], [30, 20], [100, 100])).toEqual([10, 20, 30, 40])
})

test('what is drawn beyond the page ends at its edge', () => {
  expect(boxBetween([90, 90], [140, -20], [100, 120])).toEqual([90, 0, 100, 90])
})
