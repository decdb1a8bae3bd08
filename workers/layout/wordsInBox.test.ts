import { expect, test } from 'vitest'
import type { Page, Word } from '../model.ts'
import { wordsInBox, wordsInOrder } from './wordsInBox.ts'

const word = (text: string, x: number, y: number): Word => ({
  ...{ text, box: [x, y, x + 8 * text.length, y + 10] },
  ...{ confidence: 0.9, reader: 'ocr' },
})

const page: Page = {
  ...{ number: 1, size: [595, 842], rotation: 0, reader: 'ocr', readerReason: '', confidence: 0.9 },
  language: null,
  words: [
    word('Street', 150, 115),
    word('Acme', 100, 100),
    word('Ltd', 140, 100),
    word('1', 100, 115),
    word('Total', 100, 200),
    word('119,00', 300, 200),
  ],
}

test('a drawn box takes the words in it, line by line', () => {
  expect(wordsInBox(page, [90, 95, 250, 130])).toMatchObject({
    text: 'Acme Ltd 1 Street',
    lines: [
      [{ text: 'Acme' }, { text: 'Ltd' }],
      [{ text: '1' }, { text: 'Street' }],
    ],
    box: [100, 100, 198, 125],
  })
})

test('a click takes the word under it', () => {
  expect(wordsInBox(page, [301, 203, 301, 203])?.text).toBe('119,00')
})

test('a word that a box only grazes is taken when there is no other, and where there is none nothing is', () => {
  expect(wordsInBox(page, [290, 190, 302, 202])?.text).toBe('119,00')
  expect(wordsInBox(page, [400, 400, 500, 500])).toBeNull()
})

test('words come in reading order', () => {
  expect(wordsInOrder(page).map(({ text }) => text)).toEqual(
    'Acme Ltd 1 Street Total 119,00'.split(' '),
  )
})
