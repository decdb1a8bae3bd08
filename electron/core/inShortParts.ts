import { setImmediate } from 'node:timers/promises'
import { atomically, type Db } from './db/open.ts'

/** So long a part holds everything else up (ms); a step that takes longer is a part of its own. */
const patience = 8

/**
 * Takes a step again and again until it says that there are no more, in transactions of a few milliseconds with
 * everything else in between; or until `isOver`.
 */
export async function inShortParts(
  db: Db,
  step: () => boolean,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const isMore = atomically(db, () => {
      const until = performance.now() + patience
      let isMore = true
      while (isMore && performance.now() < until) isMore = step()
      return isMore
    })
    if (!isMore) return
    await setImmediate()
  }
}
