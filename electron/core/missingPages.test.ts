import { expect, test } from 'vitest'
import type { ExtractedDocument } from '../../workers/model.ts'
import { assignMissingPages } from './missingPages.ts'

function document(first: number, last: number): ExtractedDocument {
  return {
    pages: [first, last],
    type: 'invoice',
    category: 'invoice',
    typeConfidence: 1,
    template: null,
    language: null,
    fields: [],
    tables: {},
    checks: [],
    mathValid: null,
    confidence: 1,
    needsReview: false,
  }
}

test('a page that could not be read belongs to the document around or before it', () => {
  const marked = assignMissingPages([document(2, 3), document(5, 8)], [1, 4, 6])
  expect(marked.map(({ missingPages }) => missingPages)).toEqual([[1, 4], [6]])
  expect(marked.map(({ document: { pages } }) => pages)).toEqual([
    [1, 4],
    [5, 8],
  ])
  for (const { document } of marked) {
    expect(document.needsReview).toBe(true)
    expect(document.checks).toHaveLength(1)
  }
})

test('a document with all its pages stays as it is', () => {
  const whole = document(1, 2)
  expect(assignMissingPages([whole], [])).toEqual([{ document: whole, missingPages: [] }])
})

test('what the extraction has already said is not said twice', () => {
  const said = assignMissingPages([document(1, 2)], [2])[0]?.document
  const again = said && assignMissingPages([said], [2])[0]?.document
  expect(again?.checks).toHaveLength(1)
})
