import type { Core } from './core.ts'
import { type Batch, configOf } from './db/batches.ts'
import { listDocumentsOfItem, removeDocumentsOfItem, restoreDocument } from './db/documents.ts'
import { restoreFields } from './db/fields.ts'
import { putBackItem, removeItem } from './db/itemMoves.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { findItem, markItemStale } from './db/items.ts'
import { durably } from './db/open.ts'
import { findRemoval, forgetRemoval, keepRemoval } from './db/removals.ts'
import { snapshotOf } from './history.ts'
import { flagAgain } from './setThreshold.ts'

/**
 * Takes files out of their batch, on the disk when it returns: they are skipped, with the reason `removed`, and
 * what was found in them is set aside. The files themselves are never touched. Gives those that went: one that
 * is being read stays.
 */
export function removeItems(
  core: Core,
  batchId: string,
  itemIds: readonly number[],
): readonly number[] {
  const { db } = core
  const at = core.now().toISOString()
  const removed = durably(db, () =>
    itemIds.filter((id) => {
      if (findItem(db, id)?.batchId !== batchId) return false
      const documents = listDocumentsOfItem(db, id).map((document) => snapshotOf(db, document))
      const before = findRemoval(db, id)
      if (!before) keepRemoval(db, id, { at, documents })
      if (!removeItem(db, { id }, at)) {
        if (!before) forgetRemoval(db, id)
        return false
      }
      removeDocumentsOfItem(db, id)
      return true
    }),
  )
  tell(core, batchId, removed)
  core.log('batch.removed', { batch: batchId, items: removed.length })
  return removed
}

/**
 * Puts files back as they were. `hasWork`: one of them was still to be read, or its batch has another template
 * by now, so that its values are to be found anew.
 */
export function putBackItems(
  core: Core,
  { id: batchId }: Pick<Batch, 'id'>,
  itemIds: readonly number[],
): { readonly putBack: readonly number[]; readonly hasWork: boolean } {
  const { db } = core
  const { amendments = [] } = configOf(db, batchId) ?? {}
  let hasWork = false
  const putBack = durably(db, () =>
    itemIds.filter((id) => {
      const removal = findItem(db, id)?.batchId === batchId && findRemoval(db, id)
      if (!removal || !putBackItem(db, { id })) return false
      for (const { document, fields } of removal.documents) {
        restoreDocument(db, document)
        restoreFields(db, document.id, fields)
      }
      forgetRemoval(db, id)
      flagAgain(db, id)
      setNeedsReview(db, id)
      const isLate = removal.status === 'done' && amendments.some(({ at }) => at > removal.at)
      if (isLate) markItemStale(db, id)
      hasWork ||= isLate || removal.status === 'pending'
      return true
    }),
  )
  tell(core, batchId, putBack)
  return { putBack, hasWork }
}

function tell({ events }: Core, batchId: string, itemIds: readonly number[]): void {
  for (const itemId of itemIds) events.documentChanged({ batchId, itemId, documentId: null })
  if (itemIds.length > 0) events.batchSettled(batchId)
}
