import { AppError } from '../../workers/errors.ts'
import type { Core } from './core.ts'
import { type Batch, setIntent } from './db/batches.ts'
import { markDeleted, unmarkDeleted } from './db/deletion.ts'
import { durably } from './db/open.ts'
import { purgeBatch } from './purgeBatch.ts'
import type { Runner } from './runner.ts'

/**
 * Out of the list. What is being worked on is stopped first and stays paused: a batch that is restored goes
 * on when the person says so.
 */
export async function deleteBatch(
  { db, log, now }: Core,
  runner: Runner,
  batch: Batch,
): Promise<void> {
  if (!batch.finishedAt && batch.intent === 'run') setIntent(db, batch.id, 'pause')
  runner.stop(batch.id)
  await runner.idle(batch.id)
  const at = now().toISOString()
  if (durably(db, () => markDeleted(db, batch.id, at))) log('batch.deleted', { batch: batch.id })
}

/** Back in the list, as it was. */
export function restoreBatch({ db, log }: Core, { id }: Batch): void {
  if (!durably(db, () => unmarkDeleted(db, id))) return
  log('batch.restored', { batch: id })
}

/** Gone at once. Throws not_deleted: what is still listed is deleted first, so that nobody loses it by a slip. */
export async function purgeNow(core: Core, runner: Runner, batch: Batch): Promise<void> {
  if (!batch.deletedAt) throw new AppError('not_deleted', { name: batch.name })
  await runner.idle(batch.id)
  await purgeBatch(core, batch.id)
}
