import type { Core } from './core.ts'
import { leaveOutItem } from './db/itemMoves.ts'
import { atomically } from './db/open.ts'
import { listRepeated } from './db/preflight.ts'

/** Of the files of a batch with the same content, only the first is read; the others say so. */
export function leaveOutDuplicates({ db, now, events }: Core, batchId: string): void {
  const repeated = listRepeated(db, { batchId, most: -1 })
  const at = now().toISOString()
  atomically(db, () => {
    for (const { itemId, filename, otherFilename } of repeated) {
      const details = { file: filename, other: otherFilename }
      leaveOutItem(db, { id: itemId }, { at, error: { code: 'duplicate', details } })
    }
  })
  for (const { itemId } of repeated) events.documentChanged({ batchId, itemId, documentId: null })
  if (repeated.length > 0) events.batchMoved(batchId)
}
