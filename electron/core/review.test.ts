import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocuments } from '../../workers/extraction/readDocuments.ts'
import type { DocumentView, FieldView } from '../views.ts'
import { openDatabase, rows } from './db/open.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, type TestApp, testFolder } from './testing/testApp.ts'

/** A batch of one document whose total needs a person. */
async function oneDocument(dataDir = testFolder()): Promise<{ test: TestApp; id: string }> {
  const app = await openTestApp(dataDir)
  const source = testFolder({ 'a.pdf': '1 page A-17 review' })
  const { id } = await app.call('batch.create', { paths: [source] })
  await app.app.idle(id)
  const { rows } = await app.call('batch.documents', { batchId: id })
  return { test: app, id: rows[0]?.documentId ?? '' }
}

function field(document: DocumentView, name: string): FieldView {
  const found = document.fields.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no field ${name}`)
  return found
}

test('a corrected value is sure, and its document needs nobody any more', async () => {
  const { test, id } = await oneDocument()
  const before = await test.call('document.get', { documentId: id })
  expect(before.status).toBe('needs_review')
  const total = field(before, 'grand_total')
  const after = await test.call('document.correct', {
    documentId: id,
    fieldId: total.id,
    value: '1.234,50',
  })
  expect(field(after, 'grand_total')).toMatchObject({
    value: '1234.50',
    raw: '1.234,50',
    confidence: 1,
    needsReview: false,
    reasons: [],
    corrected: true,
  })
  expect(after.status).toBe('completed')
  const [batch] = await test.call('batch.list', {})
  expect(batch?.counts).toMatchObject({ completed: 1, needs_review: 0 })
  await test.app.close()
})

test('choosing another candidate takes over where it was seen', async () => {
  const { test, id } = await oneDocument()
  const total = field(await test.call('document.get', { documentId: id }), 'grand_total')
  const other = total.candidates[1]
  const after = await test.call('document.correct', {
    documentId: id,
    fieldId: total.id,
    value: other?.value ?? '',
  })
  expect(field(after, 'grand_total')).toMatchObject({
    value: '999.00',
    raw: '999,00',
    provenance: other?.provenance,
  })
  await test.app.close()
})

test('a value that the document does not have has no place either', async () => {
  const { test, id } = await oneDocument()
  const number = field(await test.call('document.get', { documentId: id }), 'invoice_number')
  const after = await test.call('document.correct', {
    documentId: id,
    fieldId: number.id,
    value: null,
  })
  expect(field(after, 'invoice_number')).toMatchObject({
    value: null,
    raw: null,
    reader: null,
    provenance: null,
    corrected: true,
  })
  await test.app.close()
})

test('a cell of a table is corrected like any field', async () => {
  const { test, id } = await oneDocument()
  const view = await test.call('document.get', { documentId: id })
  const cell = view.tables[0]?.rows[1]?.description
  const after = await test.call('document.correct', {
    documentId: id,
    fieldId: cell?.id ?? 0,
    value: 'Pens',
  })
  expect(after.tables[0]?.rows.map((row) => row.description?.value)).toEqual(['Paper', 'Pens'])
  await test.app.close()
})

test('corrections and approvals are taken back one by one, also after a restart', async () => {
  const dataDir = testFolder()
  const { test: first, id } = await oneDocument(dataDir)
  const before = await first.call('document.get', { documentId: id })
  const total = field(before, 'grand_total')
  const correct = (value: string) =>
    first.call('document.correct', { documentId: id, fieldId: total.id, value })
  const once = await correct('1.00')
  const twice = await correct('2.00')
  const approved = await first.call('document.approve', { documentId: id })
  expect(approved).toMatchObject({ review: 'approved', status: 'completed' })
  await first.app.close()

  const { app, call, codeOf } = await openTestApp(dataDir)
  expect(await call('document.get', { documentId: id })).toEqual(approved)
  const undo = () => call('document.undo', { documentId: id })
  expect(await undo()).toEqual(twice)
  expect(await undo()).toEqual(once)
  expect(await undo()).toEqual(before)
  expect(await codeOf('document.undo', { documentId: id })).toBe('invalid_input')
  const again = await call('document.correct', {
    documentId: id,
    fieldId: total.id,
    value: '3.00',
  })
  expect(field(again, 'grand_total').value).toBe('3.00')
  expect(await undo()).toEqual(before)
  await app.close()

  const db = openDatabase(join(dataDir, 'sheaf.db'))
  const history = rows<{ kind: string }>(db, 'select kind from field_events order by id')
  expect(history.map(({ kind }) => kind)).toEqual([
    'extracted',
    'corrected',
    'corrected',
    'approved',
    'undone',
    'undone',
    'undone',
    'corrected',
    'undone',
  ])
})

test('an approved document is complete, whatever its fields say', async () => {
  const { test, id } = await oneDocument()
  const approved = await test.call('document.approve', { documentId: id })
  expect(approved).toMatchObject({ status: 'completed', review: 'approved' })
  expect(field(approved, 'grand_total').needsReview).toBe(true)
  expect((await test.call('batch.list', {}))[0]?.counts).toMatchObject({ completed: 1 })
  await test.app.close()
})

test('what a person has worked on is not thrown away by a retry', async () => {
  const { test, id } = await oneDocument()
  await test.call('document.approve', { documentId: id })
  const [batch] = await test.call('batch.list', {})
  await test.call('batch.retry', { batchId: batch?.id ?? '' })
  await test.app.idle(batch?.id ?? '')
  expect(await test.call('document.get', { documentId: id })).toMatchObject({ review: 'approved' })
  await test.app.close()
})

test('what is not there and what cannot be meant is refused', async () => {
  const { test, id } = await oneDocument()
  const total = field(await test.call('document.get', { documentId: id }), 'grand_total')
  const correct = (documentId: string, fieldId: number, value: string) =>
    test.codeOf('document.correct', { documentId, fieldId, value })
  expect(await correct('nothing', total.id, '1.00')).toBe('not_found')
  expect(await correct(id, 999_999, '1.00')).toBe('not_found')
  expect(await correct(id, total.id, 'a lot')).toBe('invalid_input')
  expect(await test.codeOf('document.get', { documentId: 'nothing' })).toBe('not_found')
  await test.app.close()
})

test('a file without a word is a document that waits for a person, and can be approved', async () => {
  const pool = stubPool({
    async readPage(task) {
      const page = { ...(await stubPage(task)), words: [] }
      return { page, engine: 'stub 1', seconds: 1, previewWritten: false }
    },
    extract: async (task) => ({ documents: readDocuments(task) }),
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [testFolder({ 'a.pdf': '2 pages' })] })
  expect(await app.idle(id)).toMatchObject({ outcome: 'completed', counts: { needs_review: 1 } })
  const documentId = `${id}-1-1`
  const document = await call('document.get', { documentId })
  expect(document).toMatchObject({ type: 'unknown', status: 'needs_review', fields: [] })
  expect(document.pages).toHaveLength(2)
  expect(document.checks).toMatchObject([{ code: 'no_text_found', level: 'warning' }])
  expect(await call('document.approve', { documentId })).toMatchObject({
    ...{ status: 'completed', checks: document.checks },
  })
  await app.close()
})
