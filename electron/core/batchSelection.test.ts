import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RunInfo } from '../../workers/export/record.ts'
import { recordsIn } from '../../workers/export/recordLines.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, type TestApp, testFolder } from './testing/testApp.ts'

const files = {
  '1.pdf': '2 pages A-1 review',
  '2.pdf': '1 page A-2 review',
  '3.pdf': '1 page A-3',
  '4.pdf': 'file_damaged',
  '5.txt': 'text',
}

async function batchOf(options: Parameters<typeof openTestApp>[1] = {}, dataDir = testFolder()) {
  const test = await openTestApp(dataDir, options)
  const { id: batchId } = await test.call('batch.create', { paths: [testFolder(files)] })
  await test.app.idle(batchId)
  return { ...test, ...(await lookAt(test, batchId)), dataDir, batchId }
}

async function lookAt({ call }: TestApp, batchId: string) {
  const { rows } = await call('batch.documents', { batchId })
  const itemIds = rows.map(({ itemId }) => itemId)
  const documentIds = rows.flatMap(({ documentId }) => documentId ?? [])
  return { rows, itemIds, documentIds }
}

const countsOf = async ({ call }: TestApp, batchId: string) =>
  (await call('batch.get', { batchId })).counts

test('several documents are approved at once, and taken back at once', async () => {
  const test = await batchOf()
  const { call, batchId, documentIds } = test
  await call('document.approve', { documentId: documentIds[1] ?? '' })
  const { acts } = await call('batch.approve', { batchId, documentIds })
  expect(acts).toHaveLength(2)
  expect(await countsOf(test, batchId)).toMatchObject({ completed: 3, needs_review: 0 })
  const { documentIds: back } = await call('batch.undo', { batchId, acts })
  expect(back.toSorted()).toEqual([documentIds[0], documentIds[2]])
  expect(await countsOf(test, batchId)).toMatchObject({ completed: 2, needs_review: 1 })
  await test.app.close()
})

test('what was done to a document since is not taken back with an act on many', async () => {
  const test = await batchOf()
  const { call, batchId, documentIds } = test
  const [first = '', second = ''] = documentIds
  const { acts } = await call('batch.approve', { batchId, documentIds: [first, second] })
  await call('document.reject', { documentId: first, reason: 'not ours' })
  expect(await call('batch.undo', { batchId, acts })).toEqual({ documentIds: [second] })
  expect(await call('document.get', { documentId: first })).toMatchObject({ review: 'rejected' })
  expect(await call('batch.undo', { batchId, acts: [9999] })).toEqual({ documentIds: [] })
  await test.app.close()
})

test('several documents become another type; those that are it stay, and one that fails leaves the others', async () => {
  const stub = stubPool()
  const pool = stubPool({
    async extract(task) {
      const { documents } = await stub.extract(task)
      if (task.choice === 'receipt' && task.pages[0]?.words[2]?.text === 'A-2')
        throw new Error('nothing to hold on to')
      const { choice } = task
      if (choice === 'auto') return { documents }
      const template = { name: choice, version: 1 }
      return { documents: documents.map((found) => ({ ...found, type: choice, template })) }
    },
  })
  const test = await batchOf({ pool })
  const { call, batchId, documentIds } = test
  const template = 'receipt'
  const { acts, failures } = await call('batch.setType', { batchId, documentIds, template })
  expect(acts).toHaveLength(2)
  expect(failures).toMatchObject([{ documentId: documentIds[1], failure: { code: 'internal' } }])
  const types = async () => (await lookAt(test, batchId)).rows.map(({ type }) => type)
  expect(await types()).toEqual(['receipt', 'invoice', 'receipt', null, null])
  const again = await call('batch.setType', {
    ...{ batchId, template, documentIds: [documentIds[0] ?? ''] },
  })
  expect(again).toEqual({ acts: [], failures: [] })
  await call('batch.undo', { batchId, acts })
  expect(await types()).toEqual(['invoice', 'invoice', 'invoice', null, null])
  expect(await test.codeOf('batch.setType', { batchId, documentIds, template: 'menu' })).toBe(
    'no_template',
  )
  await test.app.close()
})

