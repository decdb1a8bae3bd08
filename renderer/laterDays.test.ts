import { expect, test } from 'vitest'
import { beginOfDay, laterDays } from './laterDays.ts'

const dates = (now: Date) => laterDays(now).map(({ date }) => date)

test('days to postpone to are tomorrow, the next Monday and the next month', () => {
  expect(dates(new Date(2026, 4, 8, 23, 59))).toEqual(['2026-05-09', '2026-05-11', '2026-06-01'])
  expect(dates(new Date(2026, 11, 31))).toEqual(['2027-01-01', '2027-01-04', '2027-01-01'])
  expect(dates(new Date(2026, 4, 11))[1], 'on a Monday').toBe('2026-05-18')
  expect(dates(new Date(2026, 4, 10))[1], 'on a Sunday').toBe('2026-05-11')
})

test('a day begins at midnight here, and only a later one counts', () => {
  const now = new Date(2026, 4, 8, 12)
  expect(beginOfDay('2026-05-09', now)).toBe(new Date(2026, 4, 9).toISOString())
  for (const date of ['', '2026-05', '2026-05-08', '2020-01-01'])
    expect(beginOfDay(date, now)).toBeNull()
})
