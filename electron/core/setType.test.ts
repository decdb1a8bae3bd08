import { expect, test } from 'vitest'
import { readDocuments } from '../../workers/extraction/readDocuments.ts'
import { fieldOf, openDesk, sidesOf } from './testing/reviewDesk.ts'
import { stubPage, stubPool } from './testing/stubPool.ts'

const pool = () => stubPool({ extract: async (task) => ({ documents: readDocuments(task) }) })
const namesOf = ({ fields }: { fields: readonly { name: string }[] }) =>
  fields.map(({ name }) => name)

test('another type finds its own fields in the kept pages, and nothing is read', async () => {
  const own = pool()
  const desk = await openDesk('1 page A-17 review', { pool: own })
  const { call, documentId } = desk
  const first = await call('document.setType', { documentId, template: 'invoice' })
  expect(first).toMatchObject({ type: 'invoice', typeConfidence: 1 })
  expect(namesOf(first)).toEqual(['invoice_number', 'grand_total'])
  const after = await call('document.setType', { documentId, template: 'receipt' })
  expect(after).toMatchObject({ type: 'receipt' })
  expect(namesOf(after)).toEqual(['grand_total'])
  expect(own.reads).toHaveLength(1)
  const { desk: again, sides, expected } = await sidesOf(desk, { before: first, after })
  expect(sides).toEqual(expected)
  await again.app.close()
})

test('a correction stays where the other type has a field of that name, and comes back with an undo', async () => {
  const desk = await openDesk('1 page A-17 review', { pool: pool() })
  const { call, documentId } = desk
  const invoice = await call('document.setType', { documentId, template: 'invoice' })
  const correct = (name: string, value: string) =>
    call('document.correct', { documentId, fieldId: fieldOf(invoice, name).id, value })
  await correct('invoice_number', 'A-17')
  const corrected = await correct('grand_total', '7.00')
  const receipt = await call('document.setType', { documentId, template: 'receipt' })
  expect(receipt.fields).toMatchObject([{ name: 'grand_total', value: '7.00', corrected: true }])
  expect(await desk.undo()).toEqual(corrected)
  await desk.app.close()
})

test('a type that a person gave is kept when the pages are read again', async () => {
  const desk = await openDesk('1 page A-17 review', { pool: pool() })
  const { call, documentId } = desk
  await call('document.setType', { documentId, template: 'receipt' })
  expect(await call('document.readAgain', { documentId, mode: 'ocr' })).toMatchObject({
    type: 'receipt',
  })
  await desk.app.close()
})

test('a person who waits goes before batches: for another type, a turned page, another reading', async () => {
  const asked: unknown[] = []
  const own = stubPool({
    async extract(task, options) {
      asked.push(options?.urgent)
      return { documents: readDocuments(task) }
    },
    async readPage(task, options) {
      asked.push(options?.urgent)
      return { page: await stubPage(task), engine: 'e', seconds: 0, previewWritten: false }
    },
  })
  const desk = await openDesk('1 page A-17 review', { pool: own })
  const { call, documentId } = desk
  asked.length = 0
  await call('document.setType', { documentId, template: 'receipt' })
  await call('document.rotate', { documentId, page: 1, turn: 90 })
  await call('document.readAgain', { documentId, mode: 'ocr' })
  expect(asked).toEqual([true, true, true, true, true])
  await desk.app.close()
})

test('a type that nobody knows is refused, and the known ones are named', async () => {
  const { app, documentId } = await openDesk()
  const result = await app.dispatch('document.setType', { documentId, template: 'poem' })
  expect(result).toMatchObject({ ok: false, error: { code: 'no_template' } })
  expect(result.ok ? '' : result.error.message).toContain('invoice, receipt')
  await app.close()
})
