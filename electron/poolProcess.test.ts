import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import type { ReadPageTask } from '../workers/tasks.ts'
import type { Fork } from './core/poolMessages.ts'
import {
  createSupervisedPool,
  type SupervisedPool,
  type SupervisedPoolOptions,
} from './core/supervisedPool.ts'
import { testFolder } from './core/testing/testApp.ts'
import { forkByNode } from './forkByNode.ts'
import { isAlive } from './testing/isAlive.ts'

// The process that reads gives way to every other one of a busy machine.
vi.setConfig({ testTimeout: 180_000 })

/** A zoo of processes that die, hang and lie: real ones, under a pool that outlives them. */
const childFile = join(import.meta.dirname, 'poolProcess.ts')
const workerFile = join(import.meta.dirname, 'core', 'testing', 'deadlyWorker.ts')

let pool: SupervisedPool
/** How each child ended that was not asked to. */
let deaths: unknown[] = []
afterEach(() => pool.close())

function open(options: Partial<SupervisedPoolOptions> = {}): SupervisedPool {
  deaths = []
  pool = createSupervisedPool({
    fork: forkByNode(childFile),
    workerFile,
    threads: 2,
    log: (event, facts) => {
      if (event === 'pool.died') deaths.push(facts?.how)
    },
    ...options,
  })
  return pool
}

const file = (content: string) => join(testFolder({ 'a.pdf': content }), 'a.pdf')

const page = (path: string, number: number): ReadPageTask => ({
  ...{ path, passwords: [], type: 'pdf', page: number, previewFile: null },
  settings: { mode: 'auto', languages: [] },
  engineFiles: { ocrDirs: [] },
})

/** What became of each page: its number as it was read, or the code of its error. */
const readAll = (path: string, pages: number) =>
  Promise.all(
    Array.from({ length: pages }, (_, i) =>
      pool.readPage(page(path, i + 1)).then(
        (reading) => reading.page.number,
        (error) => error.code,
      ),
    ),
  )

/** A child that stops as a whole, as if its main thread hung, whenever a page is begun. */
const stoppedByPages: Fork = () => {
  const child = forkByNode(childFile)()
  const pages = new Set<number>()
  return {
    ...child,
    post(message) {
      if (message.kind === 'call' && message.name === 'readPage') pages.add(message.id)
      child.post(message)
    },
    onMessage: (receive) =>
      child.onMessage((message) => {
        const { kind, id } = message as { kind: string; id: number }
        if (kind === 'begun' && pages.has(id)) process.kill(child.pid() ?? 0, 'SIGSTOP')
        receive(message)
      }),
  }
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await wait(10)
}

test.each(['SIGSEGV', 'SIGABRT', 'SIGKILL'])(
  'a page that ends the process by %s three times is given up by name, and all others are read',
  async (signal) => {
    open()
    const bad = file(`6 pages slow ${signal}-4`)
    const good = file('8 pages slow')
    const trouble = pool.readPage(page(bad, 4)).catch((error) => error)
    const outcomes = await Promise.all([readAll(good, 8), readAll(bad, 3)])
    expect(outcomes).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, 2, 3],
    ])
    const { code, details, message } = await trouble
    expect({ code, details }).toEqual({ code: 'gave_up', details: { file: 'a.pdf', page: 4 } })
    expect(message).toMatch(/^Page 4 of “a.pdf” stopped the program three times/)
    expect(deaths).toEqual([signal, signal, signal])
    expect(await pool.readPage(page(good, 1))).toMatchObject({ engine: 'stub 1' })
  },
)

test('a page that ends the process once is read, and nobody notices', async () => {
  open()
  expect(await readAll(file('5 pages slow SIGABRT-2-once'), 5)).toEqual([1, 2, 3, 4, 5])
  expect(deaths).toEqual(['SIGABRT'])
})

test('two pages that end the process are each told apart from their neighbours', async () => {
  open()
  const read = readAll(file('6 pages slow SIGSEGV-1 SIGABRT-2'), 6)
  expect(await read).toEqual(['gave_up', 'gave_up', 3, 4, 5, 6])
})

test('a process that stops as a whole is killed when its page’s time is over', async () => {
  open({ fork: stoppedByPages, pageSeconds: 1, graceSeconds: 0.5 })
  const inspect = () => pool.inspectFile({ path: file('3 pages'), passwords: [] })
  const neighbours = Promise.all([inspect(), inspect(), inspect()])
  expect(await readAll(file('1 page waits-1'), 1)).toEqual(['gave_up'])
  expect(await neighbours).toMatchObject([{ pageCount: 3 }, { pageCount: 3 }, { pageCount: 3 }])
  expect(deaths).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL'])
})

test('a page that hangs is given up by its own process, which goes on', async () => {
  open({ pageSeconds: 1 })
  const path = file('2 pages hangs-2')
  expect(await pool.readPage(page(path, 2)).catch((error) => error)).toMatchObject({
    ...{ code: 'page_timeout', details: { file: 'a.pdf', page: 2, seconds: 1 } },
  })
  expect(await pool.inspectFile({ path, passwords: [] })).toMatchObject({ pageCount: 2 })
  expect(deaths).toEqual([])
})

