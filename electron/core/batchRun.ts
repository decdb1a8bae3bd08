import type { Priority } from '../views.ts'
import type { Batch, BatchConfig, Trouble } from './db/batches.ts'
import { createPace, type Pace } from './pace.ts'
import { notBegun, type Turns } from './turns.ts'

/** One go of this process at a batch: from a start or resume until it is paused, halted or over. */
export interface BatchRun {
  readonly batch: Batch
  readonly config: BatchConfig
  /** Aborted when nothing of the batch should go on: a cancel, or the end of the program. */
  readonly signal: AbortSignal
  readonly pace: Pace
  /** A person waits for it: a file dropped alone, a document read again. Nothing goes before it or holds it up. */
  readonly isUrgent: boolean
  /** Among batches; follows the person's mind. */
  readonly priority: () => Priority
  setPriority(priority: Priority): void
  /** Runs a step when it is this batch's turn; what is urgent has it always. Throws when the run stops before. */
  turn<T>(step: () => Promise<T>): Promise<T>
  /** Pages of one item that may be in hand together. */
  pagesAtOnce: number
  /** No new page or item is begun; what is in hand may come to its end. */
  isStopping(): boolean
  stop(): void
  abort(): void
  /** Whether this was thrown because the run ends: no fault of the page or file in hand. */
  isEnd(thrown: unknown): boolean
  /** The batch as a whole cannot go on: it pauses and says why. */
  halt(trouble: Trouble): void
  readonly trouble: () => Trouble | null
}

export interface RunOptions {
  readonly now: () => Date
  readonly pagesAtOnce: number
  /** Of all batches; null: a person waits for this run. */
  readonly turns: Turns | null
}

export function createBatchRun(
  batch: Batch,
  config: BatchConfig,
  { now, pagesAtOnce, turns }: RunOptions,
): BatchRun {
  const controller = new AbortController()
  let stopping = false
  let priority = batch.priority
  let trouble: Trouble | null = null
  const isStopping = () => stopping
  const party = { batchId: batch.id, priority: () => priority, isStopping }
  return {
    batch,
    config,
    signal: controller.signal,
    pace: createPace(now()),
    isUrgent: turns === null,
    priority: party.priority,
    setPriority(chosen) {
      priority = chosen
    },
    turn: (step) => (turns ? turns.take(party, step, controller.signal) : step()),
    pagesAtOnce,
    isStopping,
    stop() {
      stopping = true
      turns?.refresh()
    },
    abort() {
      stopping = true
      controller.abort()
    },
    isEnd: (thrown) => controller.signal.aborted || thrown === notBegun,
    halt(found) {
      stopping = true
      trouble ??= found
      turns?.refresh()
    },
    trouble: () => trouble,
  }
}
