import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reviewThreshold } from '../../workers/extraction/confidence.ts'
import type { ExtractedDocument } from '../../workers/model.ts'
import type { Forecast } from '../views.ts'
import { openDatabase, row } from './db/open.ts'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, type TestApp, testFolder } from './testing/testApp.ts'

/** A pool whose documents are as sure as the second word of their file says, flagged as the engine does. */
function surePool() {
  const stub = stubPool()
  return stubPool({
    async extract(task) {
      const { documents } = await stub.extract(task)
      const confidence = Number(task.pages[0]?.words[2]?.text)
      const isSure = confidence >= reviewThreshold
      return { documents: documents.map((document) => withTotal(document, confidence, isSure)) }
    },
  })
}

function withTotal(document: ExtractedDocument, confidence: number, isSure: boolean) {
  const reasons = isSure ? [] : (['label_missing'] as const)
  const fields = document.fields.map((field) =>
    field.name === 'grand_total'
      ? { ...field, confidence, reasons, needsReview: !isSure }
      : { ...field, confidence: 0.99 },
  )
  return { ...document, fields, tables: {}, needsReview: !isSure }
}

const confidences = [0.3, 0.6, 0.75, 0.85, 0.93, 0.96, 0.985, 0.99]
const source = testFolder(
  Object.fromEntries(confidences.map((sure, i) => [`${i}.pdf`, `1 page ${sure}`])),
)

async function batchOf(threshold: number | null = null, opened?: TestApp) {
  const test = opened ?? (await openTestApp(testFolder(), { pool: surePool() }))
  const { id: batchId } = await test.call('batch.create', { paths: [source], threshold })
  const { counts } = await test.app.idle(batchId)
  const doubtful = async () => (await test.call('batch.get', { batchId })).counts.needs_review
  return { ...test, batchId, doubtful, first: counts.needs_review }
}

const looksOf = ({ looks }: Forecast) =>
  Object.fromEntries(looks.map(({ threshold, documents }) => [threshold, documents]))

test('what is counted for a threshold is what there is to look at under it, up and down', async () => {
  const { app, call, batchId, doubtful, first } = await batchOf()
  expect(first).toBe(5)
  const forecast = await call('batch.forecast', { batchId })
  expect(forecast).toMatchObject({ documents: 8, basis: 'counted', threshold: reviewThreshold })
  expect(looksOf(forecast)).toEqual({
    0.5: 1,
    0.7: 2,
    0.8: 3,
    0.9: 4,
    [reviewThreshold]: 5,
    0.97: 6,
    0.99: 7,
  })
  expect(await doubtful()).toBe(5)
  for (const { threshold, documents } of [...forecast.looks, ...forecast.looks.toReversed()]) {
    await call('batch.setThreshold', { batchId, threshold })
    expect(await doubtful()).toBe(documents)
    expect(looksOf(await call('batch.forecast', { batchId }))).toEqual(looksOf(forecast))
  }
  await call('batch.setThreshold', { batchId, threshold: null })
  expect(await doubtful()).toBe(5)
  await app.close()
})

test('a value that is shown again says why it was in doubt at first', async () => {
  for (const threshold of [null, 0.5]) {
    const { app, call, batchId } = await batchOf(threshold)
    const { rows } = await call('batch.documents', { batchId })
    const documentId = rows[2]?.documentId ?? ''
    const reasons = async () =>
      (await call('document.get', { documentId })).fields.find(({ name }) => name === 'grand_total')
        ?.reasons
    await call('batch.setThreshold', { batchId, threshold: 0.5 })
    expect(await reasons()).toEqual([])
    await call('batch.setThreshold', { batchId, threshold: 0.97 })
    expect(await reasons()).toEqual(['label_missing'])
    await app.close()
  }
})

test('a batch is started with its threshold, keeps it frozen, and says so', async () => {
  const test = await batchOf(0.8)
  const { app, call, batchId, first } = test
  expect(first).toBe(3)
  const report = await call('batch.preflight', { batchId })
  expect(report.decisions.threshold).toBe(0.8)
  const [difference] = await call('batch.differences', { batchId })
  expect(difference).toMatchObject({ kind: 'settings', before: '80 %' })
  const copy = await call('batch.duplicate', { batchId, templates: 'frozen' })
  expect((await app.idle(copy.id)).counts.needs_review).toBe(3)
  const { rows } = await call('batch.documents', { batchId })
  const documentId = rows[3]?.documentId ?? ''
  await call('document.setType', { documentId, template: 'receipt' })
  expect(await call('document.get', { documentId })).toMatchObject({ status: 'completed' })
  expect(await test.codeOf('batch.create', { paths: [source], threshold: 2 })).toBe('invalid_input')
  await app.close()
})

