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

test('short ones keep room for a cursor, and long ones leave room for the others', () => {
  expect(columnLength(rows, 'pos')).toBe(4)
  expect(columnLength(rows, 'description')).toBe(28)
  expect(columnLength([], 'description')).toBe(4)
})
