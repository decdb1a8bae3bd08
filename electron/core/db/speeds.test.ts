import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../testing/testApp.ts'
import { migrate, migrations } from './migrate.ts'
import { change, openDatabase } from './open.ts'
import { countSpeed, listSpeeds } from './speeds.ts'

function opened(steps = migrations) {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db, steps)
  return db
}

test('the mean of what was measured, and how much pages differ', () => {
  const db = opened()
  for (const seconds of [1, 3, 1, 3]) countSpeed(db, { kind: 'ocr', seconds })
  countSpeed(db, { kind: 'text', seconds: 0.2 })
  const [ocr, text] = listSpeeds(db).toSorted((a, b) => a.kind.localeCompare(b.kind))
  expect(ocr).toEqual({ kind: 'ocr', pages: 4, seconds: 2, spread: 1 })
  expect(text).toMatchObject({ kind: 'text', pages: 1, seconds: 0.2 })
})

test('a computer that became slower is known by its latest pages', () => {
  const db = opened()
  for (let i = 0; i < 1000; i++) countSpeed(db, { kind: 'ocr', seconds: 1 })
  for (let i = 0; i < 600; i++) countSpeed(db, { kind: 'ocr', seconds: 5 })
  expect(listSpeeds(db)[0]?.seconds).toBeGreaterThan(4.7)
})

test('pages that an older Sheaf has read count as measured', () => {
  const before = migrations.findIndex(({ name }) => name === '0009-preflight')
  const db = opened(migrations.slice(0, before))
  for (const [page, reader, error] of [
    [1, 'ocr', null],
    [2, 'ocr', null],
    [3, 'form', null],
    [4, null, 'page_timeout'],
  ] as const)
    change(
      db,
      `insert into pages (sha256, page, reader_key, width, height, confidence, words, seconds, reader, error_code)
       values ('a', @page, 'k', 1, 1, 1, '[]', @page, @reader, @error)`,
      { page, reader, error },
    )
  migrate(db, migrations)
  expect(listSpeeds(db).toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
    { kind: 'ocr', pages: 2, seconds: 1.5, spread: 0.5 },
    { kind: 'text', pages: 1, seconds: 3, spread: 0 },
  ])
})
