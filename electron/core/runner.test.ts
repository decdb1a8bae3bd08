import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

function manyFiles(count: number, content = (i: number) => `1 page number ${i}`): string {
  const files = Array.from({ length: count }, (_, i) => [`${i + 1}.pdf`, content(i)] as const)
  return testFolder(Object.fromEntries(files))
}

/** A pool whose readings wait at a gate from the `from`th on. */
function gatedPool(from: number) {
  const gate = createGate()
  let begun = 0
  const pool = stubPool({
    async readPage(task) {
      if (++begun >= from) await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  return { pool, gate }
}

test('pausing keeps the pages in hand, and resuming reads only the others', async () => {
  const { pool, gate } = gatedPool(4)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [manyFiles(10)] })
  await gate.reached(3)
  expect(await call('batch.pause', { batchId: id })).toMatchObject({ lifecycle: 'paused' })
  gate.open()
  const paused = await app.idle(id)
  expect(paused.counts).toMatchObject({ completed: 6, pending: 4, running: 0 })
  expect(pool.reads).toHaveLength(6)

  await call('batch.resume', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 10 } })
  expect(pool.reads).toHaveLength(10)
  expect(app.factsOf(id).pagesReadTwice).toBe(0)
  await app.close()
})

test('a long file is read by all threads, paused in the middle and goes on there', async () => {
  const { pool, gate } = gatedPool(50)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [testFolder({ 'a.pdf': '200 pages' })] })
  await gate.reached(pool.threads + 1)
  await call('batch.pause', { batchId: id })
  gate.open()
  expect(await app.idle(id)).toMatchObject({ pagesDone: 52, counts: { pending: 1 } })
  await call('batch.resume', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ pagesDone: 200, pagesKept: 52, outcome: 'completed' })
  expect(new Set(pool.reads).size).toBe(200)
  expect(pool.reads).toHaveLength(200)
  await app.close()
})

test('resuming while a pause is still coming about goes on without a gap', async () => {
  const { pool, gate } = gatedPool(4)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [manyFiles(10)] })
  await gate.reached(3)
  await call('batch.pause', { batchId: id })
  expect(await call('batch.resume', { batchId: id })).toMatchObject({ lifecycle: 'running' })
  gate.open()
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 10 } })
  expect(pool.reads).toHaveLength(10)
  await app.close()
})

test('cancelling stops at once, also what is in hand, and can be retried', async () => {
  const { pool, gate } = gatedPool(4)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [manyFiles(10)] })
  await gate.reached(3)
  await call('batch.cancel', { batchId: id })
  const cancelled = await app.idle(id)
  expect(cancelled).toMatchObject({
    lifecycle: 'finished',
    outcome: 'cancelled',
    counts: { completed: 3, cancelled: 7 },
  })
  expect(cancelled.percent, 'no more than was done').toBeLessThan(50)
  const { rows } = await call('batch.documents', { batchId: id, statuses: ['cancelled'] })
  expect(rows[0]?.error?.message).toContain('was cancelled before')

  gate.open()
  await call('batch.retry', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 10 } })
  await app.close()
})

test('a batch that nobody works on is cancelled, too', async () => {
  const { pool, gate } = gatedPool(1)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [manyFiles(5)] })
  await gate.reached(1)
  await call('batch.pause', { batchId: id })
  gate.open()
  await app.idle(id)
  expect(await call('batch.cancel', { batchId: id })).toMatchObject({ outcome: 'cancelled' })
  await app.close()
})

test('files that are retried while others are still being read are done in the end', async () => {
  const { pool, gate } = gatedPool(1)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const source = testFolder({ 'a.pdf': '1 page', 'b.pdf': 'file_damaged' })
  const output = join(testFolder(), 'results.json')
  const { id } = await call('batch.create', { paths: [source], output })
  await gate.reached(1)
  expect((await call('batch.get', { batchId: id })).counts.failed).toBe(1)
  writeFileSync(join(source, 'b.pdf'), '2 pages mended')
  await call('batch.retry', { batchId: id })
  gate.open()
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 2 } })
  expect(JSON.parse(readFileSync(output, 'utf8'))).toHaveLength(2)
  await app.close()
})

test('a batch that is being cancelled is not paused or resumed', async () => {
  const { pool, gate } = gatedPool(1)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [manyFiles(5)] })
  await gate.reached(1)
  await Promise.all(
    (['cancel', 'pause', 'resume'] as const).map((act) => call(`batch.${act}`, { batchId: id })),
  )
  expect(await app.idle(id)).toMatchObject({ outcome: 'cancelled', counts: { cancelled: 5 } })
  await app.close()
})

