import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Word } from '../model.ts'
import { typedPage } from '../testing/typedPage.ts'
import { pageMarkdown } from './pageMarkdown.ts'
import { pageText } from './pageText.ts'

/** Runs of text and where they begin: `left` in points, `top` in tenths of a line. */
const pageOf = (...set: readonly (readonly [text: string, left: number, top: number])[]) =>
  typedPage(set.map(([text, left, top]) => [left, 1.2 * top, text]))

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).toSorted()

/** The words that a reader of the Markdown sees. */
function wordsInMarkdown(markdown: string): string[] {
  const lines = markdown.split('\n').filter((line) => !/^\|( --- \|)+$/.test(line))
  const cells = lines.flatMap((line) =>
    line.startsWith('| ') ? line.split(/(?<!\\)(?:\\\\)*\|/) : [line],
  )
  return wordsIn(cells.join('\n').replace(/\\([\\`*_<|#>+=-])/g, '$1'))
}

test('no word of a page is lost, doubled or changed in text and Markdown', () => {
  const place = fc.tuple(
    fc.stringMatching(/^[a-z0-9|*_#>€é.-]{1,6}$/),
    fc.integer({ min: 0, max: 40 }).map((x) => x * 14),
    fc.integer({ min: 0, max: 30 }).map((y) => y * 9),
    fc.constantFrom(0, 4, 8),
  )
  fc.assert(
    fc.property(fc.array(place, { maxLength: 90 }), (places) => {
      const page = pageOf(...places.map(([text, x, y]) => [text, x, y] as const))
      const words = page.words.map((word, i): Word => {
        const [x0, y0, x1] = word.box
        return { ...word, box: [x0, y0, x1, y0 + (places[i]?.[3] ?? 8)] }
      })
      const printed = words.map(({ text }) => text).toSorted()
      expect(wordsIn(pageText({ ...page, words }))).toEqual(printed)
      expect(wordsInMarkdown(pageMarkdown({ ...page, words }))).toEqual(printed)
    }),
  )
})

test('columns of running text are read one after the other', () => {
  const left = [
    'The left column tells',
    'a story that goes',
    'on and on until',
    'it ends down here',
  ]
  const right = [
    'while the right one',
    'speaks of other things',
    'for just as long',
    'as the left does',
  ]
  const page = pageOf(
    ['A heading over both of the columns that stand below it', 40, 40],
    ...left.map((text, i) => [text, 40, 60 + 10 * i] as const),
    // Its lines stand a little lower, as in a page that was scanned askew.
    ...right.map((text, i) => [text, 300, 63 + 10 * i] as const),
    ['A footnote under both of the columns is read at the end of the page', 40, 110],
  )
  const lines = pageText(page).split('\n')
  expect(lines.slice(1, 9)).toEqual([...left, ...right])
  expect(lines.at(-1)).toMatch(/^A footnote/)
})

test('a value is read beside its label', () => {
  const page = pageOf(
    ['Invoice number', 40, 40],
    ['A-17', 300, 40],
    ['Date', 40, 50],
    ['4 May 2026', 300, 50],
    ['Customer', 40, 60],
    ['77', 300, 60],
    ['Terms', 40, 70],
    ['30 days', 300, 70],
  )
  expect(pageText(page)).toBe('Invoice number A-17\nDate 4 May 2026\nCustomer 77\nTerms 30 days')
})

test('aligned segments are a table, with its first line without figures as the heading', () => {
  const page = pageOf(
    ['Dear customer, this is what you have bought', 40, 40],
    ['Item', 40, 60],
    ['Count', 250, 60],
    ['Price', 400, 60],
    ['Paper | white', 40, 70],
    ['2', 260, 70],
    ['4.50', 400, 70],
    ['A4, 500 sheets', 40, 80],
    ['Ink', 40, 90],
    ['1', 260, 90],
    ['19.00', 398, 90],
  )
  expect(pageMarkdown(page)).toBe(
    [
      'Dear customer, this is what you have bought',
      '',
      '| Item | Count | Price |',
      '| --- | --- | --- |',
      '| Paper \\| white | 2 | 4.50 |',
      '| A4, 500 sheets |  |  |',
      '| Ink | 1 | 19.00 |',
    ].join('\n'),
  )
})

test('a page without words is empty', () => {
  expect(pageText(pageOf())).toBe('')
  expect(pageMarkdown(pageOf())).toBe('')
})
