import { join } from 'node:path'
import { expect, test } from 'vitest'
import { change, openDatabase, row } from './db/open.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, type TestApp, testFolder } from './testing/testApp.ts'

const files = {
  'a.pdf': '3 pages Rechnung für Müller & Söhne, INV-2026/17',
  'b.pdf': '1 page total amount due Zürich',
  'c.pdf': '1 page total',
  'd.txt': 'text',
}

async function batchOf(contents: Readonly<Record<string, string>> = files, opened?: TestApp) {
  const dataDir = testFolder()
  const test = opened ?? (await openTestApp(dataDir))
  const { id: batchId } = await test.call('batch.create', { paths: [testFolder(contents)] })
  await test.app.idle(batchId)
  await test.app.searchable()
  const find = async (search: string, more = {}) => {
    const found = await test.call('batch.documents', { batchId, search, ...more })
    expect(found.total).toBeGreaterThanOrEqual(found.rows.length)
    return found.rows.map(({ filename }) => filename)
  }
  return { ...test, dataDir, batchId, find }
}

test('documents are found by beginnings of words on their pages, whatever accents and capitals', async () => {
  const { app, find } = await batchOf()
  expect(await find('muller')).toEqual(['a.pdf'])
  expect(await find('SOHNE rech')).toEqual(['a.pdf'])
  expect(await find('2026')).toEqual(['a.pdf'])
  expect(await find('Total')).toEqual(['b.pdf', 'c.pdf'])
  expect(await find('due tot zur')).toEqual(['b.pdf'])
  expect(await find('ohne')).toEqual([])
  expect(await find('"total" *')).toEqual(['b.pdf', 'c.pdf'])
  expect(await find('page3')).toEqual(['a.pdf'])
  await app.close()
})

test('file names, types and values are found as before, each row once and in the order of intake', async () => {
  const { app, call, find, batchId } = await batchOf()
  expect(await find('.pdf')).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  expect(await find('invoice')).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  expect(await find('119.00')).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  expect(await find('total', { statuses: ['skipped'] })).toEqual([])
  expect(await find('total', { statuses: ['completed'], limit: 1 })).toEqual(['b.pdf'])
  const first = await call('batch.documents', { batchId, search: 'total', limit: 1 })
  expect(first).toMatchObject({ total: 2, unsearched: 0, rows: [{ filename: 'b.pdf' }] })
  const after = first.rows[0]?.index ?? 0
  expect(await find('total', { limit: 1, after })).toEqual(['c.pdf'])
  expect(await find('total', { limit: 1, after: after + 1 })).toEqual([])
  await app.close()
})

test('file names and values are found whatever accents and capitals', async () => {
  const { app, call, find, batchId } = await batchOf({
    'Gebühr Straße.pdf': '1 page',
    'ÉTÉ.pdf': '1 page',
  })
  for (const search of ['gebuhr', 'GEBÜHR', 'strasse', 'Straße', 'ühr st'])
    expect(await find(search), search).toEqual(['Gebühr Straße.pdf'])
  expect(await find('été')).toEqual(['ÉTÉ.pdf'])
  const { fields } = await call('document.get', { documentId: `${batchId}-1-1` })
  const fieldId = fields.find(({ name }) => name === 'invoice_number')?.id ?? 0
  await call('document.correct', { documentId: `${batchId}-1-1`, fieldId, value: 'Nº ÆÖ-7' })
  expect(await find('æo-7')).toEqual(['ÉTÉ.pdf'])
  const { rows } = await call('batch.documents', { batchId, search: 'æo-7' })
  const places = rows.map(({ itemId, documentId }) => ({ itemId, documentId }))
  const { excerpts } = await call('batch.excerpts', { batchId, search: 'æo-7', rows: places })
  expect(excerpts[0]).toMatchObject({ before: 'Nº ', hit: 'ÆÖ-7', after: '' })
  await app.close()
})

test('a row says where it was found', async () => {
  const { app, call, batchId } = await batchOf()
  const { rows } = await call('batch.documents', { batchId })
  const places = rows.map(({ itemId, documentId }) => ({ itemId, documentId }))
  const at = async (search: string) =>
    (await call('batch.excerpts', { batchId, search, rows: places })).excerpts
  expect(await at('amount du')).toMatchObject([
    { page: 1, before: '1 page total', hit: 'amount due', after: 'Zürich page1', label: null },
  ])
  const [a, ...others] = await at('page2')
  expect(a).toMatchObject({ page: 2, hit: 'page2', documentId: places[0]?.documentId })
  expect(others).toEqual([])
  expect((await at('119'))[0]).toMatchObject({ label: 'grand total', hit: '119', after: '.00' })
  await app.close()
})