test('percent never goes back, also across a pause, and ends at 100', async () => {
  const { pool, gate } = gatedPool(20)
  const { app, call, events } = await openTestApp(testFolder(), { pool })
  const source = manyFiles(20, (i) => `${(i % 7) + 1} pages number ${i}`)
  const { id } = await call('batch.create', { paths: [source] })
  const percents: number[] = []
  const note = async () => percents.push((await call('batch.get', { batchId: id })).percent)
  await note()
  await gate.reached(3)
  await note()
  await call('batch.pause', { batchId: id })
  gate.open()
  await app.idle(id)
  await note()
  await call('batch.resume', { batchId: id })
  await app.idle(id)
  await note()
  expect(percents).toEqual(percents.toSorted((a, b) => a - b))
  expect(percents.at(-1)).toBe(100)
  const told = events.flatMap((event) =>
    event.name === 'batch.changed' ? [event.payload.percent] : [],
  )
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.at(-1)).toBe(100)
  await app.close()
})

test('a page that cannot be read marks its document and ends nothing', async () => {
  const pool = stubPool({
    async readPage(task) {
      if (task.page === 4) throw new AppError('page_timeout', { seconds: 180 })
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [testFolder({ 'a.pdf': '6 pages' })] })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { needs_review: 1 } })
  const { rows } = await call('batch.documents', { batchId: id })
  const document = await call('document.get', { documentId: rows[0]?.documentId ?? '' })
  expect(document.status).toBe('needs_review')
  expect(document.checks.find(({ code }) => code === 'pages_complete')).toMatchObject({
    passed: false,
    level: 'error',
  })
  expect(document.pages[3]?.error).toMatchObject({
    code: 'page_timeout',
    message: 'Page 4 of “a.pdf” took longer than 180 seconds and was given up. Retry it alone.',
  })
  await app.close()
})

test('a page that could not be read is read again by a retry, and only that one', async () => {
  let fails = true
  const pool = stubPool({
    async readPage(task) {
      if (task.page === 2 && fails) throw new Error('the thread died')
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [testFolder({ 'a.pdf': '3 pages' })] })
  await app.idle(id)
  fails = false
  await call('batch.retry', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ counts: { completed: 1, needs_review: 0 } })
  expect(pool.reads.toSorted()).toEqual(['a.pdf:1', 'a.pdf:2', 'a.pdf:2', 'a.pdf:3'])
  expect(app.factsOf(id).pagesReadTwice).toBe(0)
  await app.close()
})

test('a file of which no page can be read fails with the first page’s reason', async () => {
  const pool = stubPool({
    async readPage({ page }) {
      throw new AppError(page === 1 ? 'page_too_large' : 'out_of_memory')
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', {
    paths: [testFolder({ 'a.pdf': '3 pages', 'b.txt': 'x' })],
  })
  expect(await app.idle(id)).toMatchObject({
    outcome: 'failed',
    counts: { failed: 1, skipped: 1 },
  })
  const { rows } = await call('batch.documents', { batchId: id })
  expect(rows.map(({ error }) => error?.message)).toEqual([
    'Page 1 of “a.pdf” is larger than Sheaf can read safely. Save it smaller, then retry.',
    expect.stringContaining('“b.txt” is not a PDF or an image'),
  ])
  await app.close()
})

test.each([
  ['throws something odd', () => Promise.reject('rubbish')],
  ['answers nonsense', () => Promise.resolve({ documents: null } as never)],
  ['finds no document', () => Promise.resolve({ documents: [] })],
])('an extraction that %s fails its item and no other', async (_, answer) => {
  const pool = stubPool()
  const { extract } = pool
  const faulty = stubPool({
    extract: (task) =>
      task.pages.some(({ words }) => words.some(({ text }) => text === 'odd'))
        ? answer()
        : extract(task),
  })
  const { app, call } = await openTestApp(testFolder(), { pool: faulty })
  const source = testFolder({ '1.pdf': '1 page', '2.pdf': '1 page odd', '3.pdf': '2 pages' })
  const { id } = await call('batch.create', { paths: [source] })
  expect(await app.idle(id)).toMatchObject({ counts: { completed: 2, failed: 1 } })
  await app.close()
})

test('a full disk pauses the batch with its reason, and a resume goes on', async () => {
  let isFull = true
  const pool = stubPool({
    async readPage(task) {
      if (task.path.endsWith('5.pdf') && isFull)
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [manyFiles(9)] })
  const full = await app.idle(id)
  expect(full).toMatchObject({ lifecycle: 'paused', outcome: null, error: { code: 'disk_full' } })
  expect(full.counts).toMatchObject({ failed: 0, running: 0 })
  isFull = false
  await call('batch.resume', { batchId: id })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', error: null })
  expect(new Set(pool.reads.filter((read) => read !== '5.pdf:1')).size).toBe(8)
  await app.close()
})

test('a source folder that goes away pauses the batch instead of failing every file', async () => {
  const source = manyFiles(6)
  const { pool, gate } = gatedPool(2)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [source] })
  await gate.reached(1)
  rmSync(source, { recursive: true })
  gate.open()
  const gone = await app.idle(id)
  expect(gone).toMatchObject({ lifecycle: 'paused', error: { code: 'source_gone' } })
  expect(gone.counts.failed).toBe(0)
  await app.close()
})

