import { expect, test } from 'vitest'
import { type Template, templateSchema } from '../workers/template.ts'
import {
  moved,
  withColumn,
  withField,
  withFieldBack,
  withNewColumn,
  withNewField,
  withNewRule,
  withNewTable,
  withoutField,
  withRule,
  withTable,
  withTitle,
} from './draftEdits.ts'
import { codeOf, ruleKinds, ruleOf, withKind } from './ruleDraft.ts'
import { ruleWords } from './ruleWords.ts'
import { draftOf, isSameDraft, templateOf } from './templateDraft.ts'

const total = { name: 'total', label: 'Grand total', type: 'amount' }
const template = (extra: object = {}): Template =>
  templateSchema.parse({
    ...{ name: 'bill', version: 3, title: 'Bill' },
    fields: [
      { name: 'net', label: 'Net total', type: 'amount', labels: { en: ['Net'], de: ['Netto'] } },
      { name: 'tax', label: 'Tax total', type: 'amount', labels: ['VAT'], total: 'tax' },
      total,
    ],
    rules: [{ code: 'adds_up', sum: ['net', 'tax'], equals: 'total' }],
    ...extra,
  })

const last = <T>(rows: readonly T[]): T => rows.at(-1) as T

test('what the editor has no control for goes through it unharmed', () => {
  const all = template({
    support: [{ name: 'paid', part: 'paid', labels: ['Paid'] }],
    tables: [
      {
        ...{ name: 'lines', label: 'Lines', kind: 'items', endsBefore: ['Sum'] },
        columns: [{ name: 'item', label: 'Item', type: 'text', labels: ['Item'], term: 'BT-153' }],
      },
    ],
  })
  expect(templateSchema.parse(templateOf(draftOf(all)))).toEqual(all)
})

test('every kind of rule comes out as the template took it in', () => {
  const rules = [
    { code: 'adds_up', level: 'error', sum: ['net', 'tax'], equals: 'total', tolerance: 0.05 },
    { code: 'in_order', level: 'warning', before: 'net', after: 'total', sentence: 'Odd.' },
    { code: 'same', level: 'warning', field: 'net', equals: 'total' },
    { code: 'shape', level: 'warning', field: 'net', pattern: '\\d+' },
  ]
  const draft = draftOf(template({ rules }))
  expect(draft.rules.map(ruleOf)).toEqual(rules)
  expect(draft.rules.map(({ kind }) => kind)).toEqual(['sum', 'order', 'equal', 'pattern'])
})

test('a field without labels is looked for by its own', () => {
  const [, , field] = (templateOf(draftOf(template())) as { fields: object[] }).fields
  expect(field).not.toHaveProperty('labels')
})

test('a new field is named by its label until a person names it', () => {
  let draft = withNewField(draftOf(template()))
  const { key } = last(draft.fields)
  draft = withField(draft, key, { label: 'Due date' })
  expect(last(draft.fields).name).toBe('due_date')
  draft = withField(draft, key, { label: 'Total' })
  expect(last(draft.fields).name).toBe('total_2')
  draft = withField(draft, key, { name: 'payable', isNameOwn: true })
  draft = withField(draft, key, { label: 'Payable by' })
  expect(last(draft.fields).name).toBe('payable')
})

test('a saved field keeps its name whatever it is called, and rules follow a name', () => {
  const draft = withField(draftOf(template()), 'field-0', { label: 'Subtotal' })
  expect(draft.fields[0]?.name).toBe('net')
  const renamed = withField(draft, 'field-0', { name: 'subtotal' })
  expect(renamed.rules[0]?.parts).toEqual(['subtotal', 'tax'])
  expect(withoutField(renamed, 'field-2').rules[0]?.whole).toBe('')
})

test('of two fields of one name a rule keeps the other when one goes', () => {
  const twice = withField(draftOf(template()), 'field-1', { name: 'net' })
  expect(withoutField(twice, 'field-0').rules[0]?.parts).toEqual(['net', 'net'])
})

