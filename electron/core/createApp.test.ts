import { expect, test } from 'vitest'
import { stubPool } from './testing/stubPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

test('a folder of files becomes documents', async () => {
  const source = testFolder({ '10.pdf': '1 page ten', '2.pdf': '3 pages two review', 'x.pdf': '' })
  const pool = stubPool()
  const { app, call } = await openTestApp(testFolder(), { pool })
  const { id } = await call('batch.create', { paths: [source] })
  const batch = await app.idle(id)
  expect(batch).toMatchObject({
    lifecycle: 'finished',
    outcome: 'partial_failed',
    counts: { completed: 1, needs_review: 1, failed: 1, pending: 0, running: 0 },
    pagesDone: 4,
    pagesTotal: 4,
    percent: 100,
  })
  const { rows } = await call('batch.documents', { batchId: id })
  expect(rows.map(({ filename, status }) => `${filename} ${status}`)).toEqual([
    '2.pdf needs_review',
    '10.pdf completed',
    'x.pdf failed',
  ])
  expect(pool.reads.toSorted()).toEqual(['10.pdf:1', '2.pdf:1', '2.pdf:2', '2.pdf:3'])
  await app.close()
})
