import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase, rows } from './db/open.ts'
import { fieldOf, openDesk, sidesOf } from './testing/reviewDesk.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

test('what was taken back is done again in the order in which it was done, also after a restart', async () => {
  const desk = await openDesk()
  const { call, documentId } = desk
  const before = await desk.view()
  const fieldId = fieldOf(before, 'grand_total').id
  const once = await call('document.correct', { documentId, fieldId, value: '1.00' })
  const twice = await call('document.correct', { documentId, fieldId, value: '2.00' })
  const approved = await call('document.approve', { documentId })
  expect(await desk.moves()).toEqual({ undo: 'approved', redo: null })
  expect(await desk.undo()).toEqual(twice)
  expect(await desk.moves()).toEqual({ undo: 'corrected', redo: 'approved' })
  await desk.undo()
  expect(await desk.undo()).toEqual(before)
  expect(await desk.moves()).toEqual({ undo: null, redo: 'corrected' })

  const again = await desk.restart()
  expect(await again.redo()).toEqual(once)
  expect(await again.redo()).toEqual(twice)
  expect(await again.undo()).toEqual(once)
  await again.redo()
  expect(await again.redo()).toEqual(approved)
  expect(await again.codeOf('document.redo', { documentId })).toBe('invalid_input')
  await again.app.close()
})

test('something new ends what could be done again', async () => {
  const desk = await openDesk()
  const { call, codeOf, documentId } = desk
  const fieldId = fieldOf(await desk.view(), 'grand_total').id
  await call('document.correct', { documentId, fieldId, value: '1.00' })
  await desk.undo()
  await call('document.correct', { documentId, fieldId, value: '5.00' })
  expect(await desk.moves()).toEqual({ undo: 'corrected', redo: null })
  expect(await codeOf('document.redo', { documentId })).toBe('invalid_input')
  expect(fieldOf(await desk.view(), 'grand_total').value).toBe('5.00')
  await desk.app.close()
})

test('a new reading is taken back and done again with the ids of its fields', async () => {
  const desk = await openDesk()
  const { call, documentId } = desk
  const before = await desk.view()
  const after = await call('document.readAgain', { documentId, mode: 'ocr' })
  const { desk: again, sides, expected } = await sidesOf(desk, { before, after })
  expect(sides).toEqual(expected)
  await again.app.close()
})

test('ids of fields that were taken away are never given to others', async () => {
  const desk = await openDesk()
  const { call, app, documentId } = desk
  const after = await call('document.readAgain', { documentId, mode: 'ocr' })
  await desk.undo()
  // The next documents would get the highest free ids: those that the redo needs.
  const { id } = await call('batch.create', { paths: [testFolder({ 'b.pdf': '1 page B-2' })] })
  await app.idle(id)
  expect(await desk.redo()).toMatchObject({ fields: after.fields })
  const other = await call('document.get', { documentId: `${id}-1-1` })
  expect(other.fields.map(({ value }) => value)).toEqual(['B-2', '119.00'])
  await app.close()
})

test('every act keeps what it changed, before and after, with the place on the page', async () => {
  const dataDir = testFolder()
  const { app, call } = await openTestApp(dataDir)
  const { id } = await call('batch.create', {
    paths: [testFolder({ 'a.pdf': '1 page A-17 review' })],
  })
  await app.idle(id)
  const documentId = `${id}-1-1`
  const { fields } = await call('document.get', { documentId })
  await call('document.take', { documentId, fieldId: fields[1]?.id ?? 0, candidate: 2 })
  await app.close()
  const db = openDatabase(join(dataDir, 'sheaf.db'))
  const [event] = rows<{ before: string; after: string }>(
    db,
    `select before, after from field_events where kind = 'corrected'`,
  )
  expect(JSON.parse(event?.before ?? '').fields).toMatchObject([
    { value: '119.00', provenance: { page: 1, text: '119.00' }, corrected: false },
  ])
  expect(JSON.parse(event?.after ?? '').fields).toMatchObject([
    { value: '999.00', raw: '999,00', corrected: true },
  ])
})
