import { expect, test } from 'vitest'
import type { DocumentView } from '../electron/views.ts'
import { heirOf } from './heirOf.ts'

const view = (first: number, rows: number) =>
  ({
    fields: ['number', 'total'].map((name, i) => ({ id: first + i, name, type: 'text' })),
    tables: [
      {
        ...{ name: 'items', columns: [{ name: 'text' }, { name: 'sum' }] },
        rows: Array.from({ length: rows }, (_, i) => ({
          text: { id: first + 10 + 2 * i },
          sum: { id: first + 11 + 2 * i },
        })),
      },
    ],
  }) as unknown as DocumentView

test('a field is followed by the one of its name, and a cell by the one in its place', () => {
  const [before, after] = [view(1, 3), view(101, 2)]
  expect(heirOf(before, before, 2)).toBe(2)
  expect(heirOf(before, after, 2)).toBe(102)
  expect(heirOf(before, after, 12)).toBe(112)
  expect(heirOf(before, after, 14), 'the row is the first still').toBe(114)
  expect(heirOf(before, after, 16), 'there are only two rows any more').toBe(114)
  expect(heirOf(before, view(101, 0), 12)).toBe(null)
  expect(heirOf(before, after, null)).toBe(null)
  expect(heirOf(null, after, 2)).toBe(null)
})
