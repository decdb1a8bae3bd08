import { expect, test } from 'vitest'
import { keepEqual } from './keepEqual.ts'

const older = {
  id: 1,
  fields: [
    { name: 'a', box: [1, 2] },
    { name: 'b', box: null },
  ],
}

test('what is as it was is the same object, down to the part that changed', () => {
  const newer = {
    id: 1,
    fields: [
      { name: 'a', box: [1, 2] },
      { name: 'b', box: [3, 4] },
    ],
  }
  const kept = keepEqual(older, newer)
  expect(kept).toEqual(newer)
  expect(kept.fields[0]).toBe(older.fields[0])
  expect(kept.fields[1]).not.toBe(older.fields[1])
})

test('nothing new is the older one itself', () => {
  expect(keepEqual(older, structuredClone(older))).toBe(older)
})

test('what came, went or has another kind is taken from the newer', () => {
  const pairs: [unknown, unknown][] = [
    [
      [1, 2, 3],
      [1, 2],
    ],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: undefined }, { b: undefined }],
    [[1], { 0: 1 }],
    [null, { a: 1 }],
    [{ a: 1 }, null],
  ]
  for (const [before, after] of pairs) expect(keepEqual(before, after)).toEqual(after)
})
