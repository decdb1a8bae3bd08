import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import { readDocuments } from '../../workers/extraction/readDocuments.ts'
import type { Input } from '../contract.ts'
import { fieldOf, openDesk } from './testing/reviewDesk.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { testFolder } from './testing/testApp.ts'

/** Each page names its own total and number. */
function pool() {
  return stubPool({
    async readPage(task) {
      const page = await stubPage(task)
      const texts = ['Invoice', 'number', `N-${task.page}0${task.page}`]
      const words = texts.map((text, i) => ({
        ...{ text, box: [60 * i + 50, 100, 60 * i + 95, 110] as const },
        ...{ confidence: 0.9, reader: 'ocr' as const },
      }))
      return { page: { ...page, words }, engine: 'e', seconds: 0, previewWritten: false }
    },
    // The number that stands on its first page is that of a document.
    async extract(task) {
      const { documents } = await stubPool().extract(task)
      const [document] = documents
      const [first] = task.pages
      const seen = {
        page: first?.number ?? 0,
        box: [170, 100, 215, 110],
        pageSize: [595, 842],
      } as const
      const fields = document?.fields.map((field) =>
        field.name === 'invoice_number'
          ? { ...field, provenance: { ...seen, text: field.value ?? '' } }
          : field,
      )
      return { documents: document ? [{ ...document, fields: fields ?? [] }] : [] }
    },
  })
}

async function desk(content = '4 pages') {
  const own = pool()
  const test = await openDesk(content, { pool: own })
  const { itemId } = await test.view()
  const arrange = (documents: number[][], leftOut: Input<'item.arrange'>['leftOut'] = []) =>
    test.call('item.arrange', { itemId, documents: documents.map((pages) => ({ pages })), leftOut })
  return { ...test, own, itemId, arrange }
}

test('a file is split into documents, found anew in the kept pages', async () => {
  const { app, call, arrange, own, batchId } = await desk()
  const { documents } = await arrange([
    [1, 2],
    [3, 4],
  ])
  expect(documents.map(({ pages }) => pages)).toEqual([
    [1, 2],
    [3, 4],
  ])
  const views = await Promise.all(
    documents.map(({ id }) => call('document.get', { documentId: id })),
  )
  expect(views.map((view) => fieldOf(view, 'invoice_number').value)).toEqual(['N-101', 'N-303'])
  expect(views.map(({ pages }) => pages.map(({ number }) => number))).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(fieldOf(views[1] as (typeof views)[number], 'invoice_number').provenance?.page).toBe(3)
  expect(own.reads).toHaveLength(4)
  const { rows } = await call('batch.documents', { batchId })
  expect(rows.map(({ documentId, pageCount }) => [documentId, pageCount])).toEqual(
    documents.map(({ id }) => [id, 2]),
  )
  await app.close()
})

test('pages are put into another order, and exports name them as the file does', async () => {
  const { app, call, arrange, batchId } = await desk()
  const { documents } = await arrange([
    [3, 1],
    [4, 2],
  ])
  const view = await call('document.get', { documentId: documents[0]?.id ?? '' })
  expect(view.pages.map(({ number }) => number)).toEqual([3, 1])
  expect(fieldOf(view, 'invoice_number')).toMatchObject({ value: 'N-303', provenance: { page: 3 } })
  const words = await call('document.words', { documentId: view.id })
  expect(words.map(({ page }) => page)).toEqual([3, 1])
  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId, path })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject([
    { pages: [1, 3], page_list: [3, 1], page_count: 2, fields: [{ provenance: { page: 3 } }, {}] },
    { pages: [2, 4], page_list: [4, 2], page_count: 2, fields: [{ provenance: { page: 4 } }, {}] },
  ])
  await app.close()
})

