import { expect, test } from 'vitest'
import { durationOf, percentOf, progressOf, timeLeftOf, whenOf } from './format.ts'

test('a chance is never rounded up to certainty', () => {
  expect(percentOf(0.9999)).toBe('99 %')
  expect(percentOf(1)).toBe('100 %')
})

test('progress says 100 only at the end', () => {
  expect(progressOf(99.9)).toBe('99 %')
})

test('time left is said as a person would', () => {
  expect([4, 42, 61, 181, 3700, 9000].map(timeLeftOf)).toEqual([
    'a few seconds left',
    'about 40 seconds left',
    'about a minute left',
    'about 3 minutes left',
    'about an hour left',
    'about 3 hours left',
  ])
})

test('a duration carries at most two units', () => {
  expect([0.84, 42.4, 185, 7800].map(durationOf)).toEqual([
    '0.8 s',
    '42 s',
    '3 min 5 s',
    '2 h 10 min',
  ])
})

test('seconds that round to a minute become one', () => {
  expect(durationOf(119.7)).toBe('2 min 0 s')
  expect(durationOf(59.8)).toBe('1 min 0 s')
})

test('the day is a word while it is near', () => {
  const now = new Date(2026, 4, 10, 15, 0)
  expect(whenOf(new Date(2026, 4, 10, 9, 5).toISOString(), now)).toMatch(/^Today, /)
  expect(whenOf(new Date(2026, 4, 9, 23, 59).toISOString(), now)).toMatch(/^Yesterday, /)
  expect(whenOf(new Date(2025, 4, 9).toISOString(), now)).toContain('2025')
})