test('a page that eats all memory of its thread is that page’s trouble alone', async () => {
  open({ heapMegabytes: 64 })
  expect(await readAll(file('4 pages memory-3'), 4)).toEqual([1, 2, 'out_of_memory', 4])
  expect(deaths).toEqual([])
})

test.each(['text', 'nothing', 'half', 'wordless', 'code', 'uncloneable'])(
  'an answer that is rubbish (%s) fails its page and nothing else',
  async (rubbish) => {
    open()
    const path = file(`4 pages ${rubbish}-2`)
    expect(await readAll(path, 4)).toEqual([1, 'internal', 3, 4])
    expect(deaths).toEqual([])
  },
)

test('each caller gets its own answer, whichever is ready first', async () => {
  open()
  const [slow, quick] = [file('3 pages waits-3 one'), file('3 pages two')]
  const order: string[] = []
  const read = async (path: string, number: number) => {
    const { page: got } = await pool.readPage(page(path, number))
    order.push(got.words.map(({ text }) => text).join(' '))
  }
  const last = read(slow, 3)
  await Promise.all([read(quick, 1), read(quick, 2)])
  writeFileSync(`${slow}.go`, '')
  await last
  expect(order.slice(0, 2).toSorted()).toEqual(['3 pages two page1', '3 pages two page2'])
  expect(order[2]).toBe('3 pages waits-3 one page3')
})

test('what is aborted ends at once with its reason, running or waiting, and the process goes on', async () => {
  open()
  await pool.inspectFile({ path: file('1 page'), passwords: [] })
  const before = pool.childPid()
  const path = file('5 pages hangs-1 hangs-2 hangs-3 hangs-4')
  const stop = new AbortController()
  const { signal } = stop
  const tasks = [1, 2, 3, 4].map((n) => pool.readPage(page(path, n), { signal }))
  setTimeout(() => stop.abort(new Error('enough')), 200)
  const started = performance.now()
  for (const outcome of await Promise.allSettled(tasks))
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'enough' } })
  await expect(pool.readPage(page(path, 1), { signal })).rejects.toThrow('enough')
  expect(await pool.readPage(page(path, 5))).toMatchObject({ page: { number: 5 } })
  expect(performance.now() - started).toBeLessThan(5000)
  expect(pool.childPid()).toBe(before)
})

test('what is urgent does not wait for the pages of a batch', async () => {
  open({ threads: 1 })
  const path = file('4 pages hangs-1 hangs-2')
  const stop = new AbortController()
  const batch = [1, 2].map((n) => pool.readPage(page(path, n), { signal: stop.signal }))
  const outcomes = Promise.allSettled(batch)
  expect(await pool.readPage(page(path, 3), { urgent: true })).toMatchObject({
    page: { number: 3 },
  })
  stop.abort()
  await outcomes
})

test('a process that cannot start fails every call in plain words, and a later call tries again', async () => {
  const late = join(testFolder(), 'late.ts')
  open({ fork: forkByNode(late) })
  const path = file('2 pages')
  const outcomes = await Promise.allSettled([1, 2].map((n) => pool.readPage(page(path, n))))
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: {
        code: 'internal',
        message: expect.stringContaining(
          'the process that reads files could not be started (status 1)',
        ),
      },
    })
  expect(deaths).toHaveLength(3)
  writeFileSync(late, `import ${JSON.stringify(pathToFileURL(childFile).href)}\n`)
  expect(await readAll(path, 2)).toEqual([1, 2])
})

test('Ctrl-C in a terminal is for the program, not for the process that reads', async () => {
  open()
  const path = file('4 pages slow')
  await pool.readPage(page(path, 1))
  const rest = readAll(path, 4)
  process.kill(pool.childPid() ?? 0, 'SIGINT')
  process.kill(pool.childPid() ?? 0, 'SIGHUP')
  expect(await rest).toEqual([1, 2, 3, 4])
  expect(deaths).toEqual([])
})

test('it runs below the priority of other programs', async () => {
  open()
  await pool.readPage(page(file('1 page'), 1))
  expect(getPriority(pool.childPid() ?? 0)).toBe(constants.priority.PRIORITY_BELOW_NORMAL)
})

test('closing leaves no process behind, and what was in hand is told', async () => {
  open()
  const path = file('3 pages hangs-2')
  await pool.readPage(page(path, 1))
  const pid = pool.childPid() ?? 0
  const hanging = pool.readPage(page(path, 2)).catch((error) => error.code)
  expect(isAlive(pid)).toBe(true)
  await pool.close()
  expect(isAlive(pid)).toBe(false)
  expect(await hanging).toBe('internal')
  await expect(pool.readPage(page(path, 3))).rejects.toMatchObject({ code: 'internal' })
})

test('a program that is killed takes its reading process along, whatever that is doing', async () => {
  open()
  const parent = fork(
    join(import.meta.dirname, 'testing', 'poolParent.ts'),
    [file('1 page hangs-1')],
    { execArgv: [] },
  )
  const [pid] = (await once(parent, 'message')) as [number]
  expect(isAlive(pid)).toBe(true)
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  const killed = performance.now()
  await gone(pid)
  expect(performance.now() - killed).toBeLessThan(2000)
})
