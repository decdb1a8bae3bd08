import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../workers/errors.ts'
import { reviewThreshold } from '../../workers/extraction/confidence.ts'
import { cellUnder, fieldUnder } from '../../workers/extraction/underThreshold.ts'
import type { Core } from './core.ts'
import { configOf, setConfig } from './db/batches.ts'
import {
  findDocument,
  listDocumentsOfItem,
  type StoredDocument,
  updateDocument,
} from './db/documents.ts'
import { countDocuments, listChangedBy } from './db/doubt.ts'
import { listFields, type StoredField, updateField } from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { atomically, type Db, durably } from './db/open.ts'
import { asksAnyway } from './recheck.ts'
import { ownThreshold } from './threshold.ts'

/** Items whose documents are looked at before something else may come in between. */
const stretch = 200

/**
 * Shows a person fewer or more values of a batch: those less sure than this. What a person settled stays settled.
 * Documents that are read later follow it, too. null is the measured threshold.
 */
export async function setThreshold(
  core: Core,
  { batchId, threshold: wanted }: { batchId: string; threshold: number | null },
): Promise<void> {
  const { db, events } = core
  const config = configOf(db, batchId)
  if (!config) throw new AppError('not_found', { what: 'batch' })
  const threshold = wanted ?? reviewThreshold
  durably(db, () => setConfig(db, batchId, { ...config, threshold, isThresholdChosen: true }))
  const { last } = countDocuments(db, batchId)
  for (let after = -1; after < last; after += stretch) {
    // Another wish of the person overtook this one.
    if (configOf(db, batchId)?.threshold !== threshold) return
    const changed = listChangedBy(db, { batchId, after, items: stretch, threshold })
    atomically(db, () => {
      for (const { id } of changed) flagDocument(db, id, threshold)
      for (const itemId of new Set(changed.map(({ itemId }) => itemId))) setNeedsReview(db, itemId)
    })
    for (const { id: documentId, itemId } of changed)
      events.documentChanged({ batchId, itemId, documentId })
    await setImmediate()
  }
  core.log('batch.threshold', { batch: batchId, threshold })
}

/** The documents of a file, which may be back from before the threshold was another; the caller holds the transaction. */
export function flagAgain(db: Db, itemId: number): void {
  const [first, ...others] = listDocumentsOfItem(db, itemId)
  const threshold = first ? ownThreshold(db, first.batchId) : null
  if (!first || threshold === null) return
  for (const { id } of [first, ...others]) flagDocument(db, id, threshold)
}

/** Flags the values of a document anew under a threshold; the caller holds the transaction. */
function flagDocument(db: Db, documentId: string, threshold: number): void {
  const document = findDocument(db, documentId)
  if (!document) return
  const before = listFields(db, documentId)
  const after = before.map((field) => underThreshold(field, threshold))
  for (const [i, field] of after.entries()) if (field !== before[i]) updateField(db, field)
  const needsReview = asksForLook(document, before, after)
  if (needsReview !== document.needsReview)
    updateDocument(db, documentId, { ...document, needsReview })
}

function underThreshold(field: StoredField, threshold: number): StoredField {
  if (field.corrected || field.accepted) return field
  return field.table === null ? fieldUnder(field, threshold) : cellUnder(field, threshold)
}

/** What else asked for a person goes on asking. */
function asksForLook(
  document: StoredDocument,
  before: readonly StoredField[],
  after: readonly StoredField[],
): boolean {
  const asks = (fields: readonly StoredField[]) =>
    fields.some(({ table, needsReview }) => table === null && needsReview)
  return (
    document.review !== 'rejected' &&
    (asksAnyway(document) || asks(after) || (document.needsReview && !asks(before)))
  )
}
