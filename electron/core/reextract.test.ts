import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ExtractTask } from '../../workers/tasks.ts'
import { createGate } from './testing/gate.ts'
import { stubPool } from './testing/stubPool.ts'
import { killedCopy, openTestApp, testFolder } from './testing/testApp.ts'

/** A pool that finds the fields of the template that it is given, so that another gives others. */
function templatePool(before: (task: ExtractTask) => Promise<void> = async () => {}) {
  const stub = stubPool()
  return stubPool({
    async extract(task) {
      await before(task)
      const { documents } = await stub.extract(task)
      const template = task.templates.find(({ name }) => name === task.choice) ?? task.templates[0]
      return {
        documents: documents.map((document) => {
          const fields = document.fields.filter(({ name }) =>
            template?.fields.some((field) => field.name === name),
          )
          const tables = template?.name === 'invoice' ? document.tables : {}
          const named = template && { name: template.name, version: template.version }
          return {
            ...document,
            type: template?.name ?? '',
            template: named ?? null,
            fields,
            tables,
          }
        }),
      }
    },
  })
}

const receiptWithoutTables = JSON.stringify({
  ...{ name: 'slip', version: 1, title: 'Slip' },
  fields: [{ name: 'grand_total', label: 'Total', type: 'amount', labels: ['Total'] }],
})

async function batchOf(
  count: number,
  pool = templatePool(),
  { pages = 2, split = 'never' as 'never' | 'auto' } = {},
) {
  const dataDir = testFolder()
  const test = await openTestApp(dataDir, { pool })
  const source = testFolder(
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`${i + 1}.pdf`, `${pages} pages A-${i}`]),
    ),
  )
  const output = join(testFolder(), 'r.json')
  const { id: batchId } = await test.call('batch.create', {
    ...{ paths: [source], template: 'invoice', output, split },
  })
  await test.app.idle(batchId)
  const template = join(testFolder({ 'slip.json': receiptWithoutTables }), 'slip.json')
  const view = (i: number) => test.call('document.get', { documentId: `${batchId}-${i}-1` })
  return { ...test, dataDir, pool, source, output, batchId, template, view }
}

test('values are found anew with another template, and nothing is read', async () => {
  const { app, call, pool, output, batchId, template, view } = await batchOf(4)
  expect((await view(1)).fields.map(({ name }) => name)).toEqual(['invoice_number', 'grand_total'])
  const reads = pool.reads.length
  const running = await call('batch.reextract', { batchId, template })
  expect(running).toMatchObject({ lifecycle: 'running', template: 'slip', outcome: null })
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed', percent: 100 })
  expect(pool.reads).toHaveLength(reads)
  expect(app.factsOf(batchId)).toMatchObject({ pagesReadTwice: 0 })
  const after = await view(4)
  expect(after).toMatchObject({ type: 'slip', tables: [] })
  expect(after.fields.map(({ name }) => name)).toEqual(['grand_total'])
  const records = JSON.parse(readFileSync(output, 'utf8'))
  expect(records.map(({ document_type }: { document_type: string }) => document_type)).toEqual(
    Array(4).fill('slip'),
  )
  const [replaced] = await call('batch.differences', { batchId })
  expect(replaced).toMatchObject({ kind: 'template_replaced', before: 'invoice', now: 'slip' })
  await app.close()
})

test('corrections stay where the template has their field, and undo puts a document back', async () => {
  const { app, call, batchId, template, view } = await batchOf(1)
  const documentId = `${batchId}-1-1`
  for (const [name, value] of [
    ['grand_total', '7.00'],
    ['invoice_number', 'B-1'],
  ] as const) {
    const fieldId = (await view(1)).fields.find((field) => field.name === name)?.id ?? 0
    await call('document.correct', { documentId, fieldId, value })
  }
  await call('document.approve', { documentId })
  const before = await view(1)
  await call('batch.reextract', { batchId, template })
  await app.idle(batchId)
  const after = await view(1)
  expect(after.fields).toMatchObject([{ name: 'grand_total', value: '7.00', corrected: true }])
  expect(after.review).toBe('none')
  expect(await call('document.undo', { documentId })).toEqual(before)
  const fieldId = before.fields[0]?.id ?? 0
  const corrected = await call('document.correct', { documentId, fieldId, value: 'B-2' })
  expect(corrected.fields[0]).toMatchObject({ value: 'B-2' })
  await app.close()
})

test('what was extracted anew can be done again after it was taken back', async () => {
  const { app, call, batchId, template, view } = await batchOf(1)
  const documentId = `${batchId}-1-1`
  const before = await view(1)
  await call('batch.reextract', { batchId, template })
  await app.idle(batchId)
  const after = await view(1)
  expect(after.type).toBe('slip')
  expect(await call('document.undo', { documentId })).toEqual(before)
  expect(before.tables).toHaveLength(1)
  expect(await call('document.redo', { documentId })).toEqual(after)
  await app.close()
})

