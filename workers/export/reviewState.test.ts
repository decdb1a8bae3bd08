import { expect, test } from 'vitest'
import { exampleField, exampleRecord } from './exampleRecords.ts'
import { reviewState } from './reviewState.ts'

test('what a person did to a value says more than what they did to its document', () => {
  const field = (more: object) => exampleField('total', 'amount', '1', more)
  const state = (more: object, review: 'none' | 'approved' | 'rejected' = 'none') =>
    reviewState(field(more), exampleRecord({ review }))
  expect(state({})).toBe('automatic')
  expect(state({ needs_review: true })).toBe('needs_review')
  expect(state({ corrected: true }, 'approved')).toBe('corrected')
  expect(state({ accepted: true }, 'rejected')).toBe('accepted')
  expect(state({ needs_review: true }, 'approved')).toBe('approved')
  expect(state({}, 'rejected')).toBe('rejected')
})
