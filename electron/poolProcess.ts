import { constants, setPriority } from 'node:os'
import { AppError, failureOf, resultOf } from '../workers/errors.ts'
import { createPool, type Pool } from './core/pool.ts'
import type { FromChild, ToChild } from './core/poolMessages.ts'

/**
 * The child process in which files are decoded and read: a native crash ends it and nothing else.
 * Started by `forkByNode.ts` or `shell/forkByElectron.ts`; it makes a pool and answers calls by id.
 */
type ParentPort = {
  on(event: 'message', receive: (event: { data: ToChild }) => void): void
  postMessage(message: FromChild): void
}
/** Electron's way to the parent; absent under Node. */
const { parentPort } = process as { parentPort?: ParentPort }

try {
  // The person's own programs go first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // Not allowed here: then it is as fast as anything else.
}
// The parent is gone: threads inside native code must not hold this process for another second.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// Ctrl-C reaches every process of a terminal; the parent decides what is still finished.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})

let pool: Pool | null = null
const ids = new WeakMap<object, number>()
const running = new Map<number, AbortController>()

if (parentPort) parentPort.on('message', ({ data }) => receive(data))
else process.on('message', receive)

function receive(message: ToChild): void {
  switch (message.kind) {
    case 'open':
      pool = createPool({ ...message.options, onBegin })
      post({ kind: 'ready' })
      break
    case 'call':
      void answer(message)
      break
    case 'abort':
      running.get(message.id)?.abort()
  }
}

function onBegin(task: object): void {
  const id = ids.get(task)
  if (id !== undefined) post({ kind: 'begun', id })
}

async function answer({ id, name, task, urgent }: ToChild & { kind: 'call' }): Promise<void> {
  const stop = new AbortController()
  running.set(id, stop)
  ids.set(task, id)
  const result = await resultOf(() => run(name, task, { signal: stop.signal, urgent }))
  running.delete(id)
  try {
    post({ kind: 'answer', id, result })
  } catch (thrown) {
    post({ kind: 'answer', id, result: { ok: false, error: failureOf(thrown) } })
  }
}

function run(name: (ToChild & { kind: 'call' })['name'], task: object, options: object) {
  if (!pool) throw new AppError('internal', { problem: 'the reader was not opened' })
  const work = pool[name] as (task: object, options: object) => Promise<unknown>
  return work(task, options)
}

function post(message: FromChild): void {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}
