import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { forkByNode } from '../forkByNode.ts'
import { createSupervisedPool } from './supervisedPool.ts'
import { openTestApp, testFolder } from './testing/testApp.ts'

// The process that reads gives way to every other one of a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const processFile = join(import.meta.dirname, '..', 'poolProcess.ts')
const workerFile = join(import.meta.dirname, 'testing', 'deadlyWorker.ts')

test('a batch with a page that always crashes ends with every page accounted for', async () => {
  const deaths: unknown[] = []
  const pool = createSupervisedPool({
    fork: forkByNode(processFile),
    workerFile,
    threads: 2,
    log: (event) => deaths.push(event),
  })
  const { app, call } = await openTestApp(testFolder(), { pool })
  const source = testFolder({
    '1.pdf': '5 pages slow one',
    '2.pdf': '6 pages slow SIGSEGV-4 two',
    '3.pdf': '1 page SIGABRT-1 three',
    '4.pdf': '3 pages four',
    '5.pdf': 'rubbish',
  })
  const { id: batchId } = await call('batch.create', { paths: [source] })
  expect(await app.idle(batchId)).toMatchObject({
    ...{ lifecycle: 'finished', outcome: 'partial_failed' },
    counts: { completed: 2, needs_review: 1, failed: 1, skipped: 1, pending: 0, running: 0 },
  })
  expect(deaths).toEqual(Array(6).fill('pool.died'))

  const { rows } = await call('batch.documents', { batchId })
  expect(rows.map(({ filename, error }) => [filename, error?.code, error?.message])).toEqual([
    ['1.pdf', undefined, undefined],
    ['2.pdf', undefined, undefined],
    ['3.pdf', 'gave_up', expect.stringMatching(/^Page 1 of “3.pdf” stopped the program three/)],
    ['4.pdf', undefined, undefined],
    ['5.pdf', 'unsupported_type', expect.any(String)],
  ])
  const { checks, pages } = await call('document.get', { documentId: `${batchId}-2-1` })
  expect(checks.filter(({ passed }) => !passed).map(({ sentence }) => sentence)).toEqual([
    'Page 4 could not be read: values on it are missing. Retry, or check them on paper.',
  ])
  expect(pages.map(({ number, error }) => [number, error?.code ?? 'read'])).toEqual([
    ...[1, 2, 3].map((page) => [page, 'read']),
    [4, 'gave_up'],
    ...[5, 6].map((page) => [page, 'read']),
  ])
  expect(app.factsOf(batchId)).toMatchObject({ pagesReadTwice: 0 })
  await app.close()
})