test('rows move one place and stay within their list', () => {
  const { fields } = draftOf(template())
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
  expect(names(moved(fields, 'field-0', 1))).toEqual(['tax', 'net', 'total'])
  expect(names(moved(fields, 'field-2', -1))).toEqual(['net', 'total', 'tax'])
  expect(moved(fields, 'field-0', -1)).toBe(fields)
  expect(moved(fields, 'field-2', 1)).toBe(fields)
})

test('the name of a new template follows its title', () => {
  const draft = { ...draftOf(template()), isNameOwn: false }
  expect(withTitle(draft, 'Prüfbericht 7').name).toBe('pruefbericht_7')
  expect(withTitle({ ...draft, isNameOwn: true }, 'Other').name).toBe('bill')
})

test('tables and columns are named as fields are', () => {
  let draft = withNewTable(draftOf(template()))
  const { key } = last(draft.tables)
  draft = withTable(draft, key, { label: 'Line items' })
  expect(last(draft.tables).name).toBe('line_items')
  const columns = withNewColumn(last(draft.tables))
  expect(new Set(columns.map((column) => column.key)).size).toBe(2)
  draft = withTable(draft, key, { columns })
  const named = withColumn(last(draft.tables), last(columns).key, { label: 'Quantity' })
  expect(last(named).name).toBe('quantity')
  // Without labels of its own it is looked for by the one that it has.
  const written = templateOf(withTable(draft, key, { columns: named }))
  expect(written).toMatchObject({
    tables: [{ columns: [{ labels: [] }, { labels: ['Quantity'] }] }],
  })
})

test('a rule is put together from an open one, and says what it means', () => {
  let draft = withNewRule(draftOf(template({ rules: [] })))
  const labelOf = (name: string) => draft.fields.find((field) => field.name === name)?.label ?? name
  const words = () => ruleWords(last(draft.rules), labelOf)
  expect(words()).toBe('… + … = …')
  draft = withRule(draft, { ...last(draft.rules), parts: ['net', 'tax'], whole: 'total' })
  expect(words()).toBe('Net total + Tax total = Grand total')
  expect(codeOf(last(draft.rules))).toBe('total_is_sum')
  draft = withRule(draft, withKind(last(draft.rules), 'order'))
  expect(words()).toBe('Net total is not after Grand total')
  draft = withRule(draft, withKind(last(draft.rules), 'equal'))
  expect(words()).toBe('Net total is the same as Grand total')
  draft = withRule(draft, { ...withKind(last(draft.rules), 'pattern'), pattern: '\\d+' })
  expect(words()).toBe('Net total looks like \\d+')
})

test('a rule of any kind without its fields still has a code', () => {
  const [rule] = withNewRule(draftOf(template({ rules: [] }))).rules
  for (const kind of ruleKinds)
    expect(codeOf(withKind(rule as NonNullable<typeof rule>, kind))).toMatch(/^[a-z][a-z0-9_]*$/)
})

test('a draft is the same when it says the same, whatever its version', () => {
  const draft = draftOf(template())
  expect(isSameDraft(draft, draftOf(template({ version: 9 })))).toBe(true)
  expect(isSameDraft(draft, withField(draft, 'field-0', { required: true }))).toBe(false)
})

test('a field that comes back stands where it stood, and its rules speak of it again', () => {
  const before = draftOf(template())
  const without = withNewField(withoutField(before, 'field-1'))
  const back = withFieldBack(without, before, 'field-1')
  expect(back.fields.map(({ name }) => name)).toEqual(['net', 'tax', 'total', ''])
  expect(back.rules[0]?.parts).toEqual(['net', 'tax'])
  const [rule] = without.rules
  const touched = withRule(without, { ...(rule as NonNullable<typeof rule>), whole: 'net' })
  expect(withFieldBack(touched, before, 'field-1').rules[0]?.parts).toEqual(['net', ''])
})
