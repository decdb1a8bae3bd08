import { abortable } from './abortable.ts'
import type { BatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { configOf, findBatch, markStarted } from './db/batches.ts'
import { type ClaimKind, cancelItems, claimItem, releaseRunning } from './db/itemMoves.ts'
import { countItems } from './db/itemProgress.ts'
import { clearStale, countStale, type Item } from './db/items.ts'
import { endBatch } from './endBatch.ts'
import { exportBatch } from './exportBatch.ts'
import { inParallel } from './inParallel.ts'
import { leaveOutDuplicates } from './leaveOutDuplicates.ts'
import { preflightItem, processItem } from './processItem.ts'
import { extractStale } from './reextract.ts'
import { assertRoom } from './spaceNeeded.ts'
import { troubleOf } from './trouble.ts'

/**
 * Everything that a batch has to do, `width` items at a time: documents that are owed another extraction, then
 * what the files are, then the work, then the suspects alone. Of a draft only what the files are; of what cannot
 * succeed, too. `inspected` is told when every file was looked into.
 */
export async function processBatch(
  core: Core,
  run: BatchRun,
  width: number,
  inspected: () => void,
): Promise<void> {
  const { db, now } = core
  const { id } = run.batch
  const next = (kind: ClaimKind) => () =>
    run.isStopping() ? null : claimItem(db, id, kind, now().toISOString())
  const process = (item: Item) => processItem(core, runFor(run, item), item)

  releaseRunning(db, id)
  if (!run.batch.draft) markStarted(db, id, now().toISOString())
  core.events.batchMoved(id)
  await extractStale(core, run, width)
  if (findBatch(db, id)?.intent === 'pause') return
  await inParallel(width, next('uninspected'), (item) => preflightItem(core, run, item))
  if (run.batch.draft) return
  inspected()
  if (run.config.leaveOutDuplicates) leaveOutDuplicates(core, id)
  if (!run.isStopping()) await assertRoom(core, run.batch)
  await inParallel(width, next('ordinary'), process)
  run.pagesAtOnce = 1
  await inParallel(1, next('suspect'), process)
  await finish(core, run)
}

/** The run as it reads an item that a person tried again with settings of its own. */
function runFor(run: BatchRun, { reading }: Item): BatchRun {
  if (!reading) return run
  const { readerKey, settings, ownData } = reading
  const batch = { ...run.batch, readerKey }
  return { ...run, batch, config: { ...run.config, settings, ownData } }
}

/** When no item is left: writes the export that was asked for and closes the batch. */
async function finish(core: Core, run: BatchRun): Promise<void> {
  const { db, now } = core
  const { id } = run.batch
  const batch = findBatch(db, id)
  if (!batch || batch.finishedAt) return
  if (batch.intent === 'cancel') {
    // After the pages in hand: what is left is given up only now.
    cancelItems(db, id, now().toISOString())
    clearStale(db, id, null)
  }
  if (isOpen(core, id) || (run.signal.aborted && batch.intent !== 'cancel')) return
  try {
    if (batch.output && batch.intent !== 'cancel') {
      const options = configOf(db, id)?.exportOptions
      await abortable(
        exportBatch(core, batch, batch.output, { options, whenLocked: 'number' }),
        run.signal,
      )
    }
  } catch (thrown) {
    if (!run.signal.aborted) run.halt(troubleOf(thrown))
    // The program ends: the next start finds the export still owed.
    else if (findBatch(db, id)?.intent !== 'cancel') return
  }
  // A file was unlocked or retried while the export was being written: it is owed another one.
  if (isOpen(core, id)) return
  endBatch(db, id, { at: now().toISOString(), version: core.version })
  core.batchEnded(id)
}

function isOpen({ db }: Core, batchId: string): boolean {
  const isUnsettled = countItems(db, batchId).some(
    ({ status }) => status === 'pending' || status === 'running',
  )
  return isUnsettled || countStale(db, batchId) > 0
}
