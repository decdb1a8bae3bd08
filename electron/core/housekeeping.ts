import type { Core } from './core.ts'
import { listFinishedBefore, listPurgeable, markDeleted } from './db/deletion.ts'
import { checkpoint, optimize } from './db/health.ts'
import { readSettings } from './db/settings.ts'
import { purgeBatch } from './purgeBatch.ts'
import { troubleOf } from './trouble.ts'

const dayMs = 24 * 60 * 60 * 1000
const hourMs = 60 * 60 * 1000
/** How long a deleted batch can be restored. */
export const daysToRestore = 7

export interface Housekeeping {
  /** What is due now: deletes by the person's setting, and purges what was deleted long ago. */
  run(): Promise<void>
  close(): Promise<void>
}

/** Keeps the data folder in order, at the start and every hour, beside whatever is being read. */
export function createHousekeeping(core: Core): Housekeeping {
  const { db, log, now, closing, events } = core
  let last: Promise<void> = Promise.resolve()
  const timer = setInterval(() => void run(), hourMs)
  timer.unref()
  // A batch has ended: what it changed moves from the log into the database.
  const leave = events.listen((event) => {
    if (event.name === 'batch.changed' && event.payload.lifecycle === 'finished') tidy()
  })

  function run(): Promise<void> {
    last = last.then(work).catch((thrown) => {
      log('housekeeping.failed', { code: troubleOf(thrown).code })
    })
    return last
  }

  /** On a damaged or full disk it fails, which must not keep the program from going on or ending. */
  function tidy(before = () => {}): void {
    try {
      before()
      checkpoint(db)
    } catch (thrown) {
      log('housekeeping.failed', { code: troubleOf(thrown).code })
    }
  }

  async function work(): Promise<void> {
    if (closing.aborted) return
    const ago = (days: number) => new Date(now().getTime() - days * dayMs).toISOString()
    const { retentionDays } = readSettings(db)
    const over = retentionDays === null ? [] : listFinishedBefore(db, ago(retentionDays))
    for (const batchId of over) {
      markDeleted(db, batchId, now().toISOString())
      log('batch.retired', { batch: batchId })
      events.batchSettled(batchId)
    }
    const due = listPurgeable(db, ago(daysToRestore))
    for (const batchId of due) {
      if (!closing.aborted) await purgeBatch(core, batchId)
    }
    if (due.length > 0) tidy()
  }

  return {
    run,
    async close() {
      clearInterval(timer)
      leave()
      await last
      tidy(() => optimize(db))
    },
  }
}
