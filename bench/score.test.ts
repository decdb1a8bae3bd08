import { describe, expect, test } from 'vitest'
import { countWords, f1Of, tallyWords } from './score.ts'

const f1 = (read: string, truth: string) => f1Of([tallyWords(read, truth)])

describe('text accuracy', () => {
  test('the order of words, white space and punctuation around them do not count', () => {
    expect(f1('due: 12.50\nTotal', '(Total) due 12.50,')).toBe(1)
  })

  test('case counts, and so does punctuation within a word', () => {
    expect(f1('total 1250', 'Total 12.50')).toBe(0)
  })

  test('a word counts as often as it stands there', () => {
    expect(tallyWords('to to to be', 'to be or not to be')).toEqual({ hits: 3, read: 4, true: 6 })
    expect(f1('to to to be', 'to be or not to be')).toBeCloseTo(0.6)
  })

  test('it is the harmonic mean of precision and recall', () => {
    const [precision, recall] = [1 / 2, 1 / 4]
    expect(f1('a x', 'a b c d')).toBeCloseTo((2 * precision * recall) / (precision + recall))
  })

  test('texts count by their words, not each the same', () => {
    const tallies = [tallyWords('a b c', 'a b c'), tallyWords('x', 'y')]
    expect(f1Of(tallies)).toBeCloseTo(0.75)
  })

  test('a reader that finds nothing has none, and nothing to compare has no accuracy', () => {
    expect(f1('', 'a b')).toBe(0)
    expect(f1Of([])).toBeNull()
    expect(f1('—', '')).toBeNull()
  })
})

test('a ligature is its letters, and a dash alone is no word', () => {
  expect(f1('o\uFB03ce — 2', 'office 2')).toBe(1)
  expect(countWords('o\uFB03ce — 2 …')).toBe(2)
})
