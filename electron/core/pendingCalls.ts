import type { WorkOptions } from './pool.ts'
import type { PoolTask } from './poolLimits.ts'

/** A task that has no answer yet. */
export interface PendingCall {
  readonly id: number
  readonly name: PoolTask
  readonly task: object
  readonly urgent: boolean
  /** How often its process died while it was in hand; from the first time on it is tried alone. */
  crashes: number
  /** Ends it: with what this step gives, or with what it throws. */
  readonly settle: (outcome: () => unknown) => void
}

export interface PendingCalls {
  /** Resolves when the call is settled; an aborted signal settles it at once. */
  add(name: PoolTask, task: object, options: WorkOptions): Promise<unknown>
  get(id: number): PendingCall | undefined
  /** In the order in which they came. */
  list(): PendingCall[]
  /** One that was in hand when a process died. */
  suspect(): PendingCall | undefined
  failAll(error: Error): void
}

/** The calls that somebody waits for; `added` and `left` tell when one came or was given up. */
export function createPendingCalls({
  added,
  left,
}: {
  added: () => void
  left: (id: number) => void
}): PendingCalls {
  const calls = new Map<number, PendingCall>()
  let lastId = 0

  function add(name: PoolTask, task: object, { signal, urgent = false }: WorkOptions) {
    return new Promise<unknown>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const id = ++lastId
      const settle = (outcome: () => unknown) => {
        calls.delete(id)
        signal?.removeEventListener('abort', leave)
        try {
          resolve(outcome())
        } catch (thrown) {
          reject(thrown)
        }
      }
      const leave = () => {
        settle(() => Promise.reject(signal?.reason))
        left(id)
      }
      signal?.addEventListener('abort', leave, { once: true })
      calls.set(id, { id, name, task, urgent, crashes: 0, settle })
      added()
    })
  }

  return {
    add,
    get: (id) => calls.get(id),
    list: () => [...calls.values()],
    suspect: () => [...calls.values()].find(({ crashes }) => crashes > 0),
    failAll(error) {
      for (const { settle } of [...calls.values()]) settle(() => Promise.reject(error))
    },
  }
}