test('a page that is left out is in no document, with its reason', async () => {
  const { app, call, arrange, itemId } = await desk()
  const after = await arrange([[1, 2, 4]], [{ page: 3, reason: 'A blank back.' }])
  expect(after.leftOut).toEqual([{ page: 3, reason: 'A blank back.' }])
  expect(after.pages.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  expect(await call('item.pages', { itemId })).toEqual(after)
  await app.close()
})

test('a document whose pages stay keeps what was done to it; of one that is cut, corrections follow their page', async () => {
  const { app, call, arrange, documentId, view } = await desk()
  const number = fieldOf(await view(), 'invoice_number')
  const before = await call('document.correct', { documentId, fieldId: number.id, value: 'N-9' })
  expect(fieldOf(before, 'invoice_number').provenance?.page).toBe(1)
  const { documents: cut } = await arrange([[1, 2], [3], [4]])
  const views = await Promise.all(cut.map(({ id }) => call('document.get', { documentId: id })))
  expect(views.map((one) => fieldOf(one, 'invoice_number').value)).toEqual([
    'N-9',
    'N-303',
    'N-404',
  ])
  await call('document.approve', { documentId: cut[0]?.id ?? '' })
  const { documents: merged } = await arrange([
    [1, 2],
    [3, 4],
  ])
  expect(merged[0]?.id).toBe(cut[0]?.id)
  expect(await call('document.get', { documentId: merged[0]?.id ?? '' })).toMatchObject({
    review: 'approved',
  })
  await app.close()
})

test('taking an arrangement back and doing it again gives the same documents, also after a restart', async () => {
  const test = await desk()
  const { call, arrange, itemId } = test
  const fieldId = fieldOf(await test.view(), 'invoice_number').id
  const before = await call('document.correct', {
    ...{ documentId: test.documentId, fieldId, value: 'N-9' },
  })
  const { documents } = await arrange([[1, 2], [4]], [{ page: 3, reason: 'Blank.' }])
  const [first = '', second = ''] = documents.map(({ id }) => id)
  const cut = await call('document.get', { documentId: second })
  expect(await call('document.undo', { documentId: second })).toEqual(before)
  expect(await test.codeOf('document.get', { documentId: second })).toBe('not_found')
  expect(await call('item.pages', { itemId })).toMatchObject({ leftOut: [] })

  const again = await test.restart()
  await again.redo()
  expect(await again.call('document.get', { documentId: second })).toEqual(cut)
  expect(await again.call('item.pages', { itemId })).toMatchObject({
    ...{ documents, leftOut: [{ page: 3, reason: 'Blank.' }] },
  })
  expect(await again.call('document.undo', { documentId: first })).toEqual(before)
  expect(await again.undo()).toMatchObject({ fields: [{ value: 'N-101' }, {}] })
  await again.app.close()
})

test('what was done to a document since stands before taking its arrangement back', async () => {
  const { app, call, arrange, view } = await desk()
  const before = await view()
  const { documents } = await arrange([[1], [2, 3, 4]])
  const [first = '', second = ''] = documents.map(({ id }) => id)
  await call('document.approve', { documentId: second })
  const refused = await app.dispatch('document.undo', { documentId: first })
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(refused.ok ? '' : refused.error.message).toContain(second)
  await call('document.undo', { documentId: second })
  expect(await call('document.undo', { documentId: first })).toEqual(before)
  await app.close()
})

test('what a person put together stays when the batch is tried again, though a page of it is missing', async () => {
  const own = stubPool({
    async readPage(task) {
      if (task.page === 4) throw new AppError('page_timeout', { seconds: 120 })
      return { page: await stubPage(task), engine: 'e', seconds: 0, previewWritten: false }
    },
  })
  const { app, call, view, batchId } = await openDesk('4 pages', { pool: own })
  const { itemId } = await view()
  const documents = [{ pages: [1] }, { pages: [2, 3, 4] }]
  const after = await call('item.arrange', { itemId, documents })
  await call('batch.retry', { batchId })
  await app.idle(batchId)
  expect(await call('item.pages', { itemId })).toEqual(after)
  await app.close()
})

test('pages of a file that was tried again with other settings are found where those kept them', async () => {
  const own = stubPool({
    async readPage(task) {
      if (task.settings.mode !== 'ocr') throw new AppError('page_unreadable')
      return { page: await stubPage(task), engine: 'e', seconds: 0, previewWritten: false }
    },
  })
  const { app, call, view, batchId } = await openDesk('3 pages A-17', { pool: own })
  await call('batch.retry', { batchId, reader: 'ocr' })
  await app.idle(batchId)
  const { itemId } = await view()
  const reads = own.reads.length
  const leftOut = [{ page: 3, reason: 'Blank.' }]
  const without = await call('item.arrange', { itemId, documents: [{ pages: [1, 2] }], leftOut })
  expect(without.pages.map(({ size }) => size)).toEqual(Array(3).fill([595, 842]))
  const { documents } = await call('item.arrange', {
    ...{ itemId, documents: [{ pages: [1] }, { pages: [3, 2] }] },
  })
  const cut = await call('document.get', { documentId: documents[1]?.id ?? '' })
  expect(cut.pages.map(({ number }) => number)).toEqual([3, 2])
  expect(own.reads).toHaveLength(reads)
  expect(await call('batch.ledger', { batchId })).toMatchObject({
    ...{ isProven: true, pages: { all: 3, read: 3 } },
  })
  const { rows } = await call('batch.values', { batchId, field: 'invoice_number' })
  expect(rows[0]?.provenance?.imageId).toBe(without.pages[0]?.imageId)
  await app.close()
})

test('every page is in one document or left out', async () => {
  const { app, itemId, codeOf } = await desk()
  const messageOf = async (documents: number[][]) => {
    const input = { itemId, documents: documents.map((pages) => ({ pages })) }
    const result = await app.dispatch('item.arrange', input)
    return result.ok ? 'ok' : result.error.message
  }
  expect(await messageOf([[1, 2, 3]])).toContain('page 4 is in no document')
  expect(
    await messageOf([
      [1, 2],
      [2, 3, 4],
    ]),
  ).toContain('page 2 is named twice')
  expect(await messageOf([[1, 2, 3, 4, 5]])).toContain('no page 5')
  expect(await codeOf('item.arrange', { itemId: 99, documents: [{ pages: [1] }] })).toBe(
    'not_found',
  )
  await app.close()
})

test('documents of pages in another order are found as if the file were in that order', async () => {
  const own = stubPool({ extract: async (task) => ({ documents: readDocuments(task) }) })
  const { call, view, app } = await openDesk('2 pages A-17', { pool: own })
  const { itemId } = await view()
  const { documents } = await call('item.arrange', { itemId, documents: [{ pages: [2, 1] }] })
  const found = await call('document.get', { documentId: documents[0]?.id ?? '' })
  expect(found.pages.map(({ number }) => number)).toEqual([2, 1])
  await app.close()
})
