import { expect, test } from 'vitest'
import { choiceOf, decisionsOf, textOnly } from './decisionsOf.ts'

const choice = {
  template: 'receipt',
  reader: 'ocr',
  languages: ['de', 'fr'],
  name: 'May',
  reference: 'R-7',
} as const
const others = {
  output: null,
  priority: 'normal',
  split: 'never',
  tables: false,
  leaveOutDuplicates: false,
  threshold: null,
} as const

test('what was chosen is told, and shown again as it was', () => {
  const decided = decisionsOf(choice)
  expect(decided).toMatchObject({ kind: 'extract', template: 'receipt', languages: ['de', 'fr'] })
  expect(choiceOf({ ...others, ...decided })).toEqual(choice)
})

test('text alone is a kind of batch, and an empty name is none', () => {
  const decided = decisionsOf({ ...choice, template: textOnly, languages: [], name: '  ' })
  expect(decided).toMatchObject({ kind: 'read', template: 'auto', languages: [], name: null })
  expect(choiceOf({ ...others, ...decided }).template).toBe(textOnly)
})
