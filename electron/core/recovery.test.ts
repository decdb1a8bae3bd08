import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase, row } from './db/open.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { killedCopy, openTestApp, testFolder } from './testing/testApp.ts'

/** Starts a batch and gives the data folder as a process killed after so many readings leaves it. */
async function killedAfter(readings: number, source: string, output: string | null = null) {
  const gate = createGate()
  let begun = 0
  const pool = stubPool({
    async readPage(task) {
      if (++begun > readings) await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const dataDir = testFolder()
  const { app, call } = await openTestApp(dataDir, { pool })
  const { id } = await call('batch.create', { paths: [source], output })
  await gate.reached(1)
  const left = killedCopy(dataDir)
  gate.open()
  await app.close()
  return { dataDir: left, id }
}

/** Pages that are kept in a data folder, as numbers of its database. */
function keptIn(dataDir: string): number {
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  const found = row<{ pages: number }>(db, 'select count(*) as pages from pages')
  db.close()
  return found?.pages ?? 0
}

const source = testFolder({
  '1.pdf': '4 pages one',
  '2.pdf': '30 pages two',
  '3.pdf': '2 pages three',
})

test('a killed process is taken up where it stood, and no kept page is read again', async () => {
  const { dataDir, id } = await killedAfter(17, source)
  const kept = keptIn(dataDir)
  expect(kept).toBeGreaterThan(10)
  const pool = stubPool()
  const { app, call } = await openTestApp(dataDir, { pool })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 3 } })
  expect(pool.reads).toHaveLength(36 - kept)
  expect(new Set(pool.reads).size).toBe(36 - kept)
  expect(app.factsOf(id).pagesReadTwice).toBe(0)
  expect((await call('batch.get', { batchId: id })).pagesDone).toBe(36)
  await app.close()
})

test('without being asked to go on, an interrupted batch waits and says so', async () => {
  const { dataDir, id } = await killedAfter(17, source)
  const pool = stubPool()
  const { app, call } = await openTestApp(dataDir, { pool, goOn: false })
  const batch = await call('batch.get', { batchId: id })
  expect(batch).toMatchObject({ lifecycle: 'paused', counts: { running: 0 } })
  expect(batch.percent).toBeGreaterThan(20)
  expect(pool.reads).toEqual([])
  await call('batch.resume', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed' })
  await app.close()
})

test('a paused batch stays paused over a restart', async () => {
  const dataDir = testFolder()
  const first = await openTestApp(dataDir)
  const { id } = await first.call('batch.create', { paths: [source] })
  await first.call('batch.pause', { batchId: id })
  await first.app.close()
  const { app, call } = await openTestApp(dataDir)
  expect(await call('batch.get', { batchId: id })).toMatchObject({ lifecycle: 'paused' })
  await app.close()
})

test('a file that kills the process again and again is set aside, and the others are done', async () => {
  const mixed = testFolder({ '1.pdf': '1 page', '2.pdf': '1 page killer', '3.pdf': '1 page' })
  let dataDir = testFolder()
  let id = ''
  for (let kill = 1; kill <= 3; kill++) {
    const killed = Promise.withResolvers<void>()
    const pool = stubPool({
      async readPage(task) {
        if (task.path.endsWith('2.pdf')) {
          killed.resolve()
          await new Promise(() => {})
        }
        return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
      },
    })
    const { app, call } = await openTestApp(dataDir, { pool })
    if (!id) ({ id } = await call('batch.create', { paths: [mixed] }))
    await killed.promise
    dataDir = killedCopy(dataDir)
    await app.close()
  }
  const { app, call } = await openTestApp(dataDir)
  expect(await app.idle(id)).toMatchObject({ counts: { completed: 2, failed: 1 } })
  const { rows } = await call('batch.documents', { batchId: id, statuses: ['failed'] })
  expect(rows[0]).toMatchObject({ filename: '2.pdf', error: { code: 'gave_up' } })
  await app.close()
})

test('files that are opened in a process of their own are not blamed for the end of this one', async () => {
  const slow = testFolder({ '1.pdf': '1 page slow', '2.pdf': '1 page' })
  let dataDir = testFolder()
  let id = ''
  for (let kill = 1; kill <= 6; kill++) {
    const begun = Promise.withResolvers<void>()
    const { sharesProcess: _, ...pool } = stubPool({
      async readPage() {
        begun.resolve()
        return await new Promise<never>(() => {})
      },
    })
    const { app, call } = await openTestApp(dataDir, { pool })
    if (!id) ({ id } = await call('batch.create', { paths: [slow] }))
    await begun.promise
    dataDir = killedCopy(dataDir)
    await app.close()
  }
  const { sharesProcess: _, ...pool } = stubPool()
  const { app } = await openTestApp(dataDir, { pool })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 2 } })
  await app.close()
})

test('the export that a batch was started with is written, also after a kill', async () => {
  const output = join(testFolder(), 'results.json')
  const { dataDir, id } = await killedAfter(36, testFolder({ 'a.pdf': '37 pages' }), output)
  expect(existsSync(output)).toBe(false)
  const { app } = await openTestApp(dataDir)
  await app.idle(id)
  expect(JSON.parse(readFileSync(output, 'utf8'))).toHaveLength(1)
  await app.close()
})

test('a process that ends while pages hang does not wait for them', async () => {
  const gate = createGate()
  const pool = stubPool({
    async readPage() {
      await gate.pass()
      return await new Promise<never>(() => {})
    },
  })
  const dataDir = testFolder()
  const { app, call } = await openTestApp(dataDir, { pool })
  const { id } = await call('batch.create', { paths: [source] })
  gate.open()
  await gate.reached(2)
  await app.close()
  const next = await openTestApp(dataDir, { goOn: false })
  expect((await next.call('batch.get', { batchId: id })).counts).toMatchObject({ pending: 3 })
  await next.app.close()
})

test('a cancel that was under way when the process died is carried out', async () => {
  const { dataDir, id } = await killedAfter(17, source)
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  db.exec("update batches set intent = 'cancel'")
  db.close()
  const { app, call } = await openTestApp(dataDir)
  expect(await call('batch.get', { batchId: id })).toMatchObject({
    lifecycle: 'finished',
    outcome: 'cancelled',
    counts: { running: 0, pending: 0 },
  })
  await app.close()
})

test('a data folder of a newer program is refused and left alone', async () => {
  const dataDir = testFolder()
  const first = await openTestApp(dataDir)
  await first.app.close()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  db.pragma('user_version = 99')
  db.close()
  for (const _ of [1, 2])
    await expect(openTestApp(dataDir)).rejects.toMatchObject({ code: 'database_newer' })
})
