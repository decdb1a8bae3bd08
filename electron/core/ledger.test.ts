import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import type { Ledger } from '../views.ts'
import { change, openDatabase, row } from './db/open.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, type TestApp, testFolder } from './testing/testApp.ts'

/** A pool that cannot read some pages, until it is mended. */
function failingPool(fails: (file: string, page: number) => boolean) {
  const state = { isMended: false }
  const pool = stubPool({
    async readPage(task) {
      const file = task.path.split('/').at(-1) ?? ''
      if (!state.isMended && fails(file, task.page))
        throw new AppError('page_timeout', { seconds: 120 })
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  return { pool, mend: () => Object.assign(state, { isMended: true }) }
}

const mixture = {
  '1.pdf': '6 pages one',
  '2.pdf': '3 pages two',
  '3.pdf': '',
  '4.txt': 'text',
  '5.pdf': '2 pages of nothing',
}
const isBad = (file: string, page: number) =>
  (file === '1.pdf' && (page === 4 || page === 5)) || file === '5.pdf'

async function readMixture(kind: 'extract' | 'read' = 'extract') {
  const { pool, mend } = failingPool(isBad)
  const dataDir = testFolder()
  const test = await openTestApp(dataDir, { pool })
  const source = testFolder(mixture)
  const { id } = await test.call('batch.create', { paths: [source], kind })
  await test.app.idle(id)
  return { ...test, id, mend, source, dataDir }
}

const ledgerOf = ({ call }: TestApp, batchId: string) => call('batch.ledger', { batchId })
const tally = (ledger: Ledger) => ({ files: ledger.files, pages: ledger.pages })

test('every file and page is accounted for, with what read it or why it was not', async () => {
  const test = await readMixture()
  const ledger = await ledgerOf(test, test.id)
  expect(ledger).toEqual({
    files: { all: 5, read: 2, failed: 2, skipped: 1, open: 0 },
    pages: { all: 11, read: 7, failed: 4, skipped: 0, open: 0 },
    isProven: true,
    incomplete: 1,
    uncounted: 2,
    readers: [{ reader: 'text_layer', pages: 7 }],
    pagesKept: 0,
    reasons: [
      { state: 'failed', code: 'page_timeout', pages: 4, files: 1, partly: 1, uncounted: 0 },
      { state: 'failed', code: 'file_empty', pages: 0, files: 1, partly: 0, uncounted: 1 },
      { state: 'skipped', code: 'unsupported_type', pages: 0, files: 1, partly: 0, uncounted: 1 },
    ],
  })
  await test.app.close()
})

test('the files behind each sum are listed with their pages, one line where none can be counted', async () => {
  const { app, call, id } = await readMixture()
  const { lines, files } = await call('batch.unread', { batchId: id })
  expect(files).toBe(4)
  expect(
    lines.map(({ filename, state, code, firstPage, lastPage, documentId }) => [
      ...[filename, state, code, firstPage, lastPage, documentId],
    ]),
  ).toEqual([
    ['1.pdf', 'failed', 'page_timeout', 4, 4, `${id}-1-1`],
    ['1.pdf', 'failed', 'page_timeout', 5, 5, `${id}-1-1`],
    ['3.pdf', 'failed', 'file_empty', null, null, null],
    ['4.txt', 'skipped', 'unsupported_type', null, null, null],
    ['5.pdf', 'failed', 'page_timeout', 1, 1, null],
    ['5.pdf', 'failed', 'page_timeout', 2, 2, null],
  ])
  expect(lines[0]?.message).toBe(
    'Page 4 of “1.pdf” took longer than 120 seconds and was given up. Retry it alone.',
  )
  const empty = await call('batch.unread', { batchId: id, code: 'file_empty' })
  expect(empty).toMatchObject({ files: 1, lines: [{ filename: '3.pdf' }] })
  const paged = await call('batch.unread', { batchId: id, after: 0, limit: 1 })
  expect(paged).toMatchObject({ files: 4, lines: [{ filename: '3.pdf' }] })
  await app.close()
})

test('a retry that reads the rest closes the ledger, and pages read before are told apart', async () => {
  const test = await readMixture()
  test.mend()
  writeFileSync(join(test.source, '3.pdf'), '1 page mended')
  await test.call('batch.retry', { batchId: test.id })
  await test.app.idle(test.id)
  const ledger = await ledgerOf(test, test.id)
  expect(tally(ledger)).toEqual({
    files: { all: 5, read: 4, failed: 0, skipped: 1, open: 0 },
    pages: { all: 12, read: 12, failed: 0, skipped: 0, open: 0 },
  })
  expect(ledger).toMatchObject({ isProven: true, incomplete: 0, pagesKept: 4 })
  await test.app.close()
})

test('what is cancelled is skipped for that reason, page by page', async () => {
  const pool = stubPool({
    async readPage(task) {
      if (task.path.endsWith('2.pdf') && task.page > 1) await new Promise(() => {})
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const test = await openTestApp(testFolder(), { pool })
  const source = testFolder({ '1.pdf': '2 pages', '2.pdf': '900 pages' })
  const { id } = await test.call('batch.create', { paths: [source] })
  await expect.poll(async () => (await ledgerOf(test, id)).pages.read).toBe(3)
  expect(await ledgerOf(test, id)).toMatchObject({ isProven: true, pages: { open: 899 } })
  await test.call('batch.cancel', { batchId: id })
  await test.app.idle(id)
  const ledger = await ledgerOf(test, id)
  expect(ledger).toMatchObject({
    pages: { all: 902, read: 3, failed: 0, skipped: 899, open: 0 },
    isProven: true,
    reasons: [{ state: 'skipped', code: 'cancelled', pages: 899, files: 1 }],
  })
  const { lines } = await test.call('batch.unread', { batchId: id })
  expect(lines).toMatchObject([{ filename: '2.pdf', firstPage: 2, lastPage: 900 }])
  await test.app.close()
})

test('a page that a document got by reading it again is read, until that is taken back', async () => {
  const test = await readMixture()
  const documentId = `${test.id}-1-1`
  test.mend()
  await test.call('document.readAgain', { documentId, mode: 'ocr' })
  expect((await ledgerOf(test, test.id)).pages).toMatchObject({ all: 11, read: 9, failed: 2 })
  await test.call('document.undo', { documentId })
  expect((await ledgerOf(test, test.id)).pages).toMatchObject({ all: 11, read: 7, failed: 4 })
  await test.app.close()
})

test('a page that a person leaves out is skipped with the reason, until that is taken back', async () => {
  const test = await readMixture()
  const { call, id } = test
  const { itemId } = await call('document.get', { documentId: `${id}-1-1` })
  const before = await ledgerOf(test, id)
  const { documents } = await call('item.arrange', {
    ...{ itemId, documents: [{ pages: [6, 1] }, { pages: [5] }] },
    leftOut: [2, 3, 4].map((page) => ({ page, reason: page === 4 ? 'Torn.' : 'Blank.' })),
  })
  const after = await ledgerOf(test, id)
  expect(after).toMatchObject({
    files: before.files,
    pages: { all: 11, read: 5, failed: 3, skipped: 3, open: 0 },
    ...{ isProven: true, incomplete: 1 },
    readers: [{ reader: 'text_layer', pages: 5 }],
  })
  expect(after.reasons).toContainEqual({
    ...{ state: 'skipped', code: 'left_out', pages: 3, files: 0, partly: 1, uncounted: 0 },
  })
  const leftOut = await call('batch.unread', { batchId: id, code: 'left_out' })
  expect(leftOut.files).toBe(1)
  expect(
    leftOut.lines.map(({ state, isWhole, firstPage, lastPage, message }) => [
      ...[state, isWhole, firstPage, lastPage, message],
    ]),
  ).toEqual([
    ['skipped', false, 2, 3, 'Left out of the documents of “1.pdf”: Blank.'],
    ['skipped', false, 4, 4, 'Left out of the documents of “1.pdf”: Torn.'],
  ])
  const [first = ''] = documents.map(({ id }) => id)
  const back = await call('document.undo', { documentId: first })
  expect(await ledgerOf(test, id)).toEqual(before)
  await call('document.redo', { documentId: back.id })
  expect(await ledgerOf(test, id)).toEqual(after)
  await test.app.close()
})

test('a document with a page missing says so in its row, its pages and every export', async () => {
  const { app, call, id } = await readMixture()
  const { rows } = await call('batch.documents', { batchId: id })
  expect(rows[0]).toMatchObject({ status: 'needs_review', missingPages: [4, 5], pagesDone: 4 })
  const view = await call('document.get', { documentId: `${id}-1-1` })
  expect(view.pages.filter(({ error }) => error).map(({ number }) => number)).toEqual([4, 5])
  expect(view.checks.find(({ code }) => code === 'pages_complete')?.sentence).toMatch(/^Pages 4, 5/)
  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId: id, path })
  const records = JSON.parse(readFileSync(path, 'utf8'))
  expect(records[0]).toMatchObject({
    status: 'needs_review',
    missing_pages: [4, 5],
    validation: { errors: [{ code: 'pages_complete' }] },
    run: {
      ledger: {
        files: { all: 5, read: 2, failed: 2, skipped: 1, open: 0 },
        pages: { all: 11, read: 7, failed: 4, skipped: 0, open: 0 },
      },
    },
  })
  expect(records[1].missing_pages).toEqual([])
  expect(records[4]).toMatchObject({ status: 'failed', missing_pages: [1, 2] })
  await app.close()
})

test('words with a page missing are never plainly complete, and each format says which', async () => {
  const { app, call, id } = await readMixture('read')
  const batch = await call('batch.get', { batchId: id })
  expect(batch.counts).toMatchObject({ completed: 1, needs_review: 1, failed: 2, skipped: 1 })
  const { rows } = await call('batch.documents', { batchId: id, statuses: ['needs_review'] })
  expect(rows).toMatchObject([{ filename: '1.pdf', documentId: null, missingPages: [4, 5] }])
  const folder = testFolder()
  const written = async (name: string) => {
    await call('export.write', { batchId: id, path: join(folder, name) })
    return readFileSync(join(folder, name), 'utf8')
  }
  const [first, second] = JSON.parse(await written('w.json'))
  expect(first).toMatchObject({ status: 'needs_review', missing_pages: [4, 5], page_count: 6 })
  expect(second).toMatchObject({ status: 'completed', missing_pages: [] })
  const remark = '2 of 6 pages could not be read: pages 4, 5.'
  expect(await written('w.txt')).toContain(`==> 1.pdf <==\n[${remark}]\n6 pages one page1\n\f`)
  expect(await written('w.md')).toMatch(
    /^# 1.pdf\n\n\*2 of 6 pages could not be read: pages 4, 5\.\*\n\n## Page 1\n/,
  )
  await app.close()
})

test('a page that went missing on the way is found by its sum', async () => {
  const test = await readMixture()
  const db = openDatabase(join(test.dataDir, 'sheaf.db'))
  change(db, 'delete from page_states where page = 3')
  db.close()
  expect(await ledgerOf(test, test.id)).toMatchObject({ isProven: false })
  await test.app.close()
})

test('pages of a file that became another one are not counted as read', async () => {
  const test = await readMixture()
  const db = openDatabase(join(test.dataDir, 'sheaf.db'))
  change(db, "update items set sha256 = 'other', status = 'pending' where filename = '2.pdf'")
  const left = row(db, 'select pages_done as done from items where filename = @name', {
    name: '2.pdf',
  })
  expect(left).toEqual({ done: 0 })
  db.close()
  expect(await ledgerOf(test, test.id)).toMatchObject({
    pages: { all: 11, read: 4, failed: 4, open: 3 },
    isProven: true,
  })
  await test.app.close()
})

test('twenty thousand files are counted in less time than anyone notices', async () => {
  const dataDir = testFolder()
  const test = await openTestApp(dataDir)
  const source = testFolder({ 'a.pdf': '1 page' })
  const { id } = await test.call('batch.create', { paths: [source] })
  await test.app.idle(id)
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  db.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 19999)
    insert into items (batch_id, seq, path, filename, page_count, pages_done, status, error_code, sha256)
    select '${id}', i, '/x', 'x', 3, iif(i % 50 = 0, 0, 3), iif(i % 50 = 0, 'failed', 'done'),
      iif(i % 50 = 0, 'file_damaged', null), i from n;
    with p(page) as (values (1), (2), (3))
    insert into page_states (batch_id, item_id, page, kept, reader, error_code)
    select batch_id, id, page, 0, 'ocr', iif(id % 97 = 0 and page = 2, 'page_timeout', null)
    from items, p where status = 'done' and seq > 0`)
  db.close()
  const times: number[] = []
  for (let i = 0; i < 40; i++) {
    const begun = performance.now()
    const ledger = await ledgerOf(test, id)
    times.push(performance.now() - begun)
    expect(ledger).toMatchObject({ isProven: true, files: { all: 20_000 }, pages: { all: 59_998 } })
  }
  // The least of them: others may be at work on this machine.
  expect(Math.min(...times)).toBeLessThan(50)
  await test.app.close()
  rmSync(dataDir, { recursive: true })
})
