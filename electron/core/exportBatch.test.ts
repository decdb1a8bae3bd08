import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evidenceFolder } from '../../workers/export/evidenceNames.ts'
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
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
  const what = { id: 1, path, asked: path, format: 'json', documents: 1, isPartial: false, sha256 }
  expect(written).toEqual(what)
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
  const exportOptions = { csvFor: 'fr-FR', proof: false, evidence: false }
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

test('the workbook that a batch writes by itself says when its last file was done', async () => {
  const { pool, tasks } = recordingPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const output = join(testFolder(), 'r.json')
  const { id: batchId } = await call('batch.create', { paths: [source], output })
  await app.idle(batchId)
  await call('export.write', { batchId, path: output })
  const [own, later] = tasks.map(({ run }) => run.finishedAt)
  expect(own).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect(later).toBe(own)
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
  expect(records.every(({ run }: { run: object }) => 'partial' in run)).toBe(true)
  expect(await call('export.list', { batchId: id })).toMatchObject([{ isPartial: true }])
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

test('a run is not lost because its file cannot be replaced: it stands beside, under another number', async () => {
  const { app, call } = await openTestApp(testFolder())
  const folder = testFolder()
  const output = join(folder, 'results.json')
  const paths = [join(source, '1.pdf')]
  const { id } = await call('batch.create', { paths, output })
  // Stands for a workbook that Excel has open: it is there, and nothing can take its place.
  mkdirSync(output)
  writeFileSync(join(folder, 'results (2).json'), 'somebody’s own')
  const batch = await app.idle(id)
  expect(batch).toMatchObject({ outcome: 'completed', error: null })
  const other = join(folder, 'results (3).json')
  expect(JSON.parse(readFileSync(other, 'utf8'))).toHaveLength(1)
  expect(readFileSync(join(folder, 'results (2).json'), 'utf8')).toBe('somebody’s own')
  expect(app.factsOf(id).output).toBe(other)
  expect(await call('export.list', { batchId: id })).toMatchObject([{ asked: output, path: other }])
  await app.close()
})

test('a person is told to close the file or take another name, and decides', async () => {
  const { app, call } = await openTestApp(testFolder())
  const { id: batchId } = await call('batch.create', { paths: [join(source, '1.pdf')] })
  await app.idle(batchId)
  const path = join(testFolder(), 'r.csv')
  mkdirSync(path)
  const refused = await app.dispatch('export.write', { batchId, path })
  const other = path.replace('r.csv', 'r (2).csv')
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'output_locked',
      message: `“${path}” cannot be written. Close it if another program has it open, or save as “${other}”.`,
      details: { path, other },
    },
  })
  expect(readdirSync(join(path, '..'))).toEqual(['r.csv'])
  const written = await call('export.write', { batchId, path, whenLocked: 'number' })
  expect(written).toMatchObject({ path: other, asked: path })
  await app.close()
})

test('exports are remembered with their hashes, and repeated as they were asked for', async () => {
  const { pool, tasks } = recordingPool()
  const { app, call, codeOf } = await openTestApp(testFolder(), { pool })
  const { id: batchId } = await call('batch.create', { paths: [source] })
  await app.idle(batchId)
  const path = join(testFolder(), 'r.csv')
  const selection = { documentIds: [`${batchId}-1-1`], itemIds: [] }
  const first = await call('export.write', { batchId, path, selection, csvFor: 'de-DE' })
  expect(first).toMatchObject({ documents: 1, isPartial: true })
  const [line] = await call('export.list', { batchId })
  expect(line).toMatchObject({
    ...{ id: first.id, path, format: 'csv', documents: 1, selected: 1, isPartial: true },
    ...{ options: { csvFor: 'de-DE' }, isThere: true },
    files: [{ name: 'r.csv', sha256: first.sha256, bytes: readFileSync(path).length }],
  })
  rmSync(path)
  expect(await call('export.list', { batchId })).toMatchObject([{ isThere: false }])
  const again = await call('export.repeat', { exportId: first.id })
  expect(again).toMatchObject({ path, documents: 1, sha256: first.sha256 })
  expect(tasks.map(({ csvFor }) => csvFor)).toEqual(['de-DE', 'de-DE'])
  const elsewhere = join(testFolder(), 's.json')
  await call('export.repeat', { exportId: first.id, path: elsewhere })
  expect(JSON.parse(readFileSync(elsewhere, 'utf8'))).toMatchObject([{ run: { partial: true } }])
  expect(await codeOf('export.repeat', { exportId: 99 })).toBe('not_found')
  expect(await call('export.list', { batchId })).toHaveLength(3)
  await app.close()
})

test('a workbook with evidence gets the pictures of its pages, drawn where nobody looked yet', async () => {
  const { pool, tasks } = recordingPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id: batchId } = await call('batch.create', { paths: [source] })
  await app.idle(batchId)
  const path = join(testFolder(), 'März #1.xlsx')
  await call('export.write', { batchId, path, evidence: true })
  const folder = evidenceFolder(path)
  expect(tasks[0]?.evidenceFolder).toMatch(/\/Marz-1-[0-9a-f]{6}-evidence$/)
  expect(readdirSync(join(folder, 'pages')).sort()).toEqual(['1-1.webp', '2-1.webp'])
  expect(readFileSync(join(folder, 'pages', '1-1.webp'), 'utf8')).toBe(
    'picture of page 1, turned by 0',
  )
  await call('export.write', { batchId, path: path.replace('xlsx', 'json'), evidence: true })
  expect(tasks[1]).not.toHaveProperty('evidenceFolder')
  await app.close()
})

test('an export of what was selected says that it is not all', async () => {
  const { pool, tasks } = recordingPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id: batchId } = await call('batch.create', { paths: [source] })
  await app.idle(batchId)
  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId, path })
  const selection = { documentIds: [`${batchId}-1-1`], itemIds: [] }
  await call('export.write', { batchId, path, selection })
  expect(tasks.map(({ run }) => run.partial)).toEqual([undefined, 'only what was selected'])
  await app.close()
})