test('what is removed is skipped with its pages, leaves counts and exports, and comes back as it was', async () => {
  const test = await batchOf()
  const { call, batchId, itemIds, documentIds } = test
  const seen = async () => ({
    rows: (await lookAt(test, batchId)).rows,
    counts: await countsOf(test, batchId),
    ledger: await call('batch.ledger', { batchId }),
    document: await call('document.get', { documentId: documentIds[0] ?? '' }),
    values: await call('batch.values', { batchId, field: 'grand_total' }),
  })
  const fieldId = (await seen()).document.fields[0]?.id ?? 0
  await call('document.correct', { documentId: documentIds[0] ?? '', fieldId, value: 'B-1' })
  const before = await seen()

  const gone = [itemIds[0] ?? 0, itemIds[3] ?? 0]
  expect(await call('batch.remove', { batchId, itemIds: gone })).toEqual({ itemIds: gone })
  expect(await countsOf(test, batchId)).toMatchObject({ needs_review: 1, failed: 0, skipped: 3 })
  const ledger = await call('batch.ledger', { batchId })
  expect(ledger).toMatchObject({ isProven: true, pages: { all: 4, read: 2, skipped: 2 } })
  expect(ledger.reasons).toContainEqual({
    ...{ state: 'skipped', code: 'removed', pages: 2, files: 2, partly: 0, uncounted: 1 },
  })
  const { rows } = await lookAt(test, batchId)
  expect(rows[0]).toMatchObject({
    ...{ documentId: null, status: 'skipped' },
    error: {
      code: 'removed',
      message: '“1.pdf” was removed from the batch. Your original file is untouched.',
    },
  })
  expect(await test.codeOf('document.get', { documentId: documentIds[0] })).toBe('not_found')
  expect((await call('batch.values', { batchId, field: 'grand_total' })).rows).toHaveLength(2)
  const path = join(testFolder(), 'r.json')
  expect(await call('export.write', { batchId, path })).toMatchObject({ documents: 2 })
  const records: { filename: string }[] = JSON.parse(readFileSync(path, 'utf8'))
  expect(records.map(({ filename }) => filename)).toEqual(['2.pdf', '3.pdf', '5.txt'])

  await test.app.close()
  const again = await openTestApp(test.dataDir)
  expect(await again.call('batch.putBack', { batchId, itemIds: gone })).toEqual({ itemIds: gone })
  const after = {
    rows: (await lookAt(again, batchId)).rows,
    counts: await countsOf(again, batchId),
    ledger: await again.call('batch.ledger', { batchId }),
    document: await again.call('document.get', { documentId: documentIds[0] ?? '' }),
    values: await again.call('batch.values', { batchId, field: 'grand_total' }),
  }
  expect(after).toEqual(before)
  const undone = await again.call('document.undo', { documentId: documentIds[0] ?? '' })
  expect(undone.fields[0]).toMatchObject({ value: 'A-1', corrected: false })
  const { findings } = await again.call('app.doctor', {})
  // The test's program has no language data.
  const others = findings.filter(({ name }) => name !== 'languages')
  expect(others.filter(({ level }) => level === 'error')).toEqual([])
  await again.app.close()
})

test('a batch of which only what was removed is unread is completed', async () => {
  const test = await batchOf()
  const { call, batchId, itemIds } = test
  expect(await call('batch.get', { batchId })).toMatchObject({ outcome: 'partial_failed' })
  await call('batch.remove', { batchId, itemIds: itemIds.slice(3) })
  expect(await call('batch.get', { batchId })).toMatchObject({ outcome: 'completed' })
  expect(await call('batch.remove', { batchId, itemIds })).toEqual({ itemIds: itemIds.slice(0, 3) })
  expect(await call('batch.putBack', { batchId, itemIds: [4711] })).toEqual({ itemIds: [] })
  await call('batch.retry', { batchId })
  await test.app.idle(batchId)
  expect(await countsOf(test, batchId)).toMatchObject({ skipped: 5 })
  await test.app.close()
})

