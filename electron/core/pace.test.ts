import { expect, test } from 'vitest'
import { createPace } from './pace.ts'

const at = (seconds: number) => new Date(seconds * 1000)

test('there is no measure before the second page', () => {
  const pace = createPace(at(0))
  expect(pace.pagesPerMinute(at(10))).toBeNull()
  pace.countPage(at(5))
  expect(pace.pagesPerMinute(at(10))).toBeNull()
  pace.countPage(at(10))
  expect(pace.pagesPerMinute(at(10))).toBe(12)
})

test('after a while only the last minutes count', () => {
  const pace = createPace(at(0))
  for (let second = 1; second <= 600; second++) pace.countPage(at(second))
  for (let second = 610; second <= 900; second += 10) pace.countPage(at(second))
  expect(pace.pagesPerMinute(at(900))).toBe(6)
})

test('a page that takes longer than that is measured by the whole run', () => {
  const pace = createPace(at(0))
  for (const second of [10, 20, 30]) pace.countPage(at(second))
  expect(pace.pagesPerMinute(at(600))).toBe(0.3)
})
