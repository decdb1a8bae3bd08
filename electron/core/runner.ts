import type { Priority } from '../views.ts'
import { type BatchRun, createBatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { configOf, findBatch, listUnfinished, setTrouble, type Trouble } from './db/batches.ts'
import { cancelItems, releaseRunning } from './db/itemMoves.ts'
import { countItems } from './db/itemProgress.ts'
import { clearStale } from './db/items.ts'
import { endBatch } from './endBatch.ts'
import { processBatch } from './processBatch.ts'
import type { Live } from './summary.ts'
import { troubleOf } from './trouble.ts'

/** Works on batches; several may be in hand, and they take turns. A file alone goes before them all. */
export interface Runner extends Live {
  /** Starts a batch or goes on with it. */
  start(batchId: string): void
  /** Begins anew, as the batch is now: pages in hand are kept. */
  restart(batchId: string): void
  /** Begins nothing new; pages in hand are still kept. */
  stop(batchId: string): void
  /** `now`: pages in hand are given up; `after_pages`: they are read to their end and kept. */
  cancel(batchId: string, when: 'now' | 'after_pages'): void
  /** How it stands among other batches from now on. */
  setPriority(batchId: string, priority: Priority): void
  /** Goes on with every batch that was meant to run when the last process ended. */
  goOn(): void
  /** Whether batches have to make way is another matter than it was. */
  throttleChanged(): void
  /** Something of some batch is in hand. */
  isBusy(): boolean
  /** Pages of the batch that this process has read itself. */
  pagesRead(batchId: string): number
  /** When every file of the batch was looked into, or nobody works on it any more. */
  inspected(batchId: string): Promise<void>
  /** When nothing of the batch is in hand any more. */
  idle(batchId: string): Promise<void>
  /** Ends everything at once; what was in hand is pending for the next start. */
  close(): Promise<void>
}

interface Working {
  readonly run: BatchRun
  readonly done: Promise<void>
  /** Every file was looked into. */
  readonly inspected: PromiseWithResolvers<void>
  /** It was started again while it was still working, or coming to a stop. */
  again: boolean
}

export function createRunner(core: Core): Runner {
  const working = new Map<string, Working>()
  const lastPace = new Map<string, number | null>()
  const readBefore = new Map<string, number>()
  const troubles = new Map<string, Trouble>()
  let closed = false
  // One more than threads: while one item is being extracted and stored, no thread is idle.
  const width = core.pool.threads + 1

  function start(batchId: string): void {
    const current = working.get(batchId)
    if (current) {
      // It may be past the point where it would have met what there is to do now.
      current.again = true
      // No longer one file that a person waits for: it has to take turns.
      if (current.run.isUrgent && !isAlone(core, batchId)) current.run.stop()
    }
    if (current || closed) return
    const batch = findBatch(core.db, batchId)
    const config = configOf(core.db, batchId)
    if (!batch || !config) return
    troubles.delete(batchId)
    const turns = isAlone(core, batchId) ? null : core.turns
    const run = createBatchRun(batch, config, { now: core.now, pagesAtOnce: width, turns })
    const inspected = Promise.withResolvers<void>()
    const done = work(run, inspected.resolve).finally(() => end(entry))
    const entry: Working = { run, again: false, done, inspected }
    working.set(batchId, entry)
  }

  function end({ run, again, inspected }: Working): void {
    const { id } = run.batch
    inspected.resolve()
    working.delete(id)
    lastPace.set(id, run.pace.pagesPerMinute(core.now()))
    readBefore.set(id, (readBefore.get(id) ?? 0) + run.pace.pages())
    if (closed) return
    if (again) start(id)
    core.events.batchSettled(id)
  }

  async function work(run: BatchRun, inspected: () => void): Promise<void> {
    // Not before `start` has put it on the list: the first summary must say that it is active.
    await null
    try {
      await processBatch(core, run, width, inspected)
    } catch (thrown) {
      run.halt(troubleOf(thrown))
    }
    const trouble = run.trouble()
    if (closed || !trouble) return
    troubles.set(run.batch.id, trouble)
    attempt(core, () => recordTrouble(core, run, trouble))
  }

  return {
    start,
    restart(batchId) {
      const current = working.get(batchId)
      if (!current) return start(batchId)
      current.again = true
      current.run.stop()
    },
    stop: (batchId) => {
      const current = working.get(batchId)
      if (!current) return
      current.again = false
      current.run.stop()
    },
    cancel(batchId, when) {
      const current = working.get(batchId)
      if (current) current.again = false
      if (current && when === 'after_pages') return current.run.stop()
      cancelItems(core.db, batchId, core.now().toISOString())
      clearStale(core.db, batchId, null)
      if (current) return current.run.abort()
      endBatch(core.db, batchId, { at: core.now().toISOString(), version: core.version })
      core.batchEnded(batchId)
      core.events.batchSettled(batchId)
    },
    setPriority: (batchId, priority) => working.get(batchId)?.run.setPriority(priority),
    goOn: () => {
      for (const batchId of listUnfinished(core.db, 'run')) start(batchId)
    },
    throttleChanged() {
      for (const batchId of working.keys()) core.events.batchSettled(batchId)
    },
    async idle(batchId) {
      for (let entry = working.get(batchId); entry; entry = working.get(batchId)) await entry.done
    },
    inspected: async (batchId) => working.get(batchId)?.inspected.promise,
    trouble: (batchId) => troubles.get(batchId) ?? null,
    isActive: (batchId) => working.has(batchId),
    throttledBy(batchId) {
      const current = working.get(batchId)
      return current && !current.run.isUrgent ? core.throttle.cause() : null
    },
    isBusy: () => working.size > 0,
    pagesPerMinute: (batchId) => {
      const current = working.get(batchId)
      if (!current) return lastPace.get(batchId) ?? null
      return current.run.pace.pagesPerMinute(core.now())
    },
    pagesRead: (batchId) =>
      (readBefore.get(batchId) ?? 0) + (working.get(batchId)?.run.pace.pages() ?? 0),
    async close() {
      closed = true
      for (const { run } of working.values()) run.abort()
      await Promise.all([...working.values()].map(({ done }) => done))
      attempt(core, () => releaseRunning(core.db, null))
    },
  }
}

/** One file by itself: a person waits for it. */
function isAlone({ db }: Core, batchId: string): boolean {
  return countItems(db, batchId).reduce((items, group) => items + group.items, 0) === 1
}

function recordTrouble(core: Core, run: BatchRun, trouble: Trouble): void {
  setTrouble(core.db, run.batch.id, trouble)
  core.log('batch.trouble', { batch: run.batch.id, code: trouble.code })
}

/** What is written down as a courtesy: on a full disk it cannot be, and the work has ended anyway. */
function attempt(core: Core, step: () => void): void {
  try {
    step()
  } catch (thrown) {
    core.log('attempt.failed', { code: troubleOf(thrown).code })
  }
}
