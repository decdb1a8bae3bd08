import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { templateSchema } from '../template.ts'
import { typedPage } from '../testing/typedPage.ts'
import { datePairs, rangesOf } from './dateRanges.ts'
import { readingOf } from './reading.ts'
import { findSpans } from './spans.ts'

const pairsOf = (
  ...fields: readonly (readonly [name: string, label: string, labels?: string[]])[]
) =>
  datePairs(
    templateSchema.parse({
      ...{ name: 'x', version: 1, title: 'X' },
      fields: fields.map(([name, label, labels]) => ({ name, label, type: 'date', labels })),
    }).fields,
  )

describe('two fields are the ends of one stretch of time', () => {
  it.each([
    ['stay_from', 'stay_to'],
    ['start_date', 'end_date'],
    ['first_day', 'last_day'],
    ['gueltig_von', 'gueltig_bis'],
    ['periode_du', 'periode_au'],
    ['estancia_desde', 'estancia_hasta'],
    ['soggiorno_dal', 'soggiorno_al'],
    ['huur_vanaf', 'huur_tot'],
  ])('when they are named %s and %s', (from, to) => {
    expect(pairsOf([from, 'A'], ['issued', 'Issued'], [to, 'B'])).toEqual([{ from, to }])
  })

  it('when only their titles say so', () => {
    expect(pairsOf(['a', 'Stay begins'], ['b', 'Stay ends'])).toEqual([{ from: 'a', to: 'b' }])
  })

  it('when they have the same labels, the first in the template first', () => {
    expect(pairsOf(['a', 'A', ['Term']], ['b', 'B', ['Term']])).toEqual([{ from: 'a', to: 'b' }])
  })

  it('but not an issue and a due date', () => {
    expect(pairsOf(['issued', 'Issued', ['Date']], ['due', 'Due', ['Due']])).toEqual([])
  })
})

const rangesIn = (text: string) => {
  const reading = readingOf([typedPage([[10, 20, text]])], '2026-06-01')
  return rangesOf(findSpans('date', reading)).map(({ first, last }) => [first.value, last.value])
}

describe('two dates are a range', () => {
  it.each([
    '03/30/20 - 04/12/20',
    '03/30/20-04/12/20',
    '03/30/20 to 04/12/20',
    '30.03.2020 bis 12.04.2020',
    '30/03/2020 au 12/04/2020',
    '30 mars 2020 – 12 avril 2020',
    'Mon, March 30, 2020 through Sun, April 12, 2020',
  ])('in “%s”', (text) => {
    expect(rangesIn(text)).toEqual([['2020-03-30', '2020-04-12']])
  })

  it('but not when they only stand side by side, or the later comes first', () => {
    expect(rangesIn('03/30/20 / 04/13/20')).toEqual([])
    expect(rangesIn('04/13/20 - 03/30/20')).toEqual([])
  })

  it('for any two days', () => {
    const day = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, day, fc.constantFrom('-', ' - ', ' – ', ' to '), (one, two, joint) => {
        const [first, last] = [one, two].map((date) => date.toISOString().slice(0, 10)).sort() as [
          string,
          string,
        ]
        const print = (iso: string) => iso.replace(/(\d+)-(\d+)-(\d+)/, '$2/$3/$1')
        // A second date that tells the order, for days up to the twelfth.
        const page = typedPage([
          [10, 20, `${print(first)}${joint}${print(last)}`],
          [10, 60, 'Printed 12/31/2026'],
        ])
        const spans = findSpans('date', readingOf([page], '2026-06-01'))
        expect(rangesOf(spans).map((range) => [range.first.value, range.last.value])).toEqual([
          [first, last],
        ])
      }),
      { numRuns: 60 },
    )
  })
})
