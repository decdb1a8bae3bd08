/** What waits first gets in first, lane by lane: what a person looks at, what ends an item, pages. */
const order = ['look', 'soon', 'page'] as const
export type Lane = (typeof order)[number]

export interface Lanes {
  /** Runs a step as soon as there is room for it; an aborted signal takes it out of the queue. */
  pass<T>(lane: Lane, step: () => Promise<T>, signal?: AbortSignal): Promise<T>
}

/**
 * Lets `width` steps run at a time and one more for a person who looks, so that nobody ever waits
 * for the pages of a batch.
 */
export function createLanes(width: number): Lanes {
  const waiting: Record<Lane, (() => void)[]> = { look: [], soon: [], page: [] }
  let running = 0

  function admit(): void {
    for (const lane of order) {
      const room = lane === 'look' ? width + 1 : width
      while (running < room) {
        const next = waiting[lane].shift()
        if (!next) break
        running++
        next()
      }
    }
  }

  function turn(lane: Lane, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        waiting[lane] = waiting[lane].filter((other) => other !== enter)
        reject(signal?.reason)
      }
      if (signal?.aborted) return reject(signal.reason)
      signal?.addEventListener('abort', leave, { once: true })
      waiting[lane].push(enter)
      admit()
    })
  }

  return {
    async pass(lane, step, signal) {
      await turn(lane, signal)
      try {
        return await step()
      } finally {
        running--
        admit()
      }
    },
  }
}
