import type { Batch, BatchConfig, Trouble } from './db/batches.ts'
import { createPace, type Pace } from './pace.ts'

/** One go of this process at a batch: from a start or resume until it is paused, halted or over. */
export interface BatchRun {
  readonly batch: Batch
  readonly config: BatchConfig
  /** Aborted when nothing of the batch should go on: a cancel, or the end of the program. */
  readonly signal: AbortSignal
  readonly pace: Pace
  /** Pages of one item that may be in hand together. */
  pagesAtOnce: number
  /** No new page or item is begun; what is in hand may come to its end. */
  isStopping(): boolean
  stop(): void
  abort(): void
  /** The batch as a whole cannot go on: it pauses and says why. */
  halt(trouble: Trouble): void
  readonly trouble: () => Trouble | null
}

export function createBatchRun(
  batch: Batch,
  config: BatchConfig,
  { now, pagesAtOnce }: { now: () => Date; pagesAtOnce: number },
): BatchRun {
  const controller = new AbortController()
  let stopping = false
  let trouble: Trouble | null = null
  return {
    batch,
    config,
    signal: controller.signal,
    pace: createPace(now()),
    pagesAtOnce,
    isStopping: () => stopping,
    stop() {
      stopping = true
    },
    abort() {
      stopping = true
      controller.abort()
    },
    halt(found) {
      stopping = true
      trouble ??= found
    },
    trouble: () => trouble,
  }
}
