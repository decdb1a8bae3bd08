import { type Priority, priorities } from '../views.ts'

/** A batch that waits for its turns. Its priority is asked for anew at each, since a person may change it. */
export interface Party {
  readonly batchId: string
  readonly priority: () => Priority
  /** It has been told to stop: what waits for it is given up. */
  readonly isStopping: () => boolean
}

/** Why a step was given up before it began: its batch was paused or cancelled while it waited. */
export const notBegun = Symbol('not begun')

/** Who goes next where several batches want the pool. What is urgent never comes here. */
export interface Turns {
  /** Runs a step when it is its batch's turn. Rejects with `notBegun` when the batch stops before, or with the signal's reason. */
  take<T>(party: Party, step: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** From now on no more than so many steps at a time: 0 lets nothing begin, null takes the limit away. */
  limit(steps: number | null): void
  /** Looks again at what waits: a batch was stopped. */
  refresh(): void
}

interface Waiting {
  readonly party: Party
  readonly enter: () => void
  readonly leave: (reason: unknown) => void
}

/**
 * Lets `width` steps of batches run at a time: those of a higher priority first, and within one priority in
 * turn, so that a batch of ten files does not wait for one of ten thousand.
 */
export function createTurns(width: number): Turns {
  let waiting: Waiting[] = []
  let running = 0
  let most: number | null = null
  let served = 0
  const lastServed = new Map<string, number>()

  /** The higher priority, then whoever was served longest ago; entries of one batch keep their order. */
  function isBefore(one: Waiting, other: Waiting): boolean {
    const rank = ({ party }: Waiting) => priorities.indexOf(party.priority())
    if (rank(one) !== rank(other)) return rank(one) > rank(other)
    const turn = ({ party }: Waiting) => lastServed.get(party.batchId) ?? -1
    return turn(one) < turn(other)
  }

  function admit(): void {
    for (const entry of waiting.filter(({ party }) => party.isStopping())) {
      waiting = waiting.filter((other) => other !== entry)
      entry.leave(notBegun)
    }
    while (waiting.length > 0 && running < Math.min(width, most ?? width)) {
      const next = waiting.reduce((best, entry) => (isBefore(entry, best) ? entry : best))
      waiting = waiting.filter((entry) => entry !== next)
      lastServed.set(next.party.batchId, served++)
      running++
      next.enter()
    }
  }

  function turn(party: Party, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        signal?.removeEventListener('abort', abort)
        end()
      }
      const entry: Waiting = {
        party,
        enter: () => settle(resolve),
        leave: (reason) => settle(() => reject(reason)),
      }
      const abort = () => {
        waiting = waiting.filter((other) => other !== entry)
        entry.leave(signal?.reason)
      }
      if (signal?.aborted) return reject(signal.reason)
      signal?.addEventListener('abort', abort, { once: true })
      waiting.push(entry)
      admit()
    })
  }

  return {
    async take(party, step, signal) {
      await turn(party, signal)
      try {
        return await step()
      } finally {
        running--
        admit()
      }
    },
    limit(steps) {
      most = steps
      admit()
    },
    refresh: admit,
  }
}
