import { existsSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, migrations } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { restoreCopy } from './restoreCopy.ts'
import { fillDatabase } from './testing/fillDatabase.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const now = new Date(Date.UTC(2026, 4, 4, 9, 30))

/** A data folder that an older Sheaf filled and this one has changed, with the copy of before. */
function usedFolder(): string {
  const dataDir = testFolder()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  migrate(db, migrations.slice(0, -1))
  migrate(db)
  fillDatabase(db, { batchId: '260504-aaaa', mark: 'scan', items: 300 })
  db.close()
  return dataDir
}

/** Overwrites a stretch of a file, as a failing disk does. */
function damage(file: string, from: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(40_000, 0x5a), 0, 40_000, from)
}

test('a database that is no database is refused in a sentence, and its copy takes its place', async () => {
  const dataDir = usedFolder()
  const file = join(dataDir, 'sheaf.db')
  damage(file, 0)
  await expect(openTestApp(dataDir)).rejects.toMatchObject({
    code: 'database_damaged',
    message: expect.stringMatching(
      /sheaf\.db” is damaged\. Run .*doctor --restore.*sheaf\.db\.before-v\d+” beside it/,
    ),
  })
  const { setAside, copy } = restoreCopy(dataDir, now)
  expect(setAside).toBe(`${file}.damaged-2026-05-04T093000`)
  expect(existsSync(setAside)).toBe(true)
  expect(copy).toContain('.before-v')
  const { app, call } = await openTestApp(dataDir)
  expect(await call('batch.list', {})).toEqual([])
  await app.close()
})

test('without a copy it is set aside, and Sheaf begins anew', async () => {
  const dataDir = testFolder({ 'sheaf.db': 'this was a database '.repeat(500) })
  await expect(openTestApp(dataDir)).rejects.toThrow('There is no copy of it.')
  expect(restoreCopy(dataDir, now).copy).toBeNull()
  const { app } = await openTestApp(dataDir)
  await app.close()
  const damaged = readdirSync(dataDir).filter((name) => name.startsWith('sheaf.db.damaged'))
  expect(damaged).toHaveLength(1)
})

test('damage in the middle is found by the doctor, and met in use it is a sentence', async () => {
  const dataDir = usedFolder()
  // Past the schema, in the midst of what was read.
  damage(join(dataDir, 'sheaf.db'), 900_000)
  const { app, call } = await openTestApp(dataDir)
  const { findings } = await call('app.doctor', {})
  expect(findings.find(({ name }) => name === 'database')).toMatchObject({
    level: 'error',
    sentence: expect.stringContaining('is damaged'),
    advice: expect.stringContaining('doctor --restore'),
  })
  const answers = await Promise.all(
    Array.from({ length: 294 }, (_, i) =>
      app.dispatch('document.get', { documentId: `260504-aaaa-${i + 1}-1` }),
    ),
  )
  const codes = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code])))
  codes.delete('not_found')
  expect([...codes]).toEqual(['database_damaged'])
  await app.close()
})

test('a database that another program has locked is a sentence that says so', async () => {
  const dataDir = usedFolder()
  const foreign = new Database(join(dataDir, 'sheaf.db'))
  foreign.exec('begin immediate')
  await expect(openTestApp(dataDir)).rejects.toMatchObject({
    code: 'database_locked',
    message: expect.stringContaining('Close whatever has it open'),
  })
  foreign.close()
  const { app } = await openTestApp(dataDir)
  await app.close()
})

test('a data folder that is a file is refused in a sentence', async () => {
  const file = join(testFolder({ data: 'a file' }), 'data')
  await expect(openTestApp(file)).rejects.toMatchObject({ code: 'data_folder_unwritable' })
  expect(readFileSync(file, 'utf8')).toBe('a file')
  writeFileSync(file, '')
})
