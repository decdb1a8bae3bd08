import { basename } from 'node:path'
import { AppError, unwrap } from '../../workers/errors.ts'
import { checkedAnswer } from './checkedAnswer.ts'
import { createChildWatch, type Life } from './childWatch.ts'
import type { Log } from './log.ts'
import { createPendingCalls, type PendingCall } from './pendingCalls.ts'
import type { WorkOptions } from './pool.ts'
import type { PoolTask } from './poolLimits.ts'
import { type ChildOptions, type Fork, type FromChild, fromChild } from './poolMessages.ts'

/** A task that has taken its process down so often is given up. */
const crashLimit = 3
/** So many starts in a row may end before anything was begun; then whoever waits is told. */
const startLimit = 3
/** Milliseconds before the next start, by how many of those there were. */
const backOff = [0, 250, 1000]

export interface Supervisor {
  call(name: PoolTask, task: object, options?: WorkOptions): Promise<unknown>
  /** The process that works now. */
  childPid(): number | null
  /** Gives up what is in hand; resolves when the child is gone. */
  close(): Promise<void>
}

/**
 * Hands tasks to a child process and outlives it. When the child dies, what it had in hand is tried
 * again, one after the other with nothing beside it: so it is known which of them stops the program.
 */
export function createSupervisor({
  fork,
  childOptions,
  limits,
  graceSeconds,
  share,
  log,
}: {
  fork: Fork
  childOptions: ChildOptions
  /** Seconds that a task may take; the child ends it then, unless it hangs as a whole. */
  limits: Readonly<Record<PoolTask, number>>
  /** How much longer the child is waited for. */
  graceSeconds: number
  /** How much of a core there is for each that wants one. */
  share: () => number
  log: Log
}): Supervisor {
  const watch = createChildWatch({ limits, graceSeconds, share })
  const calls = createPendingCalls({ added: advance, left })
  let life: Life | null = null
  let pause: NodeJS.Timeout | null = null
  let fruitlessStarts = 0
  let closing: { readonly gone: () => void } | null = null

  /** It counts as in hand until the child says that it has ended. */
  function left(id: number): void {
    if (life?.sent.has(id)) life.child.post({ kind: 'abort', id })
  }

  /** Sends whatever may begin now: everything, or one that is under suspicion. */
  function advance(): void {
    if (closing || pause) return
    const waiting = calls.list()
    if (!life && waiting.length > 0) start()
    if (!life?.isReady) return
    const suspect = calls.suspect()
    if (!suspect) for (const call of waiting) send(life, call)
    else if (life.sent.size === 0) send(life, suspect)
  }

  function send(to: Life, { id, name, task, urgent, settle }: PendingCall): void {
    if (to.sent.has(id)) return
    try {
      to.child.post({ kind: 'call', id, name, task, urgent })
      to.sent.set(id, { name, begunAt: null })
      watch.give(to)
    } catch (thrown) {
      settle(() => Promise.reject(thrown))
    }
  }

  function start(): void {
    const child = fork()
    const born: Life = { child, isReady: false, hasBegun: false, sent: new Map(), heardAt: 0 }
    life = born
    child.onMessage((raw) => {
      const { data: message } = fromChild.safeParse(raw)
      if (life === born && message) hear(born, message)
    })
    child.onExit((how) => {
      if (life === born) bury(born, how)
    })
    child.post({ kind: 'open', options: childOptions })
    watch.hear(born)
  }

  function hear(from: Life, message: FromChild): void {
    if (message.kind === 'ready') {
      from.isReady = true
    } else {
      from.hasBegun = true
      const sent = from.sent.get(message.id)
      if (message.kind === 'begun' && sent) sent.begunAt = performance.now()
      if (message.kind === 'answer') {
        from.sent.delete(message.id)
        const call = calls.get(message.id)
        call?.settle(() => unwrap(checkedAnswer(call.name, message.result)))
      }
    }
    watch.hear(from)
    if (message.kind !== 'begun') advance()
  }

  function bury({ sent, hasBegun }: Life, how: string): void {
    life = null
    watch.end()
    if (closing) {
      closing.gone()
      return
    }
    const inHand = [...sent].flatMap(([id, { begunAt }]) =>
      begunAt === null ? [] : (calls.get(id) ?? []),
    )
    log('pool.died', { how, inHand: inHand.length })
    for (const call of inHand)
      if (++call.crashes >= crashLimit) call.settle(() => Promise.reject(gaveUp(call.task)))
    fruitlessStarts = hasBegun ? 0 : fruitlessStarts + 1
    if (fruitlessStarts === startLimit) {
      fruitlessStarts = 0
      const problem = `the process that reads files could not be started (${how})`
      calls.failAll(new AppError('internal', { problem }))
    }
    pause = setTimeout(() => {
      pause = null
      advance()
    }, backOff[fruitlessStarts])
  }

  return {
    async call(name, task, options = {}) {
      if (closing) throw closedError()
      return calls.add(name, task, options)
    },
    childPid: () => life?.child.pid() ?? null,
    async close() {
      const { promise, resolve } = Promise.withResolvers<void>()
      closing = { gone: resolve }
      clearTimeout(pause ?? undefined)
      calls.failAll(closedError())
      if (!life) return
      life.child.kill()
      await promise
    },
  }
}

const closedError = () => new AppError('internal', { problem: 'the program is being closed' })

/** Names the file and the page that a task is about, as far as it says. */
function gaveUp(task: object): AppError {
  const { path, page } = task as { readonly path?: string; readonly page?: number }
  const file = path === undefined ? {} : { file: basename(path) }
  return new AppError('gave_up', page === undefined ? file : { ...file, page })
}
