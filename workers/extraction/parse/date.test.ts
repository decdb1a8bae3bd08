import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOrderOf, findDates } from './date.ts'

const dates = (text: string, order: 'dmy' | 'mdy' = 'dmy') =>
  findDates(text, order, '2026-06-01').map((date) => date.value)

describe('findDates', () => {
  it('reads the notations of six languages', () => {
    expect(dates('07.03.2024')).toEqual(['2024-03-07'])
    expect(dates('7. März 2024')).toEqual(['2024-03-07'])
    expect(dates('12. Juli 2024')).toEqual(['2024-07-12'])
    expect(dates('1er février 2026')).toEqual(['2026-02-01'])
    expect(dates('15 de enero de 2026')).toEqual(['2026-01-15'])
    expect(dates('3 gennaio 2026')).toEqual(['2026-01-03'])
    expect(dates('12 mei 2026')).toEqual(['2026-05-12'])
    expect(dates('March 5, 2026')).toEqual(['2026-03-05'])
    expect(dates('12-Apr-18')).toEqual(['2018-04-12'])
    expect(dates('Jun08/21, May 3/2020')).toEqual(['2021-06-08', '2020-05-03'])
    expect(dates('05/13/20-06/14/20')).toEqual(['2020-05-13', '2020-06-14'])
    expect(dates('Date:27/02/2024 12:34')).toEqual(['2024-02-27'])
  })

  it('never reinterprets an ISO date', () => {
    expect(findDates('2026-03-05', 'mdy', '2026-06-01')).toMatchObject([
      { value: '2026-03-05', other: null },
    ])
  })

  it('keeps the other reading of a day and month that could be swapped', () => {
    expect(findDates('03/04/2025', 'dmy', '2026-06-01')).toMatchObject([
      { value: '2025-04-03', other: '2025-03-04' },
    ])
    expect(findDates('03/04/2025', 'mdy', '2026-06-01')).toMatchObject([
      { value: '2025-03-04', other: '2025-04-03' },
    ])
    expect(findDates('05/05/2025', 'dmy', '2026-06-01')).toMatchObject([{ other: null }])
  })

  it('turns to the other order when the calendar demands it', () => {
    expect(dates('12/25/2025', 'dmy')).toEqual(['2025-12-25'])
  })

  it('puts two-digit years before the end of next year', () => {
    expect(dates('01.02.27')).toEqual(['2027-02-01'])
    expect(dates('01.02.99')).toEqual(['1999-02-01'])
  })

  it('refuses days that do not exist and numbers that are no dates', () => {
    for (const text of ['31.02.2025', '00.01.2025', '1.234,56', '192.168.1.20', '12/2025', '3.5.1'])
      expect(dates(text), text).toEqual([])
  })

  it('reads back every day of eighty years', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 29_000 }),
        fc.constantFrom('.', '/', '-'),
        (days, sep) => {
          const iso = new Date(Date.UTC(1950, 0, 1 + days)).toISOString().slice(0, 10)
          const [y, m, d] = iso.split('-')
          expect(dates(`den ${d}${sep}${m}${sep}${y}`)).toEqual([iso])
          expect(dates(iso)).toEqual([iso])
        },
      ),
    )
  })
})

describe('dateOrderOf', () => {
  it('lets a number above twelve decide for the whole document', () => {
    expect(dateOrderOf(['03/04/2025', '03/25/2025'], false)).toEqual({
      order: 'mdy',
      certain: true,
    })
    expect(dateOrderOf(['03/04/2025', '25/03/2025'], true)).toEqual({ order: 'dmy', certain: true })
  })

  it('is uncertain when nothing tells', () => {
    expect(dateOrderOf(['03/04/2025'], false)).toEqual({ order: 'dmy', certain: false })
    expect(dateOrderOf(['03/04/2025'], true)).toEqual({ order: 'mdy', certain: false })
  })
})
