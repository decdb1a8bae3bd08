import { describe, expect, it } from 'vitest'
import { pageScale, squaring } from './resolution.ts'

describe('the scale of a page', () => {
  it('is a scanner’s resolution', () => {
    expect(pageScale(2480, 3508, 300)).toBeCloseTo(300 / 72)
    expect(pageScale(800, 1000, 96)).toBeCloseTo(96 / 72)
  })

  it.each([
    ['what is not said', 2480, 3508, null],
    ['the 1 of a program that knows none', 2480, 3508, 1],
    ['the 72 of a camera', 3024, 4032, 72],
    ['a stamp smaller than any paper', 320, 240, 1200],
    ['a sheet longer than any scanner', 9000, 12_000, 96],
    ['more than any scanner has', 2480, 3508, 30_000],
    ['no number', 2480, 3508, Number.NaN],
  ])('is A4’s for %s', (_, width, height, dpi) => {
    expect(Math.max(width, height) / pageScale(width, height, dpi)).toBeCloseTo(842)
  })
})

describe('pixels that are not square', () => {
  it('are stretched along the axis that has fewer', () => {
    expect(squaring([204, 98])).toEqual([1, 204 / 98])
    expect(squaring([100, 200])).toEqual([2, 1])
    expect(squaring([300, 300])).toEqual([1, 1])
    expect(squaring(null)).toEqual([1, 1])
  })

  it.each([
    [300, 1],
    [0, 300],
    [Number.NaN, 300],
    [Number.POSITIVE_INFINITY, 300],
  ])('are taken for square where %d by %d is a slip', (x, y) => {
    expect(squaring([x, y])).toEqual([1, 1])
  })
})
