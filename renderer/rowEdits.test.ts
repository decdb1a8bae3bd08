import { expect, test } from 'vitest'
import type { DocumentView } from '../electron/views.ts'
import { cellAfter, rowCommandOf, rowEdits } from './rowEdits.ts'

const press = (key: string, held: Partial<KeyboardEvent>) =>
  ({
    ...{ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, code: '' },
    ...held,
  }) as KeyboardEvent

test('a row is split before the word at the caret, else where its lines part', () => {
  const { edit } = rowEdits['row.split']
  const place = { row: 2, column: 'description' }
  expect(edit({ ...place, before: 'Oak table ' })).toEqual({
    ...{ kind: 'split', row: 2, at: { column: 'description', word: 2 } },
  })
  expect(edit({ ...place, before: '' })).toEqual({ kind: 'split', row: 2, at: null })
  expect(edit({ ...place, before: null })).toEqual({ kind: 'split', row: 2, at: null })
})

test('rows are edited with Alt alone', () => {
  expect(rowCommandOf(press('Delete', { altKey: true }))).toBe('row.delete')
  expect(rowCommandOf(press('Delete', {}))).toBeUndefined()
  expect(rowCommandOf(press('Enter', { altKey: true }))).toBe('row.add')
  expect(rowCommandOf(press('Enter', { ctrlKey: true }))).toBeUndefined()
})

test('the keyboard goes to a new row, and after the last was deleted to the one above', () => {
  const cell = (id: number) => ({ id })
  const table = {
    columns: [{ name: 'text' }, { name: 'sum' }],
    rows: [
      { text: cell(1), sum: cell(2) },
      { text: cell(3), sum: cell(4) },
    ],
  } as unknown as DocumentView['tables'][number]
  const at = { row: 0, column: 'sum', before: null }
  expect(cellAfter(table, 'row.add', at)?.id).toBe(3)
  expect(cellAfter(table, 'row.delete', { ...at, row: 2 })?.id).toBe(4)
  expect(cellAfter({ ...table, rows: [] }, 'row.delete', at)).toBeUndefined()
})
