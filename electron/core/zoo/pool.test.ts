import { expect, test } from 'vitest'
import { AppError } from '../../../workers/errors.ts'
import type { Pool } from '../pool.ts'
import { stubPage, stubPool } from '../testing/stubPool.ts'
import { openTestApp, testFolder } from '../testing/testApp.ts'
import { accounted } from './accounted.ts'

const source = testFolder({ '1.pdf': '2 pages', '2.pdf': '6 pages bad', '3.pdf': '3 pages' })

type ReadPage = Pool['readPage']

/** A pool that reads every page but the fourth of the second file. */
const poolWith = (fourth: ReadPage) =>
  stubPool({
    async readPage(task, ...more) {
      if (task.path.endsWith('2.pdf') && task.page === 4) return fourth(task, ...more)
      return { page: await stubPage(task), engine: 'stub 1', seconds: 1, previewWritten: false }
    },
  })

const fourthPages: readonly [string, string, ReadPage][] = [
  ['crashes', 'internal', () => Promise.reject(new Error('the thread exited with code 139'))],
  ['hangs until it is given up', 'page_timeout', () => fails('page_timeout')],
  ['runs out of memory', 'out_of_memory', () => fails('out_of_memory')],
  ['throws something that is no error', 'internal', () => Promise.reject('rubbish')],
  ['answers nothing', 'internal', () => Promise.resolve(undefined as never)],
  ['answers rubbish', 'internal', () => Promise.resolve({ page: 'four' } as never)],
  ['answers with another page', 'internal', async (task) => another(task)],
]

function fails(code: 'page_timeout' | 'out_of_memory'): Promise<never> {
  return Promise.reject(new AppError(code, { seconds: 120 }))
}

async function another(task: Parameters<ReadPage>[0]) {
  const page = await stubPage({ ...task, page: 2 })
  return { page, engine: 'stub 1', seconds: 1, previewWritten: false }
}

test.each(fourthPages)(
  'a pool that %s on page 4 costs that page alone (%s)',
  async (_, code, fourth) => {
    const test = await openTestApp(testFolder(), { pool: poolWith(fourth) })
    const { id } = await test.call('batch.create', { paths: [source] })
    await test.app.idle(id)
    const ledger = await accounted(test, id)
    expect(ledger).toMatchObject({
      files: { all: 3, read: 3, failed: 0 },
      pages: { all: 11, read: 10, failed: 1 },
      incomplete: 1,
      reasons: [{ state: 'failed', code, pages: 1, partly: 1 }],
    })
    const { rows } = await test.call('batch.documents', { batchId: id })
    expect(rows.map(({ status, missingPages }) => [status, missingPages])).toEqual([
      ['completed', []],
      ['needs_review', [4]],
      ['completed', []],
    ])
    await test.app.close()
  },
)

test.each([
  ['crashes', () => Promise.reject(new Error('the thread exited'))],
  ['answers rubbish', () => Promise.resolve({ pageCount: 'many' } as never)],
] as const)('a pool that %s when it opens a file costs that file alone', async (_, inspect) => {
  const stub = stubPool()
  const pool = stubPool({
    inspectFile: (task, ...more) =>
      task.path.endsWith('2.pdf') ? inspect() : stub.inspectFile(task, ...more),
  })
  const test = await openTestApp(testFolder(), { pool })
  const { id } = await test.call('batch.create', { paths: [source] })
  await test.app.idle(id)
  expect(await accounted(test, id)).toMatchObject({
    files: { all: 3, read: 2, failed: 1 },
    pages: { all: 5, read: 5 },
    uncounted: 1,
  })
  await test.app.close()
})

test('every page fails: each has its reason, and so does the file', async () => {
  const pool = stubPool({
    readPage: ({ page }) => fails(page === 1 ? 'page_timeout' : 'out_of_memory'),
  })
  const test = await openTestApp(testFolder(), { pool })
  const { id } = await test.call('batch.create', { paths: [source] })
  expect(await test.app.idle(id)).toMatchObject({ outcome: 'failed' })
  expect(await accounted(test, id)).toMatchObject({
    pages: { all: 11, read: 0, failed: 11 },
    reasons: [
      { code: 'out_of_memory', pages: 8 },
      { code: 'page_timeout', pages: 3, files: 3 },
    ],
  })
  await test.app.close()
})

test('an extraction that fails leaves its pages read and its file failed', async () => {
  const stub = stubPool()
  const pool = stubPool({
    extract: (task) =>
      task.pages.length === 6 ? Promise.reject(new Error('nonsense')) : stub.extract(task),
  })
  const test = await openTestApp(testFolder(), { pool })
  const { id } = await test.call('batch.create', { paths: [source] })
  await test.app.idle(id)
  expect(await accounted(test, id)).toMatchObject({
    files: { read: 2, failed: 1 },
    pages: { all: 11, read: 11, failed: 0 },
    reasons: [{ state: 'failed', code: 'internal', files: 1, pages: 0 }],
  })
  await test.app.close()
})