test('documents stay as a person cut them, are never split, and keep the pages that were left out', async () => {
  const splits: unknown[] = []
  const { app, call, batchId, template, view } = await batchOf(
    1,
    templatePool(async ({ split, pages }) => {
      splits.push([split, pages.map(({ words }) => words.at(-1)?.text)])
    }),
    { pages: 4, split: 'auto' },
  )
  expect(splits).toEqual([[true, ['page1', 'page2', 'page3', 'page4']]])
  const { itemId } = await view(1)
  const documents = [{ pages: [4, 1] }, { pages: [2] }]
  const leftOut = [{ page: 3, reason: 'Blank.' }]
  const arranged = await call('item.arrange', { itemId, documents, leftOut })
  const ledger = await call('batch.ledger', { batchId })
  splits.length = 0
  await call('batch.reextract', { batchId, template })
  await app.idle(batchId)
  expect(splits).toEqual([
    [false, ['page4', 'page1']],
    [false, ['page2']],
  ])
  expect(await call('item.pages', { itemId })).toEqual({
    ...arranged,
    documents: arranged.documents.map((document) => ({ ...document, type: 'slip' })),
  })
  expect(await call('batch.ledger', { batchId })).toEqual(ledger)
  expect(ledger).toMatchObject({ isProven: true, pages: { read: 3, skipped: 1 } })
  const { rows } = await call('batch.documents', { batchId })
  expect(rows).toMatchObject([
    { documentId: arranged.documents[0]?.id, type: 'slip', pageCount: 2 },
    { documentId: arranged.documents[1]?.id, type: 'slip', pageCount: 1 },
  ])
  await app.close()
})

test('where documents tell their own type, one that a person gave stands', async () => {
  const { app, call, batchId, view } = await batchOf(2)
  const documentId = `${batchId}-1-1`
  await call('document.setType', { documentId, template: 'receipt' })
  await call('batch.reextract', { batchId, template: 'auto' })
  await app.idle(batchId)
  expect([(await view(1)).type, (await view(2)).type]).toEqual(['receipt', 'invoice'])
  await app.close()
})

test('a process that dies in the middle goes on where it was, and no document is extracted twice', async () => {
  const gate = createGate()
  let begun = 0
  const first = await batchOf(
    6,
    templatePool(async ({ choice }) => {
      if (choice === 'slip' && ++begun > 3) await gate.pass()
    }),
  )
  const { batchId, template } = first
  await first.call('batch.reextract', { batchId, template })
  await gate.reached(3)
  const dataDir = killedCopy(first.dataDir)
  gate.open()
  await first.app.idle(batchId)
  await first.app.close()

  const pool = templatePool()
  const { app, call } = await openTestApp(dataDir, { pool })
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed' })
  expect(pool.reads).toEqual([])
  for (let i = 1; i <= 6; i++) {
    const documentId = `${batchId}-${i}-1`
    expect(await call('document.get', { documentId })).toMatchObject({ type: 'slip' })
    expect(await call('document.undo', { documentId })).toMatchObject({ type: 'invoice' })
    await expect(call('document.undo', { documentId })).rejects.toThrow('nothing to take back')
  }
  await app.close()
})

test('files that are still to be read are extracted with the new template, too', async () => {
  const gate = createGate()
  let held = true
  const stub = templatePool()
  const pool = stubPool({
    extract: stub.extract,
    async readPage(task) {
      if (held && task.path.endsWith('3.pdf')) await gate.pass()
      return stub.readPage(task)
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const names = ['1.pdf', '2.pdf', '3.pdf', '4.pdf', '5.pdf']
  const source = testFolder(Object.fromEntries(names.map((name) => [name, `1 page ${name}`])))
  const { id: batchId } = await call('batch.create', { paths: [source], template: 'invoice' })
  await gate.reached(1)
  const template = join(testFolder({ 'slip.json': receiptWithoutTables }), 'slip.json')
  await call('batch.reextract', { batchId, template })
  held = false
  gate.open()
  expect(await app.idle(batchId)).toMatchObject({ outcome: 'completed' })
  const { rows } = await call('batch.documents', { batchId })
  expect(rows.map(({ type }) => type)).toEqual(Array(5).fill('slip'))
  expect(pool.reads).toHaveLength(5)
  await app.close()
})

test('a document that cannot be extracted anew stays as it was, and says so', async () => {
  const { app, call, batchId, template, view } = await batchOf(
    2,
    templatePool(async ({ choice, pages }) => {
      if (choice === 'slip' && pages[0]?.words.some(({ text }) => text === 'A-0'))
        throw new Error('the thread died')
    }),
  )
  await call('batch.reextract', { batchId, template })
  expect(await app.idle(batchId)).toMatchObject({ counts: { completed: 1, needs_review: 1 } })
  const kept = await view(1)
  expect(kept).toMatchObject({ type: 'invoice', status: 'needs_review' })
  expect(kept.checks.at(-1)).toMatchObject({ code: 'reextract_failed', passed: false })
  expect(await view(2)).toMatchObject({ type: 'slip' })
  await app.close()
})

test('a paused batch stays paused while its documents are extracted anew; a cancel ends that', async () => {
  const gate = createGate()
  let held = false
  const { app, call, batchId, template, view } = await batchOf(
    5,
    templatePool(async () => {
      if (held) await gate.pass()
    }),
  )
  held = true
  await call('batch.reextract', { batchId, template })
  await gate.reached(3)
  await call('batch.cancel', { batchId })
  gate.open()
  expect(await app.idle(batchId)).toMatchObject({ lifecycle: 'finished', outcome: 'completed' })
  expect((await view(5)).type).toBe('invoice')
  await app.close()
})

test('a template that is not there, and a batch of words alone, are refused', async () => {
  const { app, call, codeOf, batchId, source } = await batchOf(1)
  expect(await codeOf('batch.reextract', { batchId, template: 'menu' })).toBe('no_template')
  const { id } = await call('batch.create', { paths: [source], kind: 'read' })
  await app.idle(id)
  expect(await codeOf('batch.reextract', { batchId: id, template: 'invoice' })).toBe(
    'invalid_input',
  )
  expect(await call('batch.get', { batchId })).toMatchObject({ lifecycle: 'finished' })
  await app.close()
})