test('what a person settled stays settled, and undo brings back a value flagged as it is now', async () => {
  const { app, call, batchId, doubtful } = await batchOf()
  const { rows } = await call('batch.documents', { batchId })
  const [first = '', second = '', , fourth = ''] = rows.map(({ documentId }) => documentId ?? '')
  const total = async (documentId: string) =>
    (await call('document.get', { documentId })).fields.find(({ name }) => name === 'grand_total')
  const fieldId = (await total(first))?.id ?? 0
  await call('document.correct', { documentId: first, fieldId, value: '5,00' })
  await call('document.approve', { documentId: second })
  const correctedLater = (await total(fourth))?.id ?? 0
  await call('document.correct', { documentId: fourth, fieldId: correctedLater, value: '7,00' })
  await call('batch.setThreshold', { batchId, threshold: 0.99 })
  expect(await total(first)).toMatchObject({ value: '5.00', needsReview: false, corrected: true })
  expect(await call('document.get', { documentId: second })).toMatchObject({ status: 'completed' })
  expect(await doubtful()).toBe(4)
  await call('batch.setThreshold', { batchId, threshold: 0.8 })
  const undone = await call('document.undo', { documentId: fourth })
  expect(undone).toMatchObject({ status: 'completed' })
  expect(await total(fourth)).toMatchObject({ corrected: false, needsReview: false, reasons: [] })
  await app.close()
})

test('a file that was removed comes back under the threshold of today', async () => {
  const { app, call, batchId, doubtful } = await batchOf()
  const { rows } = await call('batch.documents', { batchId })
  const itemIds = rows.slice(3, 4).map(({ itemId }) => itemId)
  await call('batch.remove', { batchId, itemIds })
  await call('batch.setThreshold', { batchId, threshold: 0.8 })
  await call('batch.putBack', { batchId, itemIds })
  expect(await doubtful()).toBe(3)
  await app.close()
})

test('before a start it goes by what was read here, and says when that is too little', async () => {
  const test = await openTestApp(testFolder(), { pool: surePool() })
  const draft = async () => {
    const { id: batchId } = await test.call('batch.draft', { paths: [source] })
    await test.app.inspected(batchId)
    const { forecast } = await test.call('batch.preflight', { batchId })
    const text = await test.call('batch.preflight', { batchId, kind: 'read' })
    expect(text.forecast).toBeNull()
    const receipt = await test.call('batch.preflight', { batchId, template: 'receipt' })
    await test.call('batch.discard', { batchId })
    return { forecast, receipt: receipt.forecast }
  }
  const { forecast: guess } = await draft()
  expect(guess).toMatchObject({ basis: 'guess', documents: 8, keptDocuments: 0 })
  for (let i = 0; i < 3; i++) await batchOf(null, test)
  const { forecast, receipt } = await draft()
  expect(forecast).toMatchObject({ basis: 'kept', keptDocuments: 24 })
  expect(looksOf(forecast as Forecast)).toMatchObject({ 0.7: 2, [reviewThreshold]: 5, 0.97: 6 })
  expect(receipt).toMatchObject({ basis: 'guess', keptDocuments: 0 })
  await test.app.close()
})

test('what a person settled does not make the next batch look easier than it is', async () => {
  const test = await openTestApp(testFolder(), { pool: surePool() })
  for (let i = 0; i < 3; i++) {
    const { batchId } = await batchOf(null, test)
    const { rows } = await test.call('batch.documents', { batchId })
    const documentIds = rows.flatMap(({ documentId }) => documentId ?? [])
    await test.call('batch.approve', { batchId, documentIds })
    await test.call('batch.setThreshold', { batchId, threshold: 0.5 })
  }
  const { id: batchId } = await test.call('batch.draft', { paths: [source] })
  await test.app.inspected(batchId)
  const { forecast } = await test.call('batch.preflight', { batchId })
  expect(looksOf(forecast as Forecast)).toMatchObject({ 0.7: 2, [reviewThreshold]: 5 })
  await test.app.close()
})

test('a batch without values has no threshold', async () => {
  const test = await openTestApp(testFolder(), { pool: surePool() })
  const { id: batchId } = await test.call('batch.create', { paths: [source], kind: 'read' })
  await test.app.idle(batchId)
  expect(await test.codeOf('batch.setThreshold', { batchId, threshold: 0.9 })).toBe('invalid_input')
  await test.app.close()
})

test('the threshold is in the frozen configuration, also when nobody chose one', async () => {
  const dataDir = testFolder()
  const { app, batchId } = await batchOf(null, await openTestApp(dataDir, { pool: surePool() }))
  await app.close()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  expect(
    row(db, `select config ->> '$.threshold' as at from batch_configs where batch_id = @batchId`, {
      batchId,
    }),
  ).toEqual({ at: reviewThreshold })
  db.close()
})
