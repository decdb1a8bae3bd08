import { expect, test } from 'vitest'
import type { Page } from '../model.ts'
import { typedPage } from '../testing/typedPage.ts'
import { findMatches } from './findMatches.ts'

const lines = ['Invoice No. AB-4711', 'Paid by VISA card', 'Total 119.00', 'Date 04.05.2026']
const page: Page = typedPage(lines.map((text, i) => [50, 100 + 20 * i, text]))
const find = (pattern: string, type: 'text' | 'identifier' | 'amount' | 'name', most = 200) =>
  findMatches({ pages: [page], pattern, type, today: '2026-06-01', most })

test('free text is searched without regard to case, with the place of each match', () => {
  const [match, ...others] = find('visa|cash', 'text')
  expect(others).toEqual([])
  expect(match).toMatchObject({ page: 1, text: 'VISA' })
  const word = page.words.find(({ text }) => text === 'VISA')
  expect(match?.box).toEqual(word?.box)
})

test('of a type the whole value has to match, as the field will ask', () => {
  expect(find('[A-Z]{2}-\\d+', 'identifier').map(({ text }) => text)).toEqual(['AB-4711'])
  expect(find('\\d+', 'identifier').map(({ text }) => text)).not.toContain('AB-4711')
  expect(find('ab-\\d+', 'identifier')).toEqual([])
  expect(find('\\d+\\.00', 'amount').map(({ text }) => text)).toEqual(['119.00'])
})

test('no more are given than asked for', () => {
  expect(find('\\w', 'text', 3)).toHaveLength(3)
})

test('a pattern that would run for ever elsewhere ends', () => {
  const long = typedPage([[50, 100, `${'a'.repeat(5000)}!`]])
  const started = performance.now()
  const asked = { pattern: '(a+)+$', type: 'name', today: '2026-06-01', most: 200 } as const
  expect(findMatches({ ...asked, pages: [long] })).toEqual([])
  expect(performance.now() - started).toBeLessThan(3000)
})
