import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../workers/errors.ts'
import type { Output } from '../contract.ts'
import { createGate } from './testing/gate.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

type View = Output<'document.get'>

/** A pool whose OCR reads another number, in a way that the test may change. */
function readingPool(ocr: () => Promise<void> = async () => {}) {
  const stub = stubPool()
  return stubPool({
    async readPage(task) {
      const page = await stubPage(task)
      if (task.settings.mode !== 'ocr') return { ...(await stub.readPage(task)), page }
      await ocr()
      const words = page.words.map((word) => ({ ...word, text: word.text.replace('A-17', 'A-71') }))
      const read = { ...page, words, reader: 'ocr' as const, readerReason: 'asked for' }
      return { page: read, engine: 'eyes 1', seconds: 1, previewWritten: false }
    },
  })
}

async function oneDocument({ pool = readingPool(), dataDir = testFolder() } = {}) {
  const test = await openTestApp(dataDir, { pool })
  const source = testFolder({ 'a.pdf': '2 pages A-17 review' })
  const { id: batchId } = await test.call('batch.create', { paths: [source] })
  await test.app.idle(batchId)
  const documentId = `${batchId}-1-1`
  const again = () => test.call('document.readAgain', { documentId, mode: 'ocr' })
  const view = () => test.call('document.get', { documentId })
  return { ...test, pool, dataDir, source, batchId, documentId, again, view }
}

const valuesOf = ({ fields }: View) => fields.map(({ value }) => value)
const field = ({ fields }: View, name: string) => {
  const found = fields.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no field ${name}`)
  return found
}

test('a document that is read again has the values of the new reading, and only its pages are read', async () => {
  const { app, call, pool, batchId, again, view } = await oneDocument()
  expect(valuesOf(await view())).toEqual(['A-17', '119.00'])
  const after = await again()
  expect(valuesOf(after)).toEqual(['A-71', '119.00'])
  expect(after.pages.map(({ reader, readerReason }) => [reader, readerReason])).toEqual([
    ['ocr', 'asked for'],
    ['ocr', 'asked for'],
  ])
  await again()
  expect(pool.reads).toHaveLength(4)

  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId, path })
  const [record] = JSON.parse(readFileSync(path, 'utf8'))
  expect(record).toMatchObject({ fields: [{ value: 'A-71' }, {}], run: { engine: 'eyes 1' } })
  await app.close()
})

test('what a person corrected stays, and an approval is asked for anew', async () => {
  const { app, call, documentId, again, view } = await oneDocument()
  const before = await view()
  const total = field(before, 'grand_total')
  await call('document.correct', { documentId, fieldId: total.id, value: '7.00' })
  const [row] = before.tables[0]?.rows ?? []
  const fieldId = row?.description?.id ?? 0
  await call('document.correct', { documentId, fieldId, value: 'Pens' })
  await call('document.approve', { documentId })

  const after = await again()
  expect(field(after, 'invoice_number')).toMatchObject({ value: 'A-71', corrected: false })
  expect(field(after, 'grand_total')).toMatchObject({ value: '7.00', corrected: true })
  expect(after.tables[0]?.rows.map(({ description }) => description?.value)).toEqual([
    'Pens',
    'Paper',
  ])
  expect(after).toMatchObject({ review: 'none', status: 'completed' })
  await app.close()
})

test('an undo puts the earlier reading back, also after a restart, and then what came before it', async () => {
  const dataDir = testFolder()
  const first = await oneDocument({ dataDir })
  const { documentId } = first
  const untouched = await first.view()
  const fieldId = field(untouched, 'grand_total').id
  await first.call('document.correct', { documentId, fieldId, value: '7.00' })
  const corrected = await first.view()
  const reread = await first.again()
  const newId = field(reread, 'invoice_number').id
  await first.call('document.correct', { documentId, fieldId: newId, value: 'A-1' })
  await first.app.close()

  const { app, call, codeOf } = await openTestApp(dataDir, { pool: readingPool() })
  expect(valuesOf(await call('document.undo', { documentId }))).toEqual(['A-71', '7.00'])
  expect(await call('document.undo', { documentId })).toEqual(corrected)
  expect(await call('document.undo', { documentId })).toEqual(untouched)
  expect(await codeOf('document.undo', { documentId })).toBe('invalid_input')
  await app.close()
})

test('a new reading that fails changes nothing', async () => {
  const pool = readingPool(async () => {
    throw new AppError('page_timeout', { seconds: 180 })
  })
  const { app, codeOf, documentId, source, view } = await oneDocument({ pool })
  const before = await view()
  const again = { documentId, mode: 'ocr' }
  expect(await codeOf('document.readAgain', again)).toBe('page_timeout')
  appendFileSync(join(source, 'a.pdf'), ' changed')
  expect(await codeOf('document.readAgain', again)).toBe('file_changed')
  expect(await codeOf('document.readAgain', { ...again, languages: ['xx'] })).toBe(
    'language_missing',
  )
  expect(await view()).toEqual(before)
  await app.close()
})

test('the end of the program ends a new reading, and the next start has the document as it was', async () => {
  const gate = createGate()
  const first = await oneDocument({ pool: readingPool(gate.pass) })
  const { dataDir, documentId, view } = first
  const before = await view()
  const reading = first.codeOf('document.readAgain', { documentId, mode: 'ocr' })
  await gate.reached(1)
  await first.app.close()
  expect(await reading).toBe('cancelled')
  const { app, call } = await openTestApp(dataDir)
  expect(await call('document.get', { documentId })).toEqual(before)
  await app.close()
})

test('a retry of the batch leaves a document alone that a person had read again', async () => {
  const pool = readingPool()
  const { readPage } = pool
  const faulty = stubPool({
    async readPage(task) {
      if (task.page === 2) throw new AppError('page_too_large')
      return readPage(task)
    },
  })
  const { app, call, batchId, again, view } = await oneDocument({ pool: faulty })
  const after = await again()
  await call('batch.retry', { batchId })
  await app.idle(batchId)
  expect(await view()).toEqual(after)
  await app.close()
})
