import { expect, test } from 'vitest'
import { findWords } from './findWords.ts'

const pages = [
  {
    page: 1,
    size: [600, 800] as [number, number],
    words: [
      ['Harbour', 10, 10, 60, 20],
      ['Street', 64, 10, 100, 20],
      ['12', 104, 10, 116, 20],
      ['harvest', 10, 30, 60, 40],
    ] as [string, number, number, number, number][],
  },
  {
    page: 3,
    size: [600, 800] as [number, number],
    words: [['HARBOUR', 5, 5, 50, 15]] as [string, number, number, number, number][],
  },
]

test('two letters find every word that begins with them, on all pages, in any case', () => {
  expect(findWords(pages, 'ha').map(({ page, text }) => [page, text])).toEqual([
    [1, 'Harbour'],
    [1, 'harvest'],
    [3, 'HARBOUR'],
  ])
})

test('one letter finds nothing, nor does a space after it', () => {
  expect(findWords(pages, 'h')).toEqual([])
  expect(findWords(pages, 'h ')).toEqual([])
})

test('words that follow each other are found as one place', () => {
  expect(findWords(pages, 'harbour str')).toEqual([
    { page: 1, text: 'Harbour Street', box: [10, 10, 100, 20] },
  ])
  expect(findWords(pages, 'harb street')).toEqual([])
})
