import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { ReadPageTask } from '../../workers/tasks.ts'
import { packedZeros, pngBytes } from '../../workers/testing/pngBytes.ts'
import { createPool } from './pool.ts'

const workerFile = join(import.meta.dirname, 'testing', 'faultyWorker.ts')
const pool = createPool({ workerFile, threads: 2, pageSeconds: 1 })
// Threads that died start anew, which on a busy machine takes longer than the other's pages may.
const calm = createPool({ workerFile, threads: 2, pageSeconds: 20 })
afterAll(() => Promise.all([pool.close(), calm.close()]))

const page = (path: string): ReadPageTask => ({
  path,
  passwords: [],
  type: 'pdf',
  page: 4,
  settings: { mode: 'auto', languages: [] },
  engineFiles: { ocrDirs: [] },
  previewFile: null,
})

test.each(['hangs', 'spins'])('a page that %s is given up when its time is up', async (path) => {
  await expect(pool.readPage(page(path))).rejects.toMatchObject({
    code: 'page_timeout',
    details: { file: path, page: 4, seconds: 1 },
  })
})

test.each([
  ['exits', 'internal', 'the reader of “exits” stopped'],
  ['throws', undefined, 'rubbish'],
  ['dies later', undefined, 'after the answer'],
  ['refuses', 'page_too_large', 'larger than Sheaf can read'],
])('a page whose reader %s is that page’s trouble alone', async (path, code, sentence) => {
  const others = Array.from({ length: 6 }, () => calm.readPage(page('fine')))
  const failed = calm.readPage(page(path))
  await expect(failed).rejects.toThrow(sentence)
  if (code) await expect(failed).rejects.toMatchObject({ code })
  expect(await Promise.all(others)).toHaveLength(6)
  expect(await calm.readPage(page('fine'))).toMatchObject({ page: { number: 4 } })
})

test('a page that eats all memory ends its thread, not the program', async () => {
  const patient = createPool({ workerFile, threads: 1, pageSeconds: 60, heapMegabytes: 64 })
  await expect(patient.readPage(page('eats memory'))).rejects.toMatchObject({
    code: 'out_of_memory',
  })
  expect(await patient.readPage(page('fine'))).toMatchObject({ engine: 'stub' })
  await patient.close()
})

test('a picture that takes too long to decode is given up, and the next page is read', async () => {
  const [width, height] = [20_000, 20_000]
  const packed = packedZeros((width * 4 + 1) * height)
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-pool-'))
  const slow = join(folder, 'slow.png')
  writeFileSync(slow, pngBytes({ width, height, bits: 8, colourType: 6, packed }))
  const real = join(import.meta.dirname, '../../workers/index.ts')
  const impatient = createPool({ workerFile: real, threads: 1, pageSeconds: 1 })
  await expect(impatient.readPage({ ...page(slow), type: 'png', page: 1 })).rejects.toMatchObject({
    code: 'page_timeout',
  })
  expect(await impatient.inspectFile({ path: slow, passwords: [] })).toMatchObject({ type: 'png' })
  await impatient.close()
})

test('a time limit begins when the page does, not when it was asked for', async () => {
  const narrow = createPool({ workerFile, threads: 1, pageSeconds: 1 })
  const slow = narrow.readPage(page('hangs')).catch((error) => error.code)
  const next = narrow.readPage(page('hangs')).catch((error) => error.code)
  const last = narrow.readPage(page('fine'))
  expect(await slow).toBe('page_timeout')
  expect(await next).toBe('page_timeout')
  expect(await last).toMatchObject({ engine: 'stub' })
  await narrow.close()
})

test('what a person looks at does not wait for the pages of a batch', async () => {
  const busy = createPool({ workerFile, threads: 1, pageSeconds: 20 })
  const stop = new AbortController()
  const pages = [1, 2, 3].map(() =>
    busy.readPage(page('hangs'), { signal: stop.signal }).catch(() => {}),
  )
  await busy.renderPreview(
    { path: 'x', passwords: [], type: 'pdf', page: 1, rotation: 0, previewFile: 'y' },
    { urgent: true },
  )
  stop.abort()
  await Promise.all(pages)
  await busy.close()
})

test('while a batch takes every thread, one more is ready for a person', async () => {
  const busy = createPool({ workerFile, threads: 2, pageSeconds: 20 })
  const look = { path: 'x', passwords: [], page: 1, rotation: 0, previewFile: 'y' } as const
  const wasReady = () => busy.renderPreview({ ...look, type: 'pdf' }, { urgent: true })
  const stop = new AbortController()
  const { signal } = stop
  await busy.readPage(page('fine'))
  const pages = [busy.readPage(page('hangs'), { signal })]
  expect(await wasReady()).toBe(false)
  pages.push(busy.readPage(page('hangs'), { signal }))
  expect(await wasReady()).toBe(true)
  stop.abort()
  await Promise.allSettled(pages)
  await busy.close()
})

test('what is urgent does not wait for the pages of a batch either', async () => {
  const busy = createPool({ workerFile, threads: 1, pageSeconds: 20 })
  const stop = new AbortController()
  const pages = [1, 2, 3].map(() =>
    busy.readPage(page('hangs'), { signal: stop.signal }).catch(() => {}),
  )
  const urgent = await busy.readPage(page('fine'), { urgent: true })
  expect(urgent).toMatchObject({ engine: 'stub' })
  stop.abort()
  await Promise.all(pages)
  await busy.close()
})

test('an aborted task ends at once, running or waiting', async () => {
  const stop = new AbortController()
  const tasks = Array.from({ length: 5 }, () =>
    pool.readPage(page('spins'), { signal: stop.signal }),
  )
  setTimeout(() => stop.abort(new Error('enough')), 200)
  const results = await Promise.allSettled(tasks)
  expect(results.map((result) => result.status === 'rejected' && result.reason.message)).toEqual(
    Array(5).fill('enough'),
  )
  expect(await pool.readPage(page('fine'))).toMatchObject({ engine: 'stub' })
})

test('a worker file that cannot be loaded fails every task instead of keeping it waiting', async () => {
  const broken = createPool({ workerFile: `${workerFile}.missing`, threads: 2 })
  await expect(broken.readPage(page('fine'))).rejects.toThrow()
  await expect(broken.readPage(page('fine'))).rejects.toThrow()
  await broken.close()
})
