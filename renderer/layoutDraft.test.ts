import { expect, test } from 'vitest'
import type { ColumnLayout } from '../electron/views.ts'
import {
  layoutDraftOf,
  layoutOf,
  newLayout,
  placedAt,
  withColumn,
  withNewColumn,
  withRows,
} from './layoutDraft.ts'

const column = { date: null, number: null, sign: 'as_is' } as const
const layout: ColumnLayout = {
  ...{ name: 'Booking', rows: 'line_items', header: true, unread: false },
  columns: [
    { ...column, source: { kind: 'constant', text: '' }, header: 'Konto' },
    { ...column, source: { kind: 'item', name: 'line_total' }, header: 'Betrag' },
    { ...column, source: { kind: 'field', name: 'iban', otherwise: ['x'] }, header: 'IBAN' },
  ],
}
const headersOf = (draft: { readonly columns: readonly { readonly header: string }[] }) =>
  draft.columns.map(({ header }) => header)

test('what is kept of a draft is the layout that it began with', () => {
  expect(layoutOf(layoutDraftOf(layout, [0]))).toEqual(layout)
})

test('a column is not matched until a person says what it shows', () => {
  const draft = layoutDraftOf(layout, [0])
  const renamed = withColumn(draft, 'column-0', { header: 'Account' })
  expect(renamed.columns[0]).toMatchObject({ header: 'Account', isUnmatched: true })
  const said = withColumn(draft, 'column-0', { source: { kind: 'constant', text: '4400' } })
  expect(said.columns.map(({ isUnmatched }) => isUnmatched)).toEqual([false, false, false])
})

test('a dragged column takes the place of the one that it is let go over, either way', () => {
  const { columns } = layoutDraftOf(layout)
  const after = (key: string, other: string) =>
    headersOf({ columns: placedAt(columns, key, other) })
  expect(after('column-0', 'column-2')).toEqual(['Betrag', 'IBAN', 'Konto'])
  expect(after('column-2', 'column-0')).toEqual(['IBAN', 'Konto', 'Betrag'])
  expect(after('column-1', 'elsewhere')).toEqual(['Konto', 'Betrag', 'IBAN'])
})

test('keys of columns are given once', () => {
  const fewer = { ...layoutDraftOf(layout), columns: layoutDraftOf(layout).columns.slice(2) }
  const more = withNewColumn(fewer, { kind: 'constant', text: '' }, 'x')
  expect(more.columns.map(({ key }) => key)).toEqual(['column-2', 'column-3'])
})

test('rows that are documents have no columns of line items', () => {
  expect(headersOf(withRows(layoutDraftOf(layout), 'documents'))).toEqual(['Konto', 'IBAN'])
})

test('a new layout begins with what the documents have', () => {
  const field = (name: string, isHere: boolean) =>
    ({ name, label: name, type: 'text', isHere }) as const
  const draft = newLayout({
    fields: [field('a', true), field('b', false)],
    items: [],
    properties: [],
  })
  expect(headersOf(draft)).toEqual(['File name', 'a'])
})
