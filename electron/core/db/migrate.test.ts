import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '../testing/testApp.ts'
import { type Migration, migrate, migrations } from './migrate.ts'
import { openDatabase, rows } from './open.ts'

const first: Migration = { name: 'a', sql: 'create table notes (text text not null) strict' }
const second: Migration = { name: 'b', sql: 'alter table notes add column at text' }
const broken: Migration = { name: 'c', sql: 'alter table notes add column by text; nonsense' }

test('the schema is the one in schema.sql', async () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db)
  const statements = rows<{ sql: string }>(
    db,
    'select sql from sqlite_schema where sql is not null order by type desc, name',
  )
  const schema = statements.map(({ sql }) => `${sql};\n`).join('\n')
  await expect(schema).toMatchFileSnapshot('schema.sql')
})

test('every table is strict and every name of a migration is new', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db)
  const tables = rows<{ name: string; strict: number }>(
    db,
    "select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%'",
  )
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([])
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length)
})

test('an existing database is copied before it is changed, with everything in it', () => {
  const file = join(testFolder(), 'sheaf.db')
  const db = openDatabase(file)
  migrate(db, [first])
  expect(existsSync(`${file}.before-v1`)).toBe(false)
  db.exec("insert into notes values ('kept')")
  migrate(db, [first, second])
  db.exec("update notes set text = 'changed'")
  const copy = openDatabase(`${file}.before-v2`)
  expect(rows(copy, 'select * from notes')).toEqual([{ text: 'kept' }])
  expect(rows(db, 'select * from notes')).toEqual([{ text: 'changed', at: null }])
})

test('three copies are kept, a half-written one is none, and there has to be room', () => {
  const folder = testFolder()
  const file = join(folder, 'sheaf.db')
  const db = openDatabase(file)
  const steps: Migration[] = [first]
  migrate(db, steps)
  writeFileSync(`${file}.before-v2.unfinished`, 'half of one')
  for (let version = 2; version <= 6; version++) {
    steps.push({ name: `s${version}`, sql: `create table t${version} (a text) strict` })
    migrate(db, steps)
  }
  const copies = () => readdirSync(folder).filter((name) => name.includes('.before-'))
  expect(copies().toSorted()).toEqual([4, 5, 6].map((version) => `sheaf.db.before-v${version}`))
  expect(() => migrate(db, [...steps, second], () => 10_000)).toThrow(/needs \d+ MB free .* 0 MB/)
  expect(db.pragma('user_version', { simple: true })).toBe(6)
  expect(copies()).toHaveLength(3)
  db.close()
})

test('a step that fails leaves the database as it was', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db, [first, second])
  expect(() => migrate(db, [first, second, broken])).toThrow('nonsense')
  expect(db.pragma('user_version', { simple: true })).toBe(2)
  expect(rows(db, "select name from pragma_table_info('notes')")).toEqual([
    { name: 'text' },
    { name: 'at' },
  ])
})

test('a database of a newer program is refused with both numbers', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  db.pragma('user_version = 99')
  expect(() => migrate(db)).toThrow(`format 99; this one knows ${migrations.length}`)
})
