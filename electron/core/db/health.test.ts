import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fillDatabase } from '../testing/fillDatabase.ts'
import { openTestApp, testFolder } from '../testing/testApp.ts'
import { checkpoint, sizesOf } from './health.ts'
import { migrate } from './migrate.ts'
import { openDatabase, row } from './open.ts'

const walOf = (file: string) => statSync(`${file}-wal`).size

test('a long reader lets the log grow, and when it is gone the log is small again', () => {
  const file = join(testFolder(), 'sheaf.db')
  const db = openDatabase(file)
  migrate(db)
  const reader = openDatabase(file)
  reader.exec('begin')
  reader.prepare('select count(*) from items').get()
  for (const mark of ['a', 'b', 'c', 'd'])
    fillDatabase(db, { batchId: `260504-${mark}`, mark, items: 150 })
  expect(walOf(file)).toBeGreaterThan(16_000_000)
  const start = performance.now()
  expect(checkpoint(db)).toBe(false)
  expect(performance.now() - start).toBeLessThan(1000)
  expect(sizesOf(db).walBytes).toBe(walOf(file))

  reader.exec('commit')
  fillDatabase(db, { batchId: '260504-e', mark: 'e', items: 20 })
  expect(walOf(file)).toBeLessThanOrEqual(16_000_000)
  expect(checkpoint(db)).toBe(true)
  expect(walOf(file)).toBe(0)
  reader.close()
  db.close()
})

test('after a batch nothing waits in the log, and after the end everything is in the database', async () => {
  const dataDir = testFolder()
  const file = join(dataDir, 'sheaf.db')
  const { app, call } = await openTestApp(dataDir)
  const { id } = await call('batch.create', { paths: [testFolder({ '1.pdf': '3 pages one' })] })
  await app.idle(id)
  await expect.poll(() => walOf(file)).toBe(0)
  await call('settings.set', { retentionDays: 3 })
  await app.close()
  const alone = openDatabase(file)
  expect(row(alone, 'select value from settings')).toEqual({ value: '3' })
  alone.close()
})
