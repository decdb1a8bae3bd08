import { expect, test } from 'vitest'
import {
  type Arrangement,
  arrangementOf,
  leaveOut,
  mergeUp,
  movePage,
  placeBeside,
  placesOf,
  splitAt,
  takeBack,
} from './arrangePages.ts'

const of = (...documents: number[][]): Arrangement => ({ documents, leftOut: [] })

test('a document is split before a page, but not before its first', () => {
  expect(splitAt(of([1, 2, 3]), 2)).toEqual(of([1], [2, 3]))
  expect(splitAt(of([1, 2, 3]), 1)).toEqual(of([1, 2, 3]))
})

test('a document is merged with the one before it, unless it is the first', () => {
  expect(mergeUp(of([1], [2, 3], [4]), 3)).toEqual(of([1, 2, 3], [4]))
  expect(mergeUp(of([1], [2]), 1)).toEqual(of([1], [2]))
})

test('a page moves within its document, then into the next one, and an empty document goes', () => {
  expect(movePage(of([1, 2], [3]), 1, 1)).toEqual(of([2, 1], [3]))
  expect(movePage(of([1, 2], [3]), 2, 1)).toEqual(of([1], [2, 3]))
  expect(movePage(of([1, 2], [3]), 3, -1)).toEqual(of([1, 2, 3]))
  expect(movePage(of([1, 2]), 1, -1)).toEqual(of([1, 2]))
  expect(movePage(of([1, 2]), 2, 1)).toEqual(of([1, 2]))
})

test('a page that is dragged belongs to the document it was dropped in', () => {
  expect(placeBeside(of([1, 2], [3]), 3, { other: 1, side: 'after' })).toEqual(of([1, 3, 2]))
  expect(placeBeside(of([1, 2], [3]), 1, { other: 3, side: 'before' })).toEqual(of([2], [1, 3]))
  expect(placeBeside(of([1, 2]), 1, { other: 9, side: 'before' })).toEqual(of([1, 2]))
})

test('a page is left out with a reason and taken back where it stood in the file', () => {
  const without = leaveOut(of([1, 2, 3]), 2, 'Blank')
  expect(without).toEqual({ documents: [[1, 3]], leftOut: [{ page: 2, reason: 'Blank' }] })
  expect(takeBack(without, 2)).toEqual(of([1, 2, 3]))
  expect(takeBack(leaveOut(of([1], [2]), 1, 'Blank'), 1)).toEqual(of([1, 2]))
  expect(leaveOut(of([1]), 1, 'Blank')).toEqual(of([1]))
})

test('every page has a place; one that is in no document yet counts as left out', () => {
  const item = {
    ...{ itemId: 1, batchId: 'b', filename: 'a.pdf' },
    pages: [1, 2, 3].map((number) => ({ number, imageId: `p-${number}`, size: null })),
    documents: [{ id: 'b-1-1', type: 'invoice', pages: [2, 1] }],
    leftOut: [],
  }
  const places = placesOf(arrangementOf(item))
  expect(places.map(({ page, document, at }) => [page, document, at])).toEqual([
    [2, 0, 0],
    [1, 0, 1],
    [3, null, 0],
  ])
})
