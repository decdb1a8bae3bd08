import { expect, test } from 'vitest'
import { estimateWords, problemWords, spaceWords, spanWords } from './preflightWords.ts'
import { sizeWords } from './sizeWords.ts'

test.each([
  [1, 8, 'a few seconds'],
  [12, 44, '10 to 40 seconds'],
  [3, 14, '10 seconds'],
  [50, 130, '50 seconds to 2 minutes'],
  [12, 106, '10 seconds to 2 minutes'],
  [62, 70, '1 minute'],
  [55, 100, '1 to 2 minutes'],
  [170, 320, '3 to 5 minutes'],
  [3300, 7300, '1 to 2 hours'],
  [9000, 12_700, '2.5 to 3.5 hours'],
])('%d to %d seconds are “%s”', (low, high, words) => {
  expect(spanWords(low, high)).toBe(words)
})

test('an estimate says what it goes by', () => {
  const estimate = { lowSeconds: 170, highSeconds: 320, isGuess: false, measuredPages: 1812 }
  const whole = { files: 3, pagesToRead: 9, isWhole: true }
  expect(estimateWords(estimate, whole)).toBe(
    'About 3 to 5 minutes, going by 1,812 pages that this computer has read.',
  )
  expect(estimateWords({ ...estimate, isGuess: true }, whole)).toMatch(/^Perhaps 3 to 5 .* a guess/)
  expect(estimateWords(estimate, { ...whole, pagesToRead: 0 })).toContain('no page has to be read')
  expect(estimateWords(estimate, { ...whole, files: 0, pagesToRead: 0 })).toContain('nothing')
})

test('while files are looked into, an estimate is of those that were', () => {
  const estimate = { lowSeconds: 170, highSeconds: 320, isGuess: false, measuredPages: 20 }
  const part = { files: 3, pagesToRead: 9, isWhole: false }
  expect(estimateWords(estimate, part)).toContain('3 to 5 minutes for what is known so far')
  expect(estimateWords(estimate, { ...part, pagesToRead: 0 })).toContain('not known yet')
})

test('room is told with what is free, where anybody knows', () => {
  const space = { neededBytes: 12_400_000, freeBytes: 71_000_000_000, isMeasured: true }
  expect(spaceWords(space, true)).toBe('About 12 MB on the disk; 71.0 GB is free.')
  expect(spaceWords({ ...space, freeBytes: null, isMeasured: false }, true)).toBe(
    'About 12 MB on the disk, as pages usually are.',
  )
  expect(spaceWords({ ...space, neededBytes: 0 }, true)).toContain('No more room')
  expect(sizeWords(640_200)).toBe('641 kB')
})

test('one file and many have a sentence each, and a rare reason speaks for the first', () => {
  expect(problemWords('file_damaged', 1, {})).toMatch(/^1 file is damaged/)
  expect(problemWords('file_damaged', 1200, {})).toMatch(/^1,200 files are damaged/)
  expect(problemWords('too_many_pages', 2, { file: 'a.pdf', most: 9 })).toBe(
    '2 files, the first: “a.pdf” has more than 9 pages. Split it into smaller files and add those instead.',
  )
})
