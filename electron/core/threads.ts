import { Piscina } from 'piscina'
import { type Result, unwrap } from '../../workers/errors.ts'

/** Some threads that run `workers/index.ts`, started when they are needed. */
export interface Threads {
  /** Tasks that they have now. */
  inHand(): number
  /** Runs a task, or throws what its thread died of; an aborted signal ends the thread. */
  run<T>(name: string, task: object, signal: AbortSignal): Promise<T>
  /** Has an idle thread with its modules loaded. */
  warm(): void
  close(): Promise<void>
}

/**
 * Room for a thread's new objects. Left to itself it grows to 192 MB over some 150 pages and is never given
 * back; a page leaves some 25 MB in all, and reading takes as long with this.
 */
const youngMegabytes = 24

export function createThreads({
  workerFile,
  most,
  heapMegabytes,
  idleSeconds,
}: {
  workerFile: string
  most: number
  heapMegabytes: number
  /** After this long without a task a thread ends, and gives its memory back. */
  idleSeconds: number
}): Threads {
  const unfinished = new Set<(reason: Error) => void>()
  const piscina = new Piscina({
    filename: workerFile,
    minThreads: 0,
    maxThreads: most,
    idleTimeout: idleSeconds * 1000,
    resourceLimits: {
      maxOldGenerationSizeMb: heapMegabytes,
      maxYoungGenerationSizeMb: youngMegabytes,
    },
    // Engines keep threads and timers of their own: a worker must never block on its mailbox.
    atomics: 'disabled',
    // The lanes keep the queue; here a task starts when it arrives, and so does its time limit.
    maxQueue: Number.POSITIVE_INFINITY,
  })
  // A thread that fails while it starts has no task to fail: without this its tasks wait for ever.
  piscina.on('error', (thrown: Error) => {
    if (piscina.threads.length === 0) for (const fail of unfinished) fail(thrown)
  })

  return {
    inHand: () => unfinished.size,
    async run<T>(name: string, task: object, signal: AbortSignal) {
      const { promise: orphaned, reject: fail } = Promise.withResolvers<never>()
      unfinished.add(fail)
      try {
        const answer: Promise<Result<T>> = piscina.run(task, { name, signal })
        return unwrap(await Promise.race([answer, orphaned]))
      } finally {
        unfinished.delete(fail)
      }
    },
    warm() {
      if (piscina.threads.length > 0) return
      // Whether it went well is seen when there is something to do.
      piscina.run({}, { name: 'warmUp' }).catch(() => {})
    },
    close: () => piscina.destroy(),
  }
}
