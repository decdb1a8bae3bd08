import { expect, test } from 'vitest'
import { findMatches } from '../../workers/extraction/findMatches.ts'
import { readDocuments } from '../../workers/extraction/readDocuments.ts'
import { typedPage } from '../../workers/testing/typedPage.ts'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const words = ['Bill No. A-17', 'Date: 04.05.2026', 'Total: 119.00', 'Paid by Visa']

/** A pool that reads every file as a bill, and finds for itself what is on it. */
const pool = () => {
  const asked: { urgent: boolean | undefined }[] = []
  const made = stubPool({
    readPage: async ({ page: number }) => ({
      page: typedPage(
        words.map((text, i) => [50, 100 + 30 * i, text]),
        { number },
      ),
      ...{ engine: 'stub 1', seconds: 0.1, previewWritten: false },
    }),
    extract: async (task, options) => {
      asked.push({ urgent: options?.urgent })
      return { documents: readDocuments(task) }
    },
    findMatches: async (task) => findMatches(task),
  })
  return { made, asked }
}

const total = { name: 'total', label: 'Total', type: 'amount' }
const date = { name: 'date', label: 'Date', type: 'date' }
const bill = { name: 'bill', title: 'Bill', fields: [total] }

async function bench() {
  const { made, asked } = pool()
  const test = await openTestApp(testFolder(), { pool: made })
  const source = testFolder({ 'a.pdf': '1 page', 'b.pdf': '2 pages' })
  const { id } = await test.call('batch.create', { paths: [source], name: 'May' })
  await test.app.idle(id)
  const documents = await test.call('template.documents', {})
  return {
    ...test,
    batchId: id,
    documents,
    ids: documents.map((one) => one.documentId),
    made,
    asked,
  }
}

test('documents to try are those of the newest batch first, and can be searched', async () => {
  const { app, call, documents, batchId } = await bench()
  expect(documents.map(({ filename, batchName }) => [filename, batchName])).toEqual([
    ['a.pdf', 'May'],
    ['b.pdf', 'May'],
  ])
  const later = await call('batch.create', { paths: [testFolder({ 'c_1.pdf': '1 page' })] })
  await app.idle(later.id)
  const all = await call('template.documents', { limit: 2 })
  expect(all.map(({ filename }) => filename)).toEqual(['c_1.pdf', 'a.pdf'])
  expect(await call('template.documents', { search: 'C_1' })).toHaveLength(1)
  expect(await call('template.documents', { search: 'c%' })).toEqual([])
  await call('batch.delete', { batchId })
  expect(await call('template.documents', {})).toHaveLength(1)
  await app.close()
})

test('a draft is tried beside what is saved, from kept pages, before any batch', async () => {
  const { app, call, ids, made, asked } = await bench()
  await call('template.save', { template: bill, replaces: null })
  const reads = made.reads.length
  asked.length = 0
  const draft = { ...bill, fields: [{ ...total, pattern: 'none' }, date] }
  const [trial, ...others] = await call('template.try', { template: draft, documentIds: ids })
  expect(others).toHaveLength(1)
  expect(trial).toMatchObject({
    ...{ documentId: ids[0], error: null },
    pages: [{ number: 1, imageId: expect.stringMatching(/^[0-9a-f]{64}-1$/), size: [595, 842] }],
    fields: [
      { name: 'total', value: null, saved: { value: '119.00' }, change: 'lost' },
      { name: 'date', value: '2026-05-04', raw: '04.05.2026', saved: null, change: 'found' },
    ],
  })
  expect(trial?.fields[1]?.provenance).toMatchObject({ page: 1, text: '04.05.2026' })
  expect(made.reads).toHaveLength(reads)
  expect(asked).toEqual(Array.from({ length: 4 }, () => ({ urgent: true })))
  await app.close()
})

