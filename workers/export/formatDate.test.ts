import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate, isDatePattern, sheetDateFormat } from './formatDate.ts'

test.each([
  ['dd.MM.yyyy', '05.03.2026'],
  ['d.M.yy', '5.3.26'],
  ['MM/dd/yyyy', '03/05/2026'],
  ['yyyyMMdd', '20260305'],
  ['ddMMyyyy', '05032026'],
  ['dd-MM-yy', '05-03-26'],
  ['excel', '46086'],
])('a day as %s is %s', (pattern, written) => {
  expect(isDatePattern(pattern)).toBe(true)
  expect(formatDate('2026-03-05', pattern)).toBe(written)
})

test('a pattern needs a day, a month and a year, each once, and plain marks', () => {
  const odd = ['', 'dd.MM', 'yyyy', 'dd.mm.yyyy', 'dd.MM.yyyy HH', 'dd/dd/MM/yyyy', 'TT.MM.JJJJ']
  expect([...odd, 'dd\nMM\nyyyy', 'yyyyy-MM-dd', 'MMM d, yyyy'].filter(isDatePattern)).toEqual([])
})

test('what is no day of the calendar stays as it is', () => {
  expect(formatDate('2026-02-30', 'dd.MM.yyyy')).toBe('2026-02-30')
  expect(formatDate('soon', 'excel')).toBe('soon')
})

test('no time zone moves a day: every date is read back from what was written', () => {
  const days = fc.date({
    min: new Date('1900-03-01'),
    max: new Date('9999-12-31'),
    noInvalidDate: true,
  })
  const zone = process.env.TZ
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'),
      (day, elsewhere) => {
        process.env.TZ = elsewhere
        const iso = day.toISOString().slice(0, 10)
        const [d, m, y] = formatDate(iso, 'dd.MM.yyyy').split('.')
        expect(`${y}-${m}-${d}`).toBe(iso)
        const serial = Number(formatDate(iso, 'excel'))
        expect(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString()).toMatch(iso)
      },
    ),
  )
  process.env.TZ = zone ?? 'UTC'
})

test('a workbook shows the same, with the marks that were asked for', () => {
  expect(sheetDateFormat('dd.MM.yyyy')).toBe('dd\\.mm\\.yyyy')
  expect(sheetDateFormat('MM/dd/yyyy')).toBe('mm\\/dd\\/yyyy')
  expect(sheetDateFormat('excel')).toBe('yyyy-mm-dd')
})
