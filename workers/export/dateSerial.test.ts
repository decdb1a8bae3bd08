import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateSerial, isRealDate } from './dateSerial.ts'

test('the serials are those that Excel gives', () => {
  expect(dateSerial('1900-03-01')).toBe(61)
  expect(dateSerial('1999-12-31')).toBe(36525)
  expect(dateSerial('2000-02-29')).toBe(36585)
  expect(dateSerial('2026-03-29')).toBe(46110)
  expect(dateSerial('9999-12-31')).toBe(2958465)
})

test('a day before March 1900 has no serial: Excel counts a 29 February that never was', () => {
  expect(dateSerial('1900-02-28')).toBeNull()
  expect(dateSerial('1899-12-31')).toBeNull()
})

test('what is no day of the calendar has no serial', () => {
  for (const text of ['2026-02-30', '2025-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026'])
    expect(isRealDate(text)).toBe(false)
})

test('every day gives a whole serial and comes back as the same day', () => {
  const lastDay = 2958465
  fc.assert(
    fc.property(fc.integer({ min: 61, max: lastDay }), (serial) => {
      // Counted here in days of UTC from 1970, which is how Excel’s own calendar lies to it.
      const iso = new Date((serial - 25569) * 86_400_000).toISOString().slice(0, 10)
      expect(dateSerial(iso)).toBe(serial)
    }),
  )
})

test('the days of a year follow each other, also where clocks change', () => {
  const first = dateSerial('2026-01-01') ?? 0
  const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)))
  const serials = days.map((day) => dateSerial(day.toISOString().slice(0, 10)))
  expect(serials).toEqual(days.map((_, day) => first + day))
})
