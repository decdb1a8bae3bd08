import { expect, test } from 'vitest'
import { templateSchema } from '../../workers/template.ts'
import { versionDifferences } from './versionDifferences.ts'

const total = { name: 'total', label: 'Total', type: 'amount' as const, labels: ['Total'] }
const due = { name: 'due', label: 'Due date', type: 'date' as const }
const issued = { name: 'issued', label: 'Issue date', type: 'date' as const }
const price = { name: 'price', label: 'Price', type: 'amount' as const }
const rows = { name: 'rows', label: 'Line items', kind: 'items' as const, columns: [price] }
const order = { code: 'in_order', before: 'issued', after: 'due' }
const base = {
  ...{ name: 'bill', version: 1, title: 'Bill' },
  ...{ fields: [total, due, issued], tables: [rows], rules: [order] },
}
const apart = (changed: object) =>
  versionDifferences(templateSchema.parse(base), templateSchema.parse({ ...base, ...changed }))

test('the same under another number is no difference', () => {
  expect(apart({ version: 2 })).toEqual([])
})

test('fields that came, went and changed are told in words', () => {
  const labels = { de: ['Summe', 'Gesamt'], en: ['Total'] }
  const changed = { ...total, required: true, pattern: '\\d+', labels }
  const iban = { name: 'iban', label: 'IBAN', type: 'iban' }
  expect(apart({ title: 'Invoice', fields: [changed, issued, iban], rules: [] })).toEqual([
    { kind: 'changed', place: 'The template', what: 'title', before: 'Bill', after: 'Invoice' },
    { kind: 'removed', place: 'Field ‘Due date’', what: null, before: null, after: null },
    { kind: 'changed', place: 'Field ‘Total’', what: 'required', before: 'no', after: 'yes' },
    {
      ...{ kind: 'changed', place: 'Field ‘Total’', what: 'labels' },
      ...{ before: '“Total”', after: 'German: “Summe”, “Gesamt”; English: “Total”' },
    },
    { kind: 'changed', place: 'Field ‘Total’', what: 'pattern', before: null, after: '\\d+' },
    { kind: 'added', place: 'Field ‘IBAN’', what: null, before: null, after: null },
    {
      ...{ kind: 'removed', place: 'Rule ‘in_order’', what: null },
      ...{ before: 'Issue date is not after Due date', after: null },
    },
  ])
})

test('another order of fields is a difference', () => {
  expect(apart({ fields: [issued, total, due] })).toEqual([
    {
      ...{ kind: 'changed', place: 'The template', what: 'order of the fields' },
      ...{ before: 'Total, Due date, Issue date', after: 'Issue date, Total, Due date' },
    },
  ])
})

test('tables, their columns, and rules', () => {
  const columns = [
    { ...price, type: 'number' },
    { name: 'unit', label: 'Unit', type: 'text' },
  ]
  const sum = { code: 'adds_up', sum: ['total'], equals: 'total' }
  expect(
    apart({ tables: [{ ...rows, columns }], rules: [{ ...order, level: 'error' }, sum] }),
  ).toEqual([
    {
      ...{ kind: 'changed', place: 'Column ‘Price’ of ‘Line items’', what: 'type' },
      ...{ before: 'amount', after: 'number' },
    },
    {
      kind: 'added',
      place: 'Column ‘Unit’ of ‘Line items’',
      what: null,
      before: null,
      after: null,
    },
    {
      ...{ kind: 'changed', place: 'Rule ‘in_order’', what: 'how serious it is' },
      ...{ before: 'warning', after: 'error' },
    },
    {
      ...{ kind: 'added', place: 'Rule ‘adds_up’', what: null, before: null },
      after: 'Total = Total, give or take 0.02',
    },
  ])
  expect(apart({ rules: [{ ...order, before: 'due', after: 'issued' }] })).toEqual([
    {
      ...{ kind: 'changed', place: 'Rule ‘in_order’', what: 'what it asks for' },
      ...{ before: 'Issue date is not after Due date', after: 'Due date is not after Issue date' },
    },
  ])
})

test('where to look is told in words', () => {
  const where = { pages: 'last', box: [0.5, 0, 1, 0.255] }
  const fields = [{ ...total, where }, due, issued]
  expect(apart({ fields })).toEqual([
    {
      ...{ kind: 'changed', place: 'Field ‘Total’', what: 'where to look', before: null },
      after: 'last page, 50 to 100 % across, 0 to 26 % down',
    },
  ])
  expect(apart({ fields: [{ ...total, where: { pages: 'any' } }, due, issued] })).toEqual([])
})

test('no property of a template changes in silence', () => {
  const before = templateSchema.parse(base)
  const silent: string[] = []
  const tell = (name: string, after: object) => {
    if (versionDifferences(before, after as typeof before).length === 0) silent.push(name)
  }
  const { fields: _, tables: __, rules: ___, support: ____, version: _____, ...rest } = before
  for (const name of Object.keys(rest)) tell(name, { ...before, [name]: 'unlike' })
  const [field] = before.fields
  for (const name of Object.keys(field ?? {}))
    tell(`field ${name}`, {
      ...before,
      fields: [{ ...field, [name]: 'unlike' }, ...before.fields.slice(1)],
    })
  const [table] = before.tables
  for (const name of Object.keys(table ?? {}).filter((key) => key !== 'columns'))
    tell(`table ${name}`, { ...before, tables: [{ ...table, [name]: 'unlike' }] })
  const [column] = table?.columns ?? []
  for (const name of Object.keys(column ?? {}))
    tell(`column ${name}`, {
      ...before,
      tables: [{ ...table, columns: [{ ...column, [name]: 'unlike' }] }],
    })
  expect(silent).toEqual([])
})
