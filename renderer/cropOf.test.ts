import { expect, test } from 'vitest'
import { cropOf } from './cropOf.ts'

test('a line of print is drawn at reading size, with a little around it', () => {
  const crop = cropOf([100, 200, 160, 211], [595, 842], 400)
  expect(crop).toEqual({ pageWidth: 1190, left: 184, top: 392, width: 152, height: 38 })
})

test('what is wider than its room is shown whole', () => {
  const crop = cropOf([0, 0, 484, 10], [595, 842], 250)
  expect(crop.width).toBe(250)
  expect(crop.pageWidth).toBe(297.5)
})

test('a block of many lines is not blown up, and ends where it would fill the panel', () => {
  const crop = cropOf([0, 0, 100, 200], [595, 842], 400)
  expect(crop.pageWidth).toBe(833)
  expect(crop.height).toBe(120)
})
