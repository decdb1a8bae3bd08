import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ReadPageTask } from '../../workers/tasks.ts'
import type { ToChild } from './poolMessages.ts'
import { createSupervisedPool, type SupervisedPool } from './supervisedPool.ts'
import { stubPool } from './testing/stubPool.ts'
import { testFolder } from './testing/testApp.ts'

/** A child without a process: the test says what it tells and when it dies. */
class Child {
  readonly posted: ToChild[] = []
  kills = 0
  tell: (message: unknown) => void = () => {}
  die: (how: string) => void = () => {}

  ready = () => this.tell({ kind: 'ready' })
  /** Pages that it was given, in order. */
  pages = () =>
    this.posted.flatMap((each) => (each.kind === 'call' ? (each.task as ReadPageTask).page : []))
  begin(page: number) {
    this.tell({ kind: 'begun', id: this.idOf(page) })
  }
  async answer(page: number) {
    const call = this.posted.find(
      (each) => each.kind === 'call' && (each.task as ReadPageTask).page === page,
    )
    if (call?.kind !== 'call') throw new Error(`page ${page} was never asked for`)
    const value = await stubPool().readPage(call.task as ReadPageTask)
    this.tell({ kind: 'answer', id: call.id, result: { ok: true, value } })
  }
  idOf = (page: number) =>
    this.posted.flatMap((each) =>
      each.kind === 'call' && (each.task as ReadPageTask).page === page ? each.id : [],
    )[0]
}

let children: Child[]
let pool: SupervisedPool
const child = (index: number) => {
  const found = children[index]
  if (!found) throw new Error(`no child ${index} was started`)
  return found
}

let share = 1

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  children = []
  share = 1
  pool = createSupervisedPool({
    workerFile: 'none',
    threads: 2,
    pageSeconds: 10,
    graceSeconds: 5,
    share: () => share,
    fork: () => {
      const made = new Child()
      children.push(made)
      return {
        pid: () => children.length,
        post: (message) => made.posted.push(structuredClone(message)),
        onMessage: (receive) => {
          made.tell = receive
        },
        onExit: (ended) => {
          made.die = ended
        },
        kill: () => {
          made.kills++
        },
      }
    },
  })
})
afterEach(() => vi.useRealTimers())

const path = `${testFolder({ 'a.pdf': '9 pages' })}/a.pdf`
const task = (page: number): ReadPageTask => ({
  ...{ path, passwords: [], type: 'pdf', page, previewFile: null },
  settings: { mode: 'auto', languages: [] },
  engineFiles: { ocrDirs: [] },
})
const read = (page: number) =>
  pool.readPage(task(page)).then(
    ({ page: { number } }) => number,
    (error) => error.code ?? error.message,
  )

test('no process is started before there is something to do', () => {
  expect(children).toHaveLength(0)
  expect(pool.childPid()).toBeNull()
})

test('what was in hand is tried alone, one by one, and what waited goes on after', async () => {
  const outcomes = [1, 2, 3].map(read)
  child(0).ready()
  child(0).begin(1)
  child(0).begin(2)
  child(0).die('SIGSEGV')
  await vi.advanceTimersByTimeAsync(0)
  child(1).ready()
  expect(child(1).pages()).toEqual([1])
  const later = read(4)
  expect(child(1).pages()).toEqual([1])
  await child(1).answer(1)
  expect(child(1).pages()).toEqual([1, 2])
  await child(1).answer(2)
  expect(child(1).pages()).toEqual([1, 2, 3, 4])
  await child(1).answer(4)
  await child(1).answer(3)
  expect(await Promise.all([...outcomes, later])).toEqual([1, 2, 3, 4])
})

test('what only waited when the process died is under no suspicion, however often', async () => {
  const [killer, waiting] = [read(1), read(2)]
  for (const life of [0, 1, 2]) {
    child(life).ready()
    child(life).begin(1)
    child(life).die('SIGSEGV')
    await vi.advanceTimersByTimeAsync(0)
  }
  expect(await killer).toBe('gave_up')
  child(3).ready()
  await child(3).answer(2)
  expect(await waiting).toBe(2)
})

test('a suspect that is aborted makes way for the others once its process has let go of it', async () => {
  const stop = new AbortController()
  const given = pool.readPage(task(1), { signal: stop.signal }).catch((error) => error.name)
  const other = read(2)
  child(0).ready()
  child(0).begin(1)
  child(0).die('SIGKILL')
  await vi.advanceTimersByTimeAsync(0)
  child(1).ready()
  stop.abort()
  expect(await given).toBe('AbortError')
  expect(child(1).posted.at(-1)).toEqual({ kind: 'abort', id: child(1).idOf(1) })
  expect(child(1).pages()).toEqual([1])
  child(1).tell({ kind: 'answer', id: child(1).idOf(1), result: null })
  await child(1).answer(2)
  expect(await other).toBe(2)
})

test('a process that hangs is killed when the time of a task and some grace are over', async () => {
  void read(1)
  child(0).ready()
  await vi.advanceTimersByTimeAsync(1000)
  child(0).begin(1)
  await vi.advanceTimersByTimeAsync(14_900)
  expect(child(0).kills).toBe(0)
  await vi.advanceTimersByTimeAsync(1200)
  expect(child(0).kills).toBe(1)
})

test('on a busy computer a process has longer, as its own tasks have', async () => {
  share = 0.25
  void read(1)
  child(0).ready()
  await vi.advanceTimersByTimeAsync(1000)
  child(0).begin(1)
  await vi.advanceTimersByTimeAsync(44_000)
  expect(child(0).kills).toBe(0)
  await vi.advanceTimersByTimeAsync(2200)
  expect(child(0).kills).toBe(1)
})

test('a process that begins nothing of what it was given is killed; an idle one never', async () => {
  const first = read(1)
  child(0).ready()
  child(0).begin(1)
  await child(0).answer(1)
  expect(await first).toBe(1)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(child(0).kills).toBe(0)
  void read(2)
  await vi.advanceTimersByTimeAsync(4900)
  expect(child(0).kills).toBe(0)
  await vi.advanceTimersByTimeAsync(1200)
  expect(child(0).kills).toBe(1)
})

test('starts that come to nothing are tried with longer and longer pauses, three times', async () => {
  const outcome = read(1)
  child(0).die('status 1')
  await vi.advanceTimersByTimeAsync(240)
  expect(children).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(20)
  child(1).die('status 1')
  await vi.advanceTimersByTimeAsync(990)
  expect(children).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(20)
  child(2).die('status 1')
  expect(await outcome).toBe('internal')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(children).toHaveLength(3)
})

test('a process that never comes up is killed', async () => {
  void read(1)
  await vi.advanceTimersByTimeAsync(62_000)
  expect(child(0).kills).toBe(1)
})

test('that a person waits crosses over, and messages that are none are passed by', async () => {
  const outcome = pool.readPage(task(7), { urgent: true })
  child(0).ready()
  for (const rubbish of [null, 'ready', { kind: 'answer' }, { kind: 'answer', id: 99 }])
    child(0).tell(rubbish)
  expect(child(0).posted.at(-1)).toMatchObject({ kind: 'call', name: 'readPage', urgent: true })
  await child(0).answer(7)
  expect(await outcome).toMatchObject({ page: { number: 7 } })
})

test('a task that cannot be sent fails alone', async () => {
  const bad = { ...task(1), previewFile: (() => {}) as unknown as string }
  const [outcome, other] = [pool.readPage(bad).catch((error) => error.name), read(2)]
  child(0).ready()
  expect(await outcome).toBe('DataCloneError')
  await child(0).answer(2)
  expect(await other).toBe(2)
})
