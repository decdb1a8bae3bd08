import { listUnfinished } from './db/batches.ts'
import { recoverDeliveries } from './db/deliveries.ts'
import { cancelItems, recoverItems } from './db/itemMoves.ts'
import { atomically, type Db } from './db/open.ts'
import { endBatch } from './endBatch.ts'
import type { Pool } from './pool.ts'

/** How often the process may have died while an item was in hand before the item is set aside. */
const blamed = 3
/**
 * Where files are opened in a process of its own, this one dies of something else: a kill, a power cut. A slow page
 * may be in hand at several of them. Still not without end, so that no file can stop the program for good.
 */
const patient = 10

/**
 * Puts in order what a process that ended without a word left behind: what was running is pending
 * again, or set aside; a cancel that was under way is carried out. Gives the number of items.
 */
export function recover(
  db: Db,
  { at, version }: { readonly at: string; readonly version: string },
  { sharesProcess }: Pick<Pool, 'sharesProcess'>,
): number {
  return atomically(db, () => {
    for (const batchId of listUnfinished(db, 'cancel')) {
      cancelItems(db, batchId, at)
      endBatch(db, batchId, { at, version })
    }
    recoverDeliveries(db, at, blamed)
    return recoverItems(db, at, sharesProcess ? blamed : patient)
  })
}
