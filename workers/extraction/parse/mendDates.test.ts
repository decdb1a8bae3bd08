import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMisreadDates } from './mendDates.ts'

const today = '2026-11-22'
const datesIn = (text: string) => findMisreadDates(text, 'dmy', today).map(({ value }) => value)

describe('findMisreadDates', () => {
  it('reads strokes that were taken for figures or lost', () => {
    expect(datesIn('01705/2016')).toEqual(['2016-05-01'])
    expect(datesIn('27032018 13:11')).toEqual(['2018-03-27'])
    expect(datesIn('30-092017')).toEqual(['2017-09-30'])
  })

  it('reads letters among the figures, and a century that cannot be', () => {
    expect(datesIn('2O/O1/2018')).toEqual(['2018-01-20'])
    expect(datesIn('21-03-4018')).toEqual(['2018-03-21'])
  })

  it('reads a short month with one wrong letter', () => {
    expect(datesIn('20/dan/20i7')).toEqual(['2017-01-20'])
    expect(datesIn('05 lan 2017')).toEqual(['2017-01-05'])
    expect(datesIn('05 cad 2017')).toEqual([])
  })

  it('keeps what was read as the raw text', () => {
    const [date] = findMisreadDates('Date: 01705/2016-13:19', 'dmy', today)
    expect(date).toMatchObject({ raw: '01705/2016', from: 6, to: 16 })
  })

  it('leaves days that no calendar has, and years of no paper', () => {
    expect(datesIn('45132018')).toEqual([])
    expect(datesIn('27031918')).toEqual([])
    expect(datesIn('01706/2917')).toEqual([])
  })

  it('gives only days of the calendar, where they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123 7/.-OlS:2') }), (text) => {
        for (const { value, from, to, raw } of findMisreadDates(text, 'dmy', today)) {
          expect(new Date(`${value}T00:00Z`).toISOString().slice(0, 10)).toBe(value)
          expect(text.slice(from, to)).toBe(raw)
        }
      }),
    )
  })
})
