import { expect, test } from 'vitest'
import { problemsBeside, problemsWithin, wrongWith } from './problemsWithin.ts'

const problems = [
  { path: ['fields', 1, 'name'], sentence: 'Two fields are called so.' },
  { path: ['fields', 1, 'labels', 0], sentence: 'It has no letters.' },
  { path: ['fields', 11], sentence: 'It is odd.' },
  { path: [], sentence: 'A template needs a field.' },
]

test('a problem stands in the part and at the entry that it is about', () => {
  const ofField = problemsWithin(problems, 'fields', 1)
  expect(ofField).toHaveLength(2)
  expect(wrongWith(ofField, 'name')).toBe('Two fields are called so.')
  expect(wrongWith(ofField, 'labels')).toBe('It has no letters.')
  expect(wrongWith(ofField, 'pattern')).toBeNull()
})

test('what has no control of its own stands beside the part', () => {
  expect(problemsBeside(problemsWithin(problems, 'fields', 11), ['name'])).toHaveLength(1)
  expect(problemsBeside(problems, ['fields'])).toEqual([problems[3]])
})
