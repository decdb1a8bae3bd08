import { expect, test } from 'vitest'
import type { DocumentRow } from '../electron/views.ts'
import { nextToReview } from './nextToReview.ts'

const rows = [
  { documentId: 'a', status: 'needs_review' },
  { documentId: 'b', status: 'completed' },
  { documentId: 'c', status: 'needs_review' },
  { documentId: null, status: 'failed' },
] as DocumentRow[]

test('review goes on below, and from the top again after the last', () => {
  expect(nextToReview(rows, 'a')).toEqual({ id: 'c', left: 1 })
  expect(nextToReview(rows, 'b')).toEqual({ id: 'c', left: 2 })
  expect(nextToReview(rows, 'c')).toEqual({ id: 'a', left: 1 })
})

test('a document that is not in the table begins at the top', () => {
  expect(nextToReview(rows, 'elsewhere')).toEqual({ id: 'a', left: 2 })
  expect(nextToReview([], 'a')).toEqual({ id: null, left: 0 })
})
