import { expect, test } from 'vitest'
import { excerptOf } from './excerptOf.ts'
import { isFoundBy, searchTerms, wantedTerms } from './searchTerms.ts'

test('words are found without accents, capitals and the signs around them', () => {
  expect([...searchTerms(['„Müller“,', 'STRASSE', 'Straße', '—', '(1.234,50)'])]).toEqual([
    ...['muller', 'strasse', '1.234,50', '1', '234', '50'],
  ])
})

test('a number of several parts is found by each of them', () => {
  expect([...searchTerms(['INV-2026/17'])]).toEqual(['inv-2026/17', 'inv', '2026', '17'])
  expect(isFoundBy('INV-2026/17', 'inv-20')).toBe(true)
  expect(isFoundBy('INV-2026/17', '202')).toBe(true)
  expect(isFoundBy('INV-2026/17', '026')).toBe(false)
})

test('what is looked for is taken word by word, each once', () => {
  expect(wantedTerms('  Total  AMOUNT, total “ ')).toEqual(['total', 'amount'])
  expect(wantedTerms(' – ')).toEqual([])
})

test('the excerpt is where most of it stands together', () => {
  const words = 'Total of all The total amount due is below and to be paid'.split(' ')
  expect(excerptOf(words, wantedTerms('total amount du'))).toEqual({
    before: 'Total of all The',
    hit: 'total amount due',
    after: 'is below and to be',
  })
  expect(excerptOf(words, ['pai'])).toEqual({
    before: 'is below and to be',
    hit: 'paid',
    after: '',
  })
  expect(excerptOf(words, ['nothing'])).toBeNull()
})
