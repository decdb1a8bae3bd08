import { expect, test } from 'vitest'
import type { DocumentRow, Status } from '../electron/views.ts'
import { selectionOf } from './selectionOf.ts'

const row = (itemId: number, documentId: string | null, status: Status, code?: string) =>
  ({
    ...{ itemId, documentId, status },
    error: code ? { code, message: '' } : null,
  }) as DocumentRow

const rows = [
  row(1, 'a', 'needs_review'),
  row(2, 'b1', 'completed'),
  row(2, 'b2', 'needs_review'),
  row(3, null, 'failed', 'file_damaged'),
  row(4, null, 'skipped', 'removed'),
  row(5, null, 'running'),
  row(6, null, 'cancelled', 'cancelled'),
]

test('each act knows how many of the selected rows it is for', () => {
  expect(selectionOf(rows, rows)).toEqual({
    rows: 7,
    documentIds: ['a', 'b1', 'b2'],
    doubtful: ['a', 'b2'],
    unread: [3, 6],
    removable: [1, 2, 3, 6],
    partly: 0,
    running: 1,
    removed: [4],
    itemIds: [3, 4, 5, 6],
  })
})

test('a file is not removed with documents that nobody selected', () => {
  const some = [rows[0], rows[2]] as DocumentRow[]
  expect(selectionOf(some, rows)).toMatchObject({ removable: [1], partly: 1 })
  expect(selectionOf([], rows)).toMatchObject({ rows: 0, removable: [], partly: 0 })
})
