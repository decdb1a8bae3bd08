import { expect, test } from 'vitest'
import { assignMissingPages } from './missingPages.ts'
import { plainDocument } from './testing/plainDocument.ts'

test('a page that could not be read belongs to the document around or before it', () => {
  const marked = assignMissingPages([plainDocument([2, 3]), plainDocument([5, 8])], [1, 4, 6])
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
  const whole = plainDocument([1, 2])
  expect(assignMissingPages([whole], [])).toEqual([{ document: whole, missingPages: [] }])
})

test('what the extraction has already said is not said twice', () => {
  const said = assignMissingPages([plainDocument([1, 2])], [2])[0]?.document
  const again = said && assignMissingPages([said], [2])[0]?.document
  expect(again?.checks).toHaveLength(1)
})