test('one file that goes away is that file’s trouble alone', async () => {
  const source = manyFiles(3)
  const { pool, gate } = gatedPool(1)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [source] })
  await gate.reached(1)
  rmSync(join(source, '2.pdf'))
  gate.open()
  expect(await app.idle(id)).toMatchObject({ counts: { completed: 2, failed: 1 } })
  await app.close()
})

test('a file that changes while it is read is begun anew, and nothing is kept of the mix', async () => {
  const source = testFolder({ 'a.pdf': '3 pages before' })
  const { pool, gate } = gatedPool(2)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [source] })
  await gate.reached(2)
  writeFileSync(join(source, 'a.pdf'), '2 pages of something else')
  gate.open()
  expect(await app.idle(id)).toMatchObject({
    counts: { completed: 1 },
    pagesTotal: 2,
    pagesDone: 2,
  })
  expect(pool.reads.slice(3).toSorted()).toEqual(['a.pdf:1', 'a.pdf:2'])
  await app.close()
})

test('files with the same content are all documents, and their pages are read once', async () => {
  const pool = stubPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const source = manyFiles(6, () => '5 pages of the same')
  const { id } = await call('batch.create', { paths: [source] })
  expect(await app.idle(id)).toMatchObject({
    counts: { completed: 6 },
    pagesDone: 30,
    pagesKept: 25,
  })
  expect(pool.reads).toHaveLength(5)
  await app.close()
})

test('a second batch over the same files reads nothing', async () => {
  const pool = stubPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const source = manyFiles(4)
  for (const template of ['auto', 'receipt']) {
    const { id } = await call('batch.create', { paths: [source], template })
    await app.idle(id)
  }
  expect(pool.reads).toHaveLength(4)
  const [second] = await call('batch.list', {})
  expect(second).toMatchObject({ template: 'receipt', pagesKept: 4, pagesDone: 4 })
  await app.close()
})

test('two batches are worked on side by side', async () => {
  const { pool, gate } = gatedPool(1)
  const { app, call } = await openTestApp(testFolder(), { pool })
  const long = await call('batch.create', { paths: [manyFiles(30)] })
  const short = await call('batch.create', { paths: [testFolder({ 'x.pdf': '1 page x' })] })
  gate.open()
  expect(await app.idle(short.id)).toMatchObject({ outcome: 'completed' })
  expect(await call('batch.get', { batchId: long.id })).toMatchObject({ lifecycle: 'running' })
  await app.idle(long.id)
  await app.close()
})

test('two thousand files are taken a few at a time', async () => {
  let now = 0
  let most = 0
  const pool = stubPool()
  const { inspectFile } = pool
  const counting = stubPool({
    async inspectFile(task) {
      most = Math.max(most, ++now)
      return inspectFile(task).finally(() => now--)
    },
  })
  const { app, call, events } = await openTestApp(testFolder(), { pool: counting })
  const { id } = await call('batch.create', { paths: [manyFiles(2000)] })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { completed: 2000 } })
  expect(most).toBeLessThanOrEqual(pool.threads + 1)
  const seen: number[] = []
  for (let after = -1; ; after = seen.at(-1) ?? 0) {
    const { rows, total } = await call('batch.documents', { batchId: id, after, limit: 300 })
    expect(total).toBe(2000)
    if (rows.length === 0) break
    seen.push(...rows.map(({ index }) => index))
  }
  expect(seen).toEqual(Array.from({ length: 2000 }, (_, i) => i))
  expect(events.filter(({ name }) => name === 'batch.changed').length).toBeLessThan(500)
  await app.close()
})