test('a file that is being read stays; one that waits goes, and is read once it is put back', async () => {
  const gate = createGate()
  const pool = stubPool({
    async readPage(task) {
      await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const test = await openTestApp(testFolder(), { pool })
  const { call, app } = test
  const names = ['1.pdf', '2.pdf', '3.pdf', '4.pdf', '5.pdf']
  const source = testFolder(Object.fromEntries(names.map((name) => [name, `1 page ${name}`])))
  const { id: batchId } = await call('batch.create', { paths: [source] })
  await gate.reached(3)
  const { itemIds } = await lookAt(test, batchId)
  const { itemIds: removed } = await call('batch.remove', { batchId, itemIds })
  expect(removed).toEqual(itemIds.slice(3))
  gate.open()
  await app.idle(batchId)
  expect(await countsOf(test, batchId)).toMatchObject({ completed: 3, skipped: 2, pending: 0 })
  await call('batch.putBack', { batchId, itemIds: removed })
  await app.idle(batchId)
  expect(await countsOf(test, batchId)).toMatchObject({ completed: 5, skipped: 0 })
  await app.close()
})

test('a document that was away while its batch got another template is found anew when it is back', async () => {
  const tasks: string[] = []
  const stub = stubPool()
  const pool = stubPool({
    extract: (task) => {
      tasks.push(task.choice)
      return stub.extract(task)
    },
  })
  const test = await batchOf({ pool })
  const { call, app, batchId, itemIds } = test
  await call('batch.remove', { batchId, itemIds: itemIds.slice(0, 1) })
  await call('batch.reextract', { batchId, template: 'receipt' })
  await app.idle(batchId)
  expect(tasks.filter((choice) => choice === 'receipt')).toHaveLength(2)
  await call('batch.putBack', { batchId, itemIds: itemIds.slice(0, 1) })
  await app.idle(batchId)
  expect(tasks.filter((choice) => choice === 'receipt')).toHaveLength(3)
  await app.close()
})

test('only what is selected is tried again', async () => {
  const folder = testFolder({ '1.pdf': 'file_damaged', '2.pdf': 'file_damaged' })
  const pool = stubPool()
  const test = await openTestApp(testFolder(), { pool })
  const { call, app } = test
  const { id: batchId } = await call('batch.create', { paths: [folder] })
  await app.idle(batchId)
  const { itemIds } = await lookAt(test, batchId)
  const before = pool.inspections.length
  await call('batch.retry', { batchId, itemIds: itemIds.slice(1) })
  await app.idle(batchId)
  expect(pool.inspections.slice(before)).toEqual(['2.pdf'])
  await app.close()
})

test('an export of a selection holds it alone, and says so', async () => {
  const tasks: { readonly names: readonly string[]; readonly run: RunInfo }[] = []
  const pool = stubPool({
    async writeExport({ recordsFile, run }) {
      tasks.push({ names: [...recordsIn(recordsFile)].map(({ filename }) => filename), run })
    },
  })
  const test = await batchOf({ pool })
  const { batchId, documentIds, itemIds } = test
  const path = join(testFolder(), 'some.xlsx')
  const selection = { documentIds: documentIds.slice(0, 1), itemIds: itemIds.slice(3, 4) }
  await test.codeOf('export.write', { batchId, path, selection })
  expect(tasks[0]?.names).toEqual(['1.pdf', '4.pdf'])
  expect(tasks[0]?.run.selection).toEqual({ rows: 2, of: 5 })
  await test.codeOf('export.write', { batchId, path })
  expect(tasks[1]?.names).toHaveLength(5)
  expect(tasks[1]?.run.selection).toBeUndefined()
  await test.app.close()
})
