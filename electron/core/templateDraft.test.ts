import { expect, test } from 'vitest'
import { readDraft } from './templateDraft.ts'

const field = (name: string) => ({ name, label: name, type: 'amount' })
const bill = { name: 'bill', title: 'Bill', fields: [field('net'), field('total')] }
const problemsOf = (draft: unknown) => readDraft(draft).problems

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'bill'],
  ['a list', [bill]],
  ['a number', 3],
])('a draft that is %s is none, and nothing breaks', (_, draft) => {
  expect(readDraft(draft)).toEqual({
    template: null,
    problems: [{ path: [], sentence: expect.stringContaining('This is no template') }],
  })
})

test('what is wrong says where it is', () => {
  const draft = {
    ...bill,
    fields: [...bill.fields, { ...field('net'), pattern: '(' }, { label: '', type: 'money' }],
  }
  expect(problemsOf(draft)).toEqual([
    {
      path: ['fields', 3, 'name'],
      sentence: 'Field 4 needs a name: the column that it gets in exports.',
    },
    {
      path: ['fields', 3, 'label'],
      sentence: 'Field 4 needs a label: what a person sees beside the value.',
    },
    { path: ['fields', 3, 'type'], sentence: expect.stringContaining('the unknown type “money”') },
  ])
  expect(problemsOf({ ...draft, fields: draft.fields.slice(0, 3) })).toEqual([
    {
      path: ['fields', 2, 'name'],
      sentence: expect.stringContaining('Two fields are named “net”'),
    },
    { path: ['fields', 2, 'pattern'], sentence: expect.stringContaining('no regular expression') },
  ])
})

test('what is missing is said in plain words, with one point at the end', () => {
  const table = { name: 'rows', label: '', kind: 'items', columns: [] }
  const draft = { name: 'bill', title: '', fields: [], tables: [table] }
  expect(problemsOf(draft).map(({ sentence }) => sentence)).toEqual([
    'The template needs a title: what such a document is called.',
    'The table “rows” needs a label: what a person sees beside the value.',
    'The table “rows” needs at least one column.',
    'A template needs at least one field, unless it reports every label with a value.',
  ])
  expect(problemsOf({ ...bill, fields: [] })).toEqual([
    {
      path: ['fields'],
      sentence: 'A template needs at least one field, unless it reports every label with a value.',
    },
  ])
})

test('a rule that names no field says which', () => {
  const rules = [{ code: 'adds_up', sum: ['net', 'tax'], equals: 'total' }]
  expect(problemsOf({ ...bill, rules })).toEqual([
    { path: ['rules', 0], sentence: expect.stringContaining('speaks of “tax”, but no field') },
  ])
})

test('fields without labels are looked for by their title, as an editor sends them', () => {
  expect(problemsOf({ ...bill, fields: [{ ...field('net'), labels: [] }] })).toEqual([])
})

test.each(['auto', 'unknown'])('a template cannot be named %s', (name) => {
  expect(problemsOf({ ...bill, name })).toEqual([
    { path: ['name'], sentence: expect.stringContaining('has a meaning of its own') },
  ])
})

test('a name with umlauts is refused, a title with umlauts is not', () => {
  expect(problemsOf({ ...bill, name: 'begründung' })[0]?.path).toEqual(['name'])
  expect(problemsOf({ ...bill, title: 'Begründung über 100 €' })).toEqual([])
})

test('300 fields are looked at faster than a person types', () => {
  const fields = Array.from({ length: 300 }, (_, i) => ({
    ...field(`field_${i}`),
    labels: { de: [`Größe ${i}`], en: [`Size ${i}`] },
    pattern: `[A-Z]{2}-${i}`,
  }))
  const started = performance.now()
  expect(problemsOf({ ...bill, fields })).toEqual([])
  expect(problemsOf({ ...bill, fields: [...fields, field('field_7')] })).toHaveLength(1)
  expect(performance.now() - started).toBeLessThan(1000)
})
