import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { WriteExportTask } from '../../workers/export/record.ts'
import { resultRecordSchema } from '../../workers/export/record.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

const source = testFolder({
  '1.pdf': '3 pages A-1',
  '2.pdf': '1 page A-2 review',
  '3.pdf': '',
  '4.txt': 'text',
})

function recordingPool() {
  const tasks: WriteExportTask[] = []
  const stub = stubPool()
  const pool = stubPool({
    writeExport: (task) => {
      tasks.push(task)
      return stub.writeExport(task)
    },
  })
  return { pool, tasks }
}

test('every file is in the export: as its documents, or with its reason', async () => {
  const { pool, tasks } = recordingPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const output = join(testFolder(), 'results.json')
  const { id } = await call('batch.create', {
    paths: [source],
    output,
    name: 'May',
    reference: 'R-7',
  })
  await app.idle(id)
  const records = JSON.parse(readFileSync(output, 'utf8'))
  for (const record of records) expect(() => resultRecordSchema.parse(record)).not.toThrow()
  expect(records).toMatchObject([
    {
      file_index: 0,
      document_id: `${id}-1-1`,
      reference: 'R-7',
      pages: [1, 3],
      page_count: 3,
      status: 'completed',
      line_items: [{ description: { value: 'Paper' } }, { description: { value: 'Paper' } }],
      validation: { math_valid: true, errors: [], warnings: [] },
      run: { template: 'invoice', template_version: 1, engine: 'stub 1' },
    },
    { file_index: 1, status: 'needs_review', needs_review: true, review: 'none' },
    { file_index: 2, document_id: null, status: 'failed', error: { code: 'file_empty' } },
    { file_index: 3, document_id: null, status: 'skipped', error: { code: 'unsupported_type' } },
  ])
  expect(tasks[0]?.run).toMatchObject({
    batchId: id,
    name: 'May',
    sources: [source],
    engine: 'stub 1',
    counts: { completed: 1, needs_review: 1, failed: 1, skipped: 1 },
    templates: [{ name: 'invoice', version: 1 }, { name: 'receipt' }],
  })
  await app.close()
})

test('corrections and approvals are in the next export', async () => {
  const { app, call } = await openTestApp(testFolder())
  const { id } = await call('batch.create', { paths: [join(source, '2.pdf')] })
  await app.idle(id)
  const documentId = `${id}-1-1`
  const { fields } = await call('document.get', { documentId })
  const fieldId = fields[1]?.id ?? 0
  await call('document.correct', { documentId, fieldId, value: '7.00' })
  await call('document.approve', { documentId })
  const path = join(testFolder(), 'again.json')
  const written = await call('export.write', { batchId: id, path })
  expect(written).toEqual({ path, format: 'json', documents: 1 })
  expect(JSON.parse(readFileSync(path, 'utf8'))[0]).toMatchObject({
    status: 'completed',
    review: 'approved',
    fields: [{}, { name: 'grand_total', value: '7.00', corrected: true, confidence: 1 }],
  })
  await app.close()
})

test('CSV is written as the batch asks, else as the settings say', async () => {
  const { pool, tasks } = recordingPool()
  const { app, call, codeOf } = await openTestApp(testFolder(), { pool })
  const folder = testFolder()
  const path = join(folder, 'r.csv')
  const paths = [join(source, '1.pdf')]
  const exportOptions = { csvFor: 'fr-FR' }
  const { id: batchId } = await call('batch.create', { paths, output: path, exportOptions })
  await app.idle(batchId)
  await call('export.write', { batchId, path })
  await call('settings.set', { csvFor: 'de-DE' })
  await call('export.write', { batchId, path })
  await call('export.write', { batchId, path, csvFor: 'standard' })
  expect(tasks.map(({ csvFor }) => csvFor)).toEqual(['fr-FR', 'standard', 'de-DE', 'standard'])
  expect(await codeOf('export.write', { batchId, path, csvFor: 'nowhere' })).toBe('invalid_input')
  expect(await codeOf('settings.set', { csvFor: '../x' })).toBe('invalid_input')
  await app.close()
})

test('a batch that is not finished is exported as far as it is', async () => {
  const gate = createGate()
  const pool = stubPool({
    async readPage(task) {
      if (task.path.endsWith('2.pdf')) await gate.pass()
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [source] })
  await gate.reached(1)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const path = join(testFolder(), 'early.json')
  await call('export.write', { batchId: id, path })
  const records = JSON.parse(readFileSync(path, 'utf8'))
  expect(records.map(({ status }: { status: string }) => status)).toEqual([
    'completed',
    'running',
    'failed',
    'skipped',
  ])
  gate.open()
  await app.idle(id)
  await app.close()
})

test('an export is no source of the next batch over the same folder', async () => {
  const folder = testFolder({ 'a.pdf': '1 page' })
  const { app, call } = await openTestApp(testFolder())
  const output = join(folder, 'results.json')
  const first = await call('batch.create', { paths: [folder], output })
  await app.idle(first.id)
  const path = join(folder, 'more.json')
  await call('export.write', { batchId: first.id, path })
  const second = await call('batch.create', { paths: [folder] })
  expect(second.items).toBe(1)
  await app.idle(second.id)
  await app.close()
})
