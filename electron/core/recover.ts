import { listUnfinished, markFinished } from './db/batches.ts'
import { cancelItems, recoverItems } from './db/itemMoves.ts'
import { atomically, type Db } from './db/open.ts'

/**
 * Puts in order what a process that ended without a word left behind: what was running is pending
 * again, or set aside; a cancel that was under way is carried out. Gives the number of items.
 */
export function recover(db: Db, at: string): number {
  return atomically(db, () => {
    for (const batchId of listUnfinished(db, 'cancel')) {
      cancelItems(db, batchId, at)
      markFinished(db, batchId, at)
    }
    return recoverItems(db, at)
  })
}