test('batches are searched apart, and what was purged leaves the index', async () => {
  const test = await openTestApp(testFolder())
  const one = await batchOf({ 'one.pdf': '1 page total' }, test)
  const two = await batchOf({ 'two.pdf': '1 page total' }, test)
  expect(await one.find('total')).toEqual(['one.pdf'])
  expect(await two.find('total')).toEqual(['two.pdf'])
  const { batchId } = one
  await test.call('batch.delete', { batchId })
  await test.call('batch.purge', { batchId })
  expect(await two.find('total')).toEqual(['two.pdf'])
  await test.app.close()
})

test('deleted batches leave nothing in the index', async () => {
  const { app, call, batchId, dataDir } = await batchOf()
  await call('batch.delete', { batchId })
  await call('batch.purge', { batchId })
  await app.close()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  expect(row(db, 'select count(*) as rows from page_terms')).toEqual({ rows: 0 })
  expect(row(db, 'select count(*) as rows from search_queue')).toEqual({ rows: 0 })
  db.close()
})

test('a page that is read again is found by its new words, and no more by the old', async () => {
  const pool = stubPool({
    async readPage(task) {
      const page = await stubPage(task)
      const isOcr = task.settings.mode === 'ocr'
      const words = isOcr ? page.words.map((word) => ({ ...word, text: 'anders' })) : page.words
      return { page: { ...page, words }, engine: 'stub 1', seconds: 0.1, previewWritten: false }
    },
  })
  const opened = await openTestApp(testFolder(), { pool })
  const { app, call, batchId, find } = await batchOf({ 'a.pdf': '1 page zebra' }, opened)
  const { rows } = await call('batch.documents', { batchId })
  const documentId = rows[0]?.documentId ?? ''
  await call('document.readAgain', { documentId, mode: 'ocr' })
  await app.searchable()
  expect([await find('zebra'), await find('anders')]).toEqual([[], ['a.pdf']])
  await call('document.undo', { documentId })
  await app.searchable()
  expect([await find('zebra'), await find('anders')]).toEqual([['a.pdf'], []])
  await app.close()
})

test('what an older Sheaf has read is indexed at the start, and goes on where a start was cut short', async () => {
  const { app, dataDir, batchId } = await batchOf({
    'long.pdf': '40 pages zebra',
    'b.pdf': '1 page b',
  })
  await app.close()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  db.exec('delete from page_terms; insert into search_queue (item_id) select id from items')
  // Sixteen pages of the long one were there when the program ended.
  change(
    db,
    `insert into page_terms (rowid, terms)
    select i.id * 65536 + p.page, 'zebra page' || p.page from items i join pages p on p.sha256 = i.sha256
    where i.filename = 'long.pdf' and p.page <= 16`,
  )
  change(
    db,
    `update search_queue set after_page = 16
    where item_id = (select id from items where filename = 'long.pdf')`,
  )
  db.close()
  const again = await openTestApp(dataDir)
  await again.app.searchable()
  const search = async (search: string) =>
    (await again.call('batch.documents', { batchId, search })).rows.map(({ filename }) => filename)
  expect(await search('page40 zebra')).toEqual(['long.pdf'])
  expect(await search('page3 zebra')).toEqual(['long.pdf'])
  expect(await search('page1 b')).toEqual(['b.pdf'])
  await again.app.close()
})

test('a file of many documents gives the one with the words, and slices do not cut it', async () => {
  const { app, call, batchId } = await batchOf({
    'a.pdf': '6 pages zebra',
    'b.pdf': '1 page zebra',
  })
  const { rows } = await call('batch.documents', { batchId })
  const [itemId = 0] = rows.map((row) => row.itemId)
  await call('item.arrange', {
    itemId,
    documents: [{ pages: [1, 2] }, { pages: [3, 6] }, { pages: [4, 5] }],
  })
  await app.searchable()
  const pagesOf = async (search: string, limit = 200) =>
    (await call('batch.documents', { batchId, search, limit })).rows.map(
      ({ pageCount }) => pageCount,
    )
  expect(await pagesOf('page6')).toEqual([2])
  expect((await call('batch.documents', { batchId, search: 'page4' })).rows).toHaveLength(1)
  expect(await pagesOf('zebra', 1)).toEqual([2, 2, 2])
  expect(await pagesOf('zebra')).toEqual([2, 2, 2, 1])
  expect((await call('batch.documents', { batchId, search: 'zebra', limit: 1 })).total).toBe(4)
  await app.close()
})
