import { expect, test } from 'vitest'
import type { DocumentRow } from '../electron/views.ts'
import { findRow, mergeRows } from './mergeRows.ts'

const row = (index: number, documentId: string | null = null): DocumentRow => ({
  ...{ index, itemId: index + 100, documentId, filename: `${index}.pdf`, path: '' },
  ...{ status: 'pending', type: null, confidence: null, reviewFields: 0 },
  ...{ review: null, reviewReason: null, isPostponed: false },
  ...{ pagesDone: 0, pageCount: 1, missingPages: [], seconds: null, error: null },
})

test('a file that became two documents takes one place after the other', () => {
  const rows = mergeRows([row(0), row(1), row(2)], [row(1, 'a'), row(1, 'b')])
  expect(rows.map(({ index, documentId }) => [index, documentId])).toEqual([
    [0, null],
    [1, 'a'],
    [1, 'b'],
    [2, null],
  ])
})

test('the selection follows a file that becomes a document', () => {
  expect(findRow([row(0), row(1, 'a')], { itemId: 101, documentId: null })).toBe(1)
  expect(findRow([row(1, 'a'), row(1, 'b')], { itemId: 101, documentId: 'b' })).toBe(1)
  expect(findRow([row(0)], null)).toBe(-1)
})
