import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Page } from '../model.ts'
import { type TypedRun, typedPage } from '../testing/typedPage.ts'
import { findPairs } from './findPairs.ts'
import { readingOf } from './reading.ts'

function pairsOf(...pages: readonly Page[]): Record<string, string | null> {
  const fields = findPairs(readingOf(pages, '2026-06-01'), [])
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]))
}

const typed = (...runs: readonly TypedRun[]) => typedPage(runs)

/** The page with the words of a second one, as if filled into a form of the file. */
function filledIn(page: Page, ...runs: readonly TypedRun[]): Page {
  return { ...page, words: [...page.words, ...typedPage(runs, { reader: 'form' }).words] }
}

it('a value stands behind the colon of its label, beside it or under it', () => {
  const page = typed(
    [40, 60, 'First name: Rosalind'],
    [40, 80, 'Last name:'],
    [200, 80, 'Teague'],
    [40, 100, 'Postal address:'],
    [40, 113, '4 Mill Lane'],
    [40, 126, 'Oxford OX4 1AB'],
    [40, 170, 'Date of birth .......: 4 May 1988'],
  )
  expect(pairsOf(page)).toEqual({
    first_name: 'Rosalind',
    last_name: 'Teague',
    postal_address: '4 Mill Lane Oxford OX4 1AB',
    date_of_birth: '4 May 1988',
  })
})

it('two labels on one line have a value each', () => {
  const page = typed(
    [40, 60, 'Height:'],
    [90, 60, '172 cm'],
    [300, 60, 'Weight:'],
    [350, 60, '64 kg'],
  )
  expect(pairsOf(page)).toEqual({ height: '172 cm', weight: '64 kg' })
})

it('a numbered caption names what is written under it', () => {
  const page = typed(
    [40, 60, '1. Name of applicant'],
    [300, 60, '2. Nationality'],
    [40, 75, 'Rosalind Teague'],
    [300, 75, 'British'],
    [40, 120, '3. Occupation'],
    [40, 135, 'Glazier'],
  )
  expect(pairsOf(page)).toEqual({
    name_of_applicant: 'Rosalind Teague',
    nationality: 'British',
    occupation: 'Glazier',
  })
})

it('a label without a value gives nothing, whatever comes next', () => {
  const page = typed(
    [40, 60, 'Phone: ______________'],
    [40, 80, 'E-mail:'],
    [40, 95, 'Fax:'],
    [40, 180, 'Please return this sheet to the office.'],
  )
  expect(pairsOf(page)).toEqual({})
})

it('times, web addresses and sentences are no labels', () => {
  const page = typed(
    [40, 60, 'Doors open at 10:30 and close at 18:00'],
    [40, 80, 'See https://example.org for more'],
    [40, 100, 'We ask all of our members to note the following rules of the house: no dogs'],
  )
  expect(pairsOf(page)).toEqual({})
})

it('what was filled into a form of the file belongs to the print before or above it', () => {
  const page = filledIn(
    typed([40, 60, 'Surname'], [40, 100, 'Membership no.'], [300, 100, 'Class']),
    [120, 60, 'Teague'],
    [40, 113, 'M-4471'],
    [300, 113, 'Junior'],
  )
  expect(pairsOf(page)).toEqual({ surname: 'Teague', membership_no: 'M-4471', class: 'Junior' })
})

it('a box to tick is yes or no, by the words behind it', () => {
  const page = typed(
    [40, 60, '☒ I want the newsletter'],
    [300, 60, '☐ By post'],
    [40, 80, '[x] Member'],
  )
  expect(pairsOf(page)).toEqual({ i_want_the_newsletter: 'yes', by_post: 'no', member: 'yes' })
})

it('names are told apart, in any script, and there are two hundred at most', () => {
  const line = fc.tuple(
    fc.constantFrom(
      'Name',
      'Größe',
      '日本語',
      'Имя',
      '12',
      'a b c',
      'É',
      '٣ الاسم',
      'x_',
      '1. Tel',
    ),
    fc.constantFrom(': ', ':', ' ', ' ____ ', ' ☒ '),
    fc.string({ maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 260 }), (lines) => {
      const runs = lines.map((parts, i): TypedRun => [40, 60 + 14 * i, parts.join('')])
      const page = typed(...runs)
      const fields = findPairs(readingOf([page], '2026-06-01'), ['name'])
      const names = fields.map(({ name }) => name)
      expect(new Set([...names, 'name']).size).toBe(names.length + 1)
      expect(names.length).toBeLessThanOrEqual(200)
      for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
      const print = page.words.map(({ text }) => text).join(' ')
      for (const { raw } of fields)
        for (const word of (raw ?? '').split(/\s+/)) expect(print).toContain(word)
    }),
    { numRuns: 60 },
  )
})
