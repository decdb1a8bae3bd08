import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fieldOf, openDesk, sidesOf } from './testing/reviewDesk.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

test('a rejected document waits for nobody, and rows, counts and exports say why it was rejected', async () => {
  const desk = await openDesk()
  const { call, batchId, documentId } = desk
  const before = await desk.view()
  const after = await call('document.reject', { documentId, reason: 'Not addressed to us.' })
  expect(after).toMatchObject({
    ...{ status: 'completed', review: 'rejected', reviewReason: 'Not addressed to us.' },
  })
  const { rows } = await call('batch.documents', { batchId })
  expect(rows).toMatchObject([
    { status: 'completed', review: 'rejected', reviewReason: 'Not addressed to us.' },
  ])
  expect(await call('batch.get', { batchId })).toMatchObject({
    ...{ rejected: 1, postponed: 0, counts: { completed: 1, needs_review: 0 } },
  })
  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId, path })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject([
    { review: 'rejected', review_reason: 'Not addressed to us.', needs_review: false },
  ])
  const { desk: again, sides, expected } = await sidesOf(desk, { before, after })
  expect(sides).toEqual(expected)
  await again.app.close()
})

test('a correction of a rejected document leaves it rejected', async () => {
  const desk = await openDesk()
  const { call, documentId } = desk
  const { fields } = await call('document.reject', { documentId, reason: 'A copy.' })
  const fieldId = fields[0]?.id ?? 0
  const after = await call('document.correct', { documentId, fieldId, value: 'A-1' })
  expect(after).toMatchObject({ review: 'rejected', status: 'completed' })
  await desk.app.close()
})

test('a postponed document still needs review and comes last among those that do', async () => {
  const { app, call } = await openTestApp(testFolder())
  const files = {
    'a.pdf': '1 page A review',
    'b.pdf': '1 page B review',
    'c.pdf': '1 page C review',
  }
  const { id } = await call('batch.create', { paths: [testFolder(files)] })
  await app.idle(id)
  const [a, b, c] = [1, 2, 3].map((seq) => `${id}-${seq}-1`) as [string, string, string]
  const next = async (documentId: string) =>
    (await call('document.get', { documentId })).nextToReviewId
  expect([await next(a), await next(b), await next(c)]).toEqual([b, c, a])
  const postponed = await call('document.postpone', { documentId: b })
  expect(postponed).toMatchObject({ status: 'needs_review', postponed: { until: null } })
  expect([await next(a), await next(b), await next(c)]).toEqual([c, c, a])
  await call('document.approve', { documentId: c })
  await call('document.approve', { documentId: a })
  expect([await next(a), await next(b)]).toEqual([b, null])
  expect(await call('batch.get', { batchId: id })).toMatchObject({ postponed: 1 })
  const { rows } = await call('batch.documents', { batchId: id, statuses: ['needs_review'] })
  expect(rows).toMatchObject([{ documentId: b, isPostponed: true }])
  await call('document.undo', { documentId: b })
  expect(await call('batch.get', { batchId: id })).toMatchObject({ postponed: 0 })
  await app.close()
})

test('a document that was postponed to a day takes its turn again when the day has come', async () => {
  const { app, call } = await openTestApp(testFolder())
  const files = {
    'a.pdf': '1 page A review',
    'b.pdf': '1 page B review',
    'c.pdf': '1 page C review',
  }
  const { id } = await call('batch.create', { paths: [testFolder(files)] })
  await app.idle(id)
  const until = '2026-05-04T00:00:00.000Z'
  await call('document.postpone', { documentId: `${id}-2-1`, until })
  const { nextToReviewId } = await call('document.get', { documentId: `${id}-1-1` })
  expect(nextToReviewId).toBe(`${id}-2-1`)
  await app.close()
})

test('an export says until when a review was postponed', async () => {
  const desk = await openDesk()
  const { call, batchId, documentId } = desk
  const before = await desk.view()
  const until = '2027-01-01T00:00:00.000Z'
  const after = await call('document.postpone', { documentId, until })
  const path = join(testFolder(), 'r.json')
  await call('export.write', { batchId, path })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject([{ postponed: { until } }])
  const { desk: again, sides, expected } = await sidesOf(desk, { before, after })
  expect(sides).toEqual(expected)
  await again.call('document.approve', { documentId })
  expect(await again.codeOf('document.postpone', { documentId })).toBe('invalid_input')
  await again.app.close()
})

test('an accepted value keeps its text and place, and nobody is asked about it again', async () => {
  const desk = await openDesk()
  const { call, documentId } = desk
  const before = await desk.view()
  const total = fieldOf(before, 'grand_total')
  expect(total.doubt).toBe('Not sure enough to pass without a look.')
  const after = await call('document.accept', { documentId, fieldId: total.id })
  expect(fieldOf(after, 'grand_total')).toMatchObject({
    ...{ value: '119.00', raw: total.raw, provenance: total.provenance, confidence: 1 },
    ...{ needsReview: false, reasons: [], corrected: false, accepted: true, doubt: null },
    why: 'Right of its label. You accepted it.',
  })
  expect(after.status).toBe('completed')
  const { desk: again, sides, expected } = await sidesOf(desk, { before, after })
  expect(sides).toEqual(expected)
  const reread = await again.call('document.readAgain', { documentId, mode: 'ocr' })
  expect(fieldOf(reread, 'grand_total')).toMatchObject({ accepted: true, needsReview: false })
  await again.app.close()
})
