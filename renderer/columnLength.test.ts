import { expect, test } from 'vitest'
import type { FieldView } from '../electron/views.ts'
import { columnLength } from './columnLength.ts'

const rowOf = (values: Record<string, string | null>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value } as FieldView] as const),
  )
const rows = [
  rowOf({ pos: '1', description: 'Cable, three wires', total: '400.50' }),
  rowOf({ pos: '2', description: 'Lamp, built in, 18 W, with a shade of glass', total: null }),
  rowOf({ pos: '3' }),
]

test('a column is as wide as its longest value', () => {
  expect(columnLength(rows, 'total')).toBe('400.50'.length)
})

test('what one row of many has does not make its column wide', () => {
  const many = Array.from({ length: 10 }, (_, row) =>
    rowOf({ note: row === 0 ? 'without glare, can be dimmed by DALI' : null, unit: 'pieces' }),
  )
  expect(columnLength(many, 'note')).toBe(4)
  expect(columnLength(many, 'unit')).toBe('pieces'.length)
})

test('short ones keep room for a cursor, and long ones leave room for the others', () => {
  expect(columnLength(rows, 'pos')).toBe(4)
  expect(columnLength(rows, 'description')).toBe(26)
  expect(columnLength([], 'description')).toBe(4)
})
