import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Output } from '../contract.ts'
import { valuesSql } from './db/fieldValues.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase, rows } from './db/open.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

async function batch() {
  const test = await openTestApp(testFolder())
  const files = {
    ...{ 'a.pdf': '1 page A-1', 'b.pdf': '1 page B-2 review', 'c.pdf': '1 page C-3' },
    ...{ 'd.pdf': '1 page D-4 review', 'e.pdf': 'file_damaged' },
  }
  const { id: batchId } = await test.call('batch.create', { paths: [testFolder(files)] })
  await test.app.idle(batchId)
  return { ...test, batchId, idOf: (item: number) => `${batchId}-${item}-1` }
}

// Two documents of equal doubt come in the order in which they were read, and they are read side by side.
const doubtfulFirst = [
  ['b.pdf', 'd.pdf'],
  ['a.pdf', 'c.pdf'],
]
const inPairs = (names: readonly string[]) => [
  names.slice(0, 2).toSorted(),
  names.slice(2).toSorted(),
]

test('the same field of all documents comes the most doubtful first, with its picture', async () => {
  const { app, call, batchId } = await batch()
  const { rows, after } = await call('batch.values', { batchId, field: 'grand_total' })
  expect(rows.map(({ needsReview }) => needsReview)).toEqual([true, true, false, false])
  expect(inPairs(rows.map(({ filename }) => filename))).toEqual(doubtfulFirst)
  expect(after).toBeNull()
  expect(rows[0]).toMatchObject({
    ...{ value: '119.00', raw: '119.00', confidence: 0.4, status: 'needs_review' },
    provenance: {
      page: 1,
      box: [10, 20, 30, 40],
      imageId: expect.stringMatching(/^[0-9a-f]{64}-1$/),
    },
  })
  await app.close()
})

test('slices follow each other without a gap, also by status', async () => {
  const { app, call, batchId } = await batch()
  const input = { batchId, field: 'grand_total', limit: 1 } as const
  const seen: string[] = []
  let after: Output<'batch.values'>['after'] = null
  do {
    const slice: Output<'batch.values'> = await call('batch.values', { ...input, after })
    seen.push(...slice.rows.map(({ filename }) => filename))
    after = slice.after
  } while (after)
  expect(inPairs(seen)).toEqual(doubtfulFirst)
  const settled = await call('batch.values', { ...input, limit: 9, statuses: ['completed'] })
  expect(settled.rows.map(({ filename }) => filename).toSorted()).toEqual(['a.pdf', 'c.pdf'])
  await app.close()
})

test('accepting many is an act of each document, taken back by itself', async () => {
  const { app, call, batchId, idOf } = await batch()
  expect(await call('batch.fields', { batchId })).toMatchObject([
    { name: 'grand_total', label: 'grand total', type: 'amount', doubtful: 2 },
    { name: 'invoice_number', doubtful: 0 },
  ])
  const before = await call('document.get', { documentId: idOf(4) })
  const documentIds = [idOf(2), idOf(4), 'of-another-batch']
  const accept = () => call('batch.acceptValues', { batchId, field: 'grand_total', documentIds })
  expect(await accept()).toEqual({ documentIds: [idOf(2), idOf(4)] })
  expect(await accept()).toEqual({ documentIds: [] })
  expect((await call('batch.fields', { batchId }))[0]).toMatchObject({ doubtful: 0 })
  expect(await call('batch.get', { batchId })).toMatchObject({
    counts: { completed: 4, needs_review: 0 },
  })
  // The other one stays accepted, and so it does not come next.
  expect(await call('document.undo', { documentId: idOf(4) })).toEqual({
    ...{ ...before, nextToReviewId: null },
  })
  expect((await call('batch.fields', { batchId }))[0]).toMatchObject({ doubtful: 1 })
  await app.close()
})

test('a slice is found in the index, however many values there are', () => {
  const db = openDatabase(join(testFolder(), 'sheaf.db'))
  migrate(db)
  const after = { needsReview: true, confidence: 0.5, fieldId: 1 }
  const { sql, params } = valuesSql({ batchId: 'b', field: 'f', statuses: [], after, limit: 9 })
  const plan = rows<{ detail: string }>(db, `explain query plan ${sql}`, params)
  expect(
    plan.map(({ detail }) => detail).filter((step) => /^SCAN (?!json_each)|TEMP B-TREE/.test(step)),
  ).toEqual([])
  expect(plan[0]?.detail).toContain('fields_by_name')
})
