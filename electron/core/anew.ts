import { AppError } from '../../workers/errors.ts'
import { type BatchRun, createBatchRun } from './batchRun.ts'
import type { Core } from './core.ts'
import { type Batch, type BatchConfig, configOf, findBatch } from './db/batches.ts'
import { rewriteDocument, type StoredDocument, updateDocument } from './db/documents.ts'
import { appendEvent, type ReadingAct } from './db/fieldEvents.ts'
import { deleteField, insertFields, listFields, placedFields, updateField } from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { findItem } from './db/items.ts'
import { durably } from './db/open.ts'
import { snapshotOf } from './history.ts'
import { type InspectedItem, isInspected } from './inspectItem.ts'
import { keepCorrections } from './keepCorrections.ts'
import type { MarkedDocument } from './missingPages.ts'
import { recheck } from './recheck.ts'
import { knownDocument } from './review.ts'
import { templateOf } from './templateOf.ts'

/** A document is found anew, by a run of its own beside its batch, and replaced only when all of it is there. */

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
 * cancelled. `own` is what it does differently from the batch.
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
    { now: core.now, pagesAtOnce: core.pool.threads },
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

interface Found extends MarkedDocument {
  readonly readerKey: string | null
}

/** The found document takes the place of the old one, with what a person corrected; one act with both sides. */
export function replaceDocument(
  core: Core,
  documentId: string,
  kind: ReadingAct,
  { document, missingPages, readerKey }: Found,
): void {
  const { db } = core
  const old = knownDocument(core, documentId)
  const before = snapshotOf(db, old)
  durably(db, () => {
    rewriteDocument(db, {
      ...{ ...old, ...document, missingPages, readerKey, review: 'none', reviewReason: null },
      templateName: document.template?.name ?? null,
      templateVersion: document.template?.version ?? null,
    })
    const placed = placedFields(document)
    const names = kind === 'retyped' ? namesOf(core, knownDocument(core, documentId)) : null
    for (const { id } of before.fields) deleteField(db, id)
    insertFields(db, documentId, keepCorrections(placed, before.fields, names))
    if (before.fields.some(({ corrected, accepted }) => corrected || accepted))
      checkAgain(core, documentId)
    appendEvent(db, {
      ...{ documentId, kind, at: core.now().toISOString(), before },
      after: snapshotOf(db, knownDocument(core, documentId)),
    })
    setNeedsReview(db, old.itemId)
  })
  const { batchId, itemId } = old
  core.log(`document.${kind}`, { batch: batchId, item: itemId })
  core.events.documentChanged({ batchId, itemId, documentId })
  core.events.batchMoved(batchId)
}

/** Names of the fields and tables that a type knows. */
function namesOf(core: Core, document: StoredDocument): ReadonlySet<string> {
  const template = templateOf(core, document)
  return new Set([...(template?.fields ?? []), ...(template?.tables ?? [])].map(({ name }) => name))
}

/** The new reading was checked without the corrections. */
function checkAgain(core: Core, documentId: string): void {
  const { db } = core
  const document = knownDocument(core, documentId)
  const checked = recheck(document, listFields(db, documentId), templateOf(core, document))
  for (const field of checked.fields) updateField(db, field)
  updateDocument(db, documentId, checked.document)
}
