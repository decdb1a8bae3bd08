import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase, row } from './db/open.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const days = (count: number) => new Date(Date.UTC(2026, 4, 4) + count * 24 * 60 * 60 * 1000)

/** A pool that draws a picture of every page while it reads it. */
function drawingPool() {
  return stubPool({
    async readPage(task) {
      if (task.previewFile) writeFileSync(task.previewFile, 'picture')
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: true }
    },
  })
}

function previewsIn(dataDir: string): number {
  return readdirSync(join(dataDir, 'previews'), { recursive: true }).filter((name) =>
    String(name).endsWith('.webp'),
  ).length
}

function leftIn(dataDir: string, batchId: string) {
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  const count = (sql: string) => row<{ n: number }>(db, `select count(*) as n from ${sql}`)?.n
  const left = {
    batch: count(`batches where id = '${batchId}'`),
    rows: count(`batch_rows where batch_id = '${batchId}'`),
    counts: count(`item_counts where batch_id = '${batchId}'`),
    documents: count(`documents where batch_id = '${batchId}'`),
    pages: count('pages'),
    dangling: (db.pragma('foreign_key_check') as unknown[]).length,
  }
  db.close()
  return left
}

test('a deleted batch is out of the list, and undo brings it back as it was', async () => {
  const { app, call, events, codeOf } = await openTestApp(testFolder())
  const paths = [testFolder({ '1.pdf': '2 pages one', '2.pdf': '' })]
  const { id: batchId } = await call('batch.create', { paths })
  await app.idle(batchId)
  const before = await call('batch.get', { batchId })
  expect(await call('batch.delete', { batchId })).toMatchObject({ deletedAt: expect.any(String) })
  expect(await call('batch.list', {})).toEqual([])
  expect(await call('batch.list', { deleted: true })).toMatchObject([{ id: batchId }])
  expect(events.at(-1)).toMatchObject({ payload: { id: batchId, deletedAt: expect.any(String) } })
  for (const command of ['resume', 'retry', 'cancel', 'pause'])
    expect(await codeOf(`batch.${command}`, { batchId })).toBe('batch_deleted')
  expect(await call('batch.restore', { batchId })).toEqual(before)
  expect(await call('batch.list', {})).toEqual([before])
  expect(await call('batch.list', { deleted: true })).toEqual([])
  await app.close()
})

test('a batch that is being read is stopped before it is deleted, and restored it goes on', async () => {
  const gate = createGate()
  const pool = stubPool({
    async readPage(task) {
      await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id: batchId } = await call('batch.create', {
    paths: [testFolder({ '1.pdf': '30 pages one' })],
  })
  await gate.reached(2)
  const deleting = call('batch.delete', { batchId })
  gate.open()
  expect(await deleting).toMatchObject({ lifecycle: 'paused', pagesDone: 3 })
  const reads = pool.reads.length
  await call('batch.restore', { batchId })
  await call('batch.resume', { batchId })
  await app.idle(batchId)
  expect(await call('batch.get', { batchId })).toMatchObject({ outcome: 'completed' })
  expect(pool.reads.length - reads).toBe(27)
  await app.close()
})

test('purged, everything of it is gone but what another batch has and the originals', async () => {
  const dataDir = testFolder({
    'dropped/a/1.pdf': '2 pages own',
    'dropped/b/2.pdf': '1 page shared',
  })
  const { app, call, codeOf } = await openTestApp(dataDir, { pool: drawingPool() })
  const outside = testFolder({ '3.pdf': '3 pages outside' })
  const drop = (name: string) => join(dataDir, 'dropped', name)
  const first = await call('batch.create', { paths: [drop('a'), drop('b'), outside] })
  await app.idle(first.id)
  const other = await call('batch.create', { paths: [drop('b')] })
  await app.idle(other.id)
  expect(previewsIn(dataDir)).toBe(6)

  expect(await codeOf('batch.purge', { batchId: first.id })).toBe('not_deleted')
  await call('batch.delete', { batchId: first.id })
  await call('batch.purge', { batchId: first.id })
  expect(await codeOf('batch.get', { batchId: first.id })).toBe('not_found')
  expect(leftIn(dataDir, first.id)).toEqual({
    ...{ batch: 0, rows: 0, counts: 0, documents: 0, pages: 1, dangling: 0 },
  })
  expect(previewsIn(dataDir)).toBe(1)
  expect(existsSync(drop('a'))).toBe(false)
  expect(readFileSync(join(drop('b'), '2.pdf'), 'utf8')).toBe('1 page shared')
  expect(readFileSync(join(outside, '3.pdf'), 'utf8')).toBe('3 pages outside')
  const { rows } = await call('batch.documents', { batchId: other.id })
  expect(rows).toMatchObject([{ filename: '2.pdf', status: 'completed' }])
  await app.close()
})

test('what was deleted is purged at a start after seven days, not before', async () => {
  const dataDir = testFolder()
  const first = await openTestApp(dataDir, { now: () => days(0) })
  const { id: batchId } = await first.call('batch.create', {
    paths: [testFolder({ '1.pdf': '1 page one' })],
  })
  await first.app.idle(batchId)
  await first.call('batch.delete', { batchId })
  await first.app.close()
  for (const [day, listed] of [
    [6, 1],
    [8, 0],
  ] as const) {
    const { app, call, codeOf } = await openTestApp(dataDir, { now: () => days(day) })
    await expect.poll(async () => (await call('batch.list', { deleted: true })).length).toBe(listed)
    // Closed in between, the next start would go on with it.
    if (listed === 0) await expect.poll(() => codeOf('batch.get', { batchId })).toBe('not_found')
    await app.close()
  }
  expect(leftIn(dataDir, batchId)).toMatchObject({ batch: 0, pages: 0 })
})

test('finished batches go by themselves after the days that a person set, and can be restored', async () => {
  const dataDir = testFolder()
  const first = await openTestApp(dataDir, { now: () => days(0) })
  const { id: batchId } = await first.call('batch.create', {
    paths: [testFolder({ '1.pdf': '1 page one' })],
  })
  await first.app.idle(batchId)
  expect(await first.call('settings.get', {})).toMatchObject({ retentionDays: null })
  expect(await first.call('settings.set', { retentionDays: 30 })).toMatchObject({
    retentionDays: 30,
  })
  expect(await first.codeOf('settings.set', { retentionDays: 0 })).toBe('invalid_input')
  await first.app.close()
  const early = await openTestApp(dataDir, { now: () => days(29) })
  expect(await early.call('batch.list', {})).toMatchObject([{ id: batchId }])
  await early.app.close()
  const late = await openTestApp(dataDir, { now: () => days(31) })
  await expect.poll(() => late.call('batch.list', {})).toEqual([])
  await late.call('settings.set', { retentionDays: null })
  expect(await late.call('batch.restore', { batchId })).toMatchObject({ outcome: 'completed' })
  await late.app.close()
})

test('a deleted batch does not go on after a restart', async () => {
  const dataDir = testFolder()
  const gate = createGate()
  const pool = stubPool({
    async readPage(task) {
      await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const { app, call } = await openTestApp(dataDir, { pool })
  const { id: batchId } = await call('batch.create', {
    paths: [testFolder({ '1.pdf': '9 pages one' })],
  })
  await gate.reached(1)
  const deleting = call('batch.delete', { batchId })
  gate.open()
  await deleting
  await app.close()
  const again = stubPool()
  const next = await openTestApp(dataDir, { pool: again })
  await next.app.idle(batchId)
  expect(again.reads).toEqual([])
  await next.app.close()
})
