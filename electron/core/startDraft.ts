import { AppError } from '../../workers/errors.ts'
import type { Change } from '../preflightView.ts'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { startDraft as markStarted } from './db/drafts.ts'
import { pagesAhead, refusalsOf } from './preflightRefusals.ts'
import { changed, settleDecisions } from './settleDecisions.ts'
import type { ChosenTemplates } from './templates.ts'

/**
 * Makes a draft a batch that is meant to run, as the person decided. Throws what keeps it from
 * succeeding, as far as is known; then it stays the draft that it was. False when it was started already:
 * by a second window, or a key pressed twice.
 */
export async function startDraft(
  core: Core,
  batchId: string,
  change: Change = {},
  chosen?: ChosenTemplates,
): Promise<boolean> {
  const batch = findBatch(core.db, batchId)
  if (!batch) throw new AppError('not_found', { what: 'batch' })
  if (!batch.draft) return false
  const decided = changed(batch.draft, change)
  const settled = await settleDecisions(core, decided, chosen)
  const [refusal] = await refusalsOf(core, batchId, pagesAhead(core, batchId, decided))
  if (refusal) throw refusal
  const name = decided.name ?? batch.name
  const isStarted = markStarted(core.db, { id: batchId, name, ...settled })
  if (isStarted) core.log('batch.started', { batch: batchId })
  return isStarted
}
