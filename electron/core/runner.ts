import { type BatchRun, createBatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import {
  configOf,
  findBatch,
  listUnfinished,
  markFinished,
  markStarted,
  setTrouble,
  type Trouble,
} from './db/batches.ts'
import { type ClaimKind, cancelItems, claimItem, releaseRunning } from './db/itemMoves.ts'
import { countItems } from './db/itemProgress.ts'
import { exportBatch } from './exportBatch.ts'
import { inParallel } from './inParallel.ts'
import { preflightItem, processItem } from './processItem.ts'
import type { Live } from './summary.ts'
import { troubleOf } from './trouble.ts'

/** Works on batches; several may be in hand, and the pool shares its threads among them. */
export interface Runner extends Live {
  /** Starts a batch or goes on with it. */
  start(batchId: string): void
  /** Begins nothing new; pages in hand are still kept. */
  stop(batchId: string): void
  cancel(batchId: string): void
  /** Goes on with every batch that was meant to run when the last process ended. */
  goOn(): void
  /** Pages of the batch that this process has read itself. */
  pagesRead(batchId: string): number
  /** When nothing of the batch is in hand any more. */
  idle(batchId: string): Promise<void>
  /** Ends everything at once; what was in hand is pending for the next start. */
  close(): Promise<void>
}

interface Working {
  readonly run: BatchRun
  readonly done: Promise<void>
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
    // It may be past the point where it would have met what there is to do now.
    if (current) current.again = true
    if (current || closed) return
    const batch = findBatch(core.db, batchId)
    const config = configOf(core.db, batchId)
    if (!batch || !config) return
    troubles.delete(batchId)
    const run = createBatchRun(batch, config, { now: core.now, pagesAtOnce: width })
    const entry: Working = { run, again: false, done: work(run).finally(() => end(entry)) }
    working.set(batchId, entry)
  }

  function end({ run, again }: Working): void {
    const { id } = run.batch
    working.delete(id)
    lastPace.set(id, run.pace.pagesPerMinute(core.now()))
    readBefore.set(id, (readBefore.get(id) ?? 0) + run.pace.pages())
    if (closed) return
    if (again) start(id)
    core.events.batchSettled(id)
  }

  async function work(run: BatchRun): Promise<void> {
    // Not before `start` has put it on the list: the first summary must say that it is active.
    await null
    try {
      await processBatch(core, run, width)
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
    stop: (batchId) => {
      const current = working.get(batchId)
      if (!current) return
      current.again = false
      current.run.stop()
    },
    cancel(batchId) {
      const current = working.get(batchId)
      if (current) current.again = false
      cancelItems(core.db, batchId, core.now().toISOString())
      if (current) return current.run.abort()
      markFinished(core.db, batchId, core.now().toISOString())
      core.events.batchSettled(batchId)
    },
    goOn: () => {
      for (const batchId of listUnfinished(core.db, 'run')) start(batchId)
    },
    async idle(batchId) {
      for (let entry = working.get(batchId); entry; entry = working.get(batchId)) await entry.done
    },
    trouble: (batchId) => troubles.get(batchId) ?? null,
    isActive: (batchId) => working.has(batchId),
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

/** Every pending item of a batch: first what the files are, then the work, then the suspects alone. */
async function processBatch(core: Core, run: BatchRun, width: number): Promise<void> {
  const { db, now } = core
  const { id } = run.batch
  const next = (kind: ClaimKind) => () =>
    run.isStopping() ? null : claimItem(db, id, kind, now().toISOString())

  releaseRunning(db, id)
  markStarted(db, id, now().toISOString())
  core.events.batchMoved(id)
  await inParallel(width, next('uninspected'), (item) => preflightItem(core, run, item))
  await inParallel(width, next('ordinary'), (item) => processItem(core, run, item))
  run.pagesAtOnce = 1
  await inParallel(1, next('suspect'), (item) => processItem(core, run, item))
  await finish(core, run)
}

/** When no item is left: writes the export that was asked for and closes the batch. */
async function finish(core: Core, run: BatchRun): Promise<void> {
  const { db, now } = core
  const isOpen = () =>
    countItems(db, run.batch.id).some(({ status }) => status === 'pending' || status === 'running')
  const batch = findBatch(db, run.batch.id)
  if (isOpen() || !batch || batch.finishedAt) return
  try {
    if (batch.output && batch.intent !== 'cancel') await exportBatch(core, batch, batch.output)
  } catch (thrown) {
    run.halt(troubleOf(thrown))
  }
  // A file was unlocked or retried while the export was being written: it is owed another one.
  if (isOpen()) return
  markFinished(db, batch.id, now().toISOString())
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
