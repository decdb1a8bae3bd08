import { AppError } from '../../workers/errors.ts'
import { type BatchRun, createBatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { type Batch, type BatchConfig, configOf, findBatch } from './db/batches.ts'
import type { ReadingAct } from './db/fieldEvents.ts'
import type { PlacedField } from './db/fields.ts'
import { findItem } from './db/items.ts'
import { durably } from './db/open.ts'
import { type InspectedItem, isInspected } from './inspectItem.ts'
import { hasPlace, type Replacement, replaceDocument } from './replaceDocument.ts'
import { knownDocument } from './review.ts'
import { templateIn } from './templateOf.ts'

/** A document is found anew for a person, by a run of its own beside its batch, and replaced only when all of it is there. */

/** The file of a document that was read; throws not_found. */
export function readItem({ db }: Core, itemId: number): InspectedItem {
  const item = findItem(db, itemId)
  if (item?.status === 'done' && isInspected(item)) return item
  throw new AppError('not_found', { what: 'document' })
}

interface Own {
  readonly batch?: Partial<Batch>
  readonly config?: Partial<BatchConfig>
}

/**
 * Runs a step for which no pause or cancel of the batch counts, only the end of the program: then it throws
 * cancelled. A person waits for it. `own` is what it does differently from the batch.
 */
export async function beside<T>(
  core: Core,
  { batchId, filename }: { readonly batchId: string; readonly filename: string },
  own: Own,
  step: (run: BatchRun) => Promise<T>,
): Promise<T> {
  const batch = findBatch(core.db, batchId)
  const config = configOf(core.db, batchId)
  if (!batch || !config) throw new AppError('not_found', { what: 'batch' })
  const run = createBatchRun(
    { ...batch, ...own.batch },
    { ...config, ...own.config },
    { now: core.now, pagesAtOnce: core.pool.threads, turns: null },
  )
  const stop = () => run.abort()
  core.closing.addEventListener('abort', stop, { once: true })
  try {
    return await step(run)
  } catch (thrown) {
    throw run.signal.aborted ? new AppError('cancelled', { file: filename }) : thrown
  } finally {
    core.closing.removeEventListener('abort', stop)
  }
}

/** What was found takes the place of the old document, on the disk when it returns. Of another type only what it knows stays. */
export function putAnew(
  core: Core,
  documentId: string,
  kind: ReadingAct,
  found: Replacement,
): void {
  const { batchId, itemId } = knownDocument(core, documentId)
  const { name: templateName = null, version: templateVersion = null } =
    found.document.template ?? {}
  const type = templateIn(configOf(core.db, batchId), core.templates, {
    templateName,
    templateVersion,
  })
  const options = kind === 'retyped' ? { keeps: (field: PlacedField) => hasPlace(type, field) } : {}
  durably(core.db, () => replaceDocument(core, documentId, found, { kind, ...options }))
  core.log(`document.${kind}`, { batch: batchId, item: itemId })
  core.events.documentChanged({ batchId, itemId, documentId })
  core.events.batchMoved(batchId)
}