test('nothing is stored, and a field that is gone is told only where it had a value', async () => {
  const { app, call, ids } = await bench()
  const id = ids[0] ?? ''
  const before = await call('document.get', { documentId: id })
  const none = { name: 'iban', label: 'IBAN', type: 'iban' }
  await call('template.save', {
    template: { ...bill, fields: [total, date, none] },
    replaces: null,
  })
  const [trial] = await call('template.try', { template: bill, documentIds: [id] })
  expect(trial?.fields.map(({ name, change }) => [name, change])).toEqual([
    ['total', 'same'],
    ['date', 'lost'],
  ])
  const [same] = await call('template.try', {
    template: { ...bill, fields: [total, date, none] },
    documentIds: [id],
  })
  expect(same?.fields.map(({ change }) => change)).toEqual(['same', 'same', 'same'])
  expect(same?.fields[0]?.saved).toEqual({ value: '119.00' })
  expect(await call('document.get', { documentId: id })).toEqual(before)
  await app.close()
})

test('a draft under a new name is compared with the one that was edited; a new one with nothing', async () => {
  const { app, call, ids } = await bench()
  await call('template.save', { template: bill, replaces: null })
  const renamed = { template: { ...bill, name: 'ticket' }, documentIds: ids.slice(0, 1) }
  const changes = async (input: typeof renamed & { replaces?: string }) =>
    (await call('template.try', input))[0]?.fields.map(({ change }) => change)
  expect(await changes(renamed)).toEqual(['found'])
  expect(await changes({ ...renamed, replaces: 'bill' })).toEqual(['same'])
  await app.close()
})

test('rows of tables have a place each, and checks are told', async () => {
  const { app, call } = await openTestApp(testFolder())
  const { id } = await call('batch.create', { paths: [testFolder({ 'a.pdf': '1 page A-17' })] })
  await app.idle(id)
  const [document] = await call('template.documents', {})
  const { template } = await call('template.get', { name: 'invoice' })
  const [trial] = await call('template.try', {
    ...{ template, documentIds: [document?.documentId ?? ''] },
  })
  expect(trial?.fields.map(({ name, table, row, value }) => [name, table, row, value])).toEqual([
    ['invoice_number', null, null, 'A-17'],
    ['grand_total', null, null, '119.00'],
    ['description', 'line_items', 0, 'Paper'],
    ['description', 'line_items', 1, 'Paper'],
  ])
  expect(trial?.checks).toEqual([
    {
      ...{ code: 'totals_add_up', level: 'error', passed: true },
      sentence: 'Net and tax give the total.',
    },
  ])
  await app.close()
})

test('what cannot be tried says why, and the others are tried', async () => {
  const { app, call, codeOf, ids } = await bench()
  const documentIds = ['gone', ids[0] ?? '']
  const trials = await call('template.try', { template: bill, documentIds })
  expect(trials.map(({ documentId, error }) => [documentId, error?.code ?? null])).toEqual([
    ['gone', 'not_found'],
    [ids[0], null],
  ])
  expect(await codeOf('template.try', { template: null, documentIds })).toBe('template_invalid')
  expect(await codeOf('template.try', { template: bill, documentIds: [] })).toBe('invalid_input')
  await app.close()
})

test('a pattern shows where it matches, or why it is none', async () => {
  const { app, call, ids } = await bench()
  const documentIds = [...ids, 'gone']
  const found = await call('template.matches', { pattern: 'visa', documentIds })
  expect(found).toMatchObject({ problem: null, isCut: false })
  expect(found.matches.map(({ documentId, page, text }) => [documentId, page, text])).toEqual([
    [ids[0], 1, 'Visa'],
    [ids[1], 1, 'Visa'],
    [ids[1], 2, 'Visa'],
  ])
  expect(found.matches[0]).toMatchObject({ pageSize: [595, 842], box: [90, 180, 110, 190] })
  const broken = await call('template.matches', { pattern: '(', documentIds })
  expect(broken).toMatchObject({ problem: expect.stringContaining('no regular expression') })
  const forEver = await call('template.matches', { pattern: '(?=a)', documentIds })
  expect(forEver).toMatchObject({ problem: expect.stringContaining('can run for ever') })
  await app.close()
})

test('no more than 200 matches are given', async () => {
  const { app, call } = await bench()
  const many = testFolder({ 'many.pdf': '20 pages' })
  const { id } = await call('batch.create', { paths: [many] })
  await app.idle(id)
  const [document] = await call('template.documents', { search: 'many' })
  const found = await call('template.matches', {
    ...{ pattern: '\\w', documentIds: [document?.documentId ?? ''] },
  })
  expect([found.matches.length, found.isCut]).toEqual([200, true])
  await app.close()
})
