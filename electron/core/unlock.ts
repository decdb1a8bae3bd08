import type { Core } from './core.ts'
import { type Batch, reopenBatch, restartPercent } from './db/batches.ts'
import { unlockItem } from './db/itemMoves.ts'
import { type Item, listLockedItems } from './db/items.ts'
import { atomically } from './db/open.ts'
import { inParallel } from './inParallel.ts'

/**
 * Tries a password on every locked file of a batch. Those that it opens are pending again, and it is
 * tried on the files that follow; one that opens nothing is forgotten. Gives the items that it opened.
 */
export async function unlock(core: Core, batch: Batch, password: string): Promise<number> {
  const { pool, passwords } = core
  const locked = listLockedItems(core.db, batch.id)
  const opened: Item[] = []
  const untried = [...locked]
  await inParallel(
    pool.threads,
    () => untried.shift() ?? null,
    async (item) => {
      if (await opens(core, item, password)) opened.push(item)
    },
  )
  // Where nothing is locked yet, it may be meant for a file that comes later.
  if (opened.length > 0 || locked.length === 0) passwords.add(batch.id, [password])
  return release(core, batch, opened)
}

/** Takes passwords for granted: every locked file of the batch is pending and tried when its turn comes. */
export function unlockLater(core: Core, batch: Batch, passwords: readonly string[]): number {
  if (passwords.length === 0) return 0
  core.passwords.add(batch.id, passwords)
  return release(core, batch, listLockedItems(core.db, batch.id))
}

async function opens({ pool }: Core, { path }: Item, password: string): Promise<boolean> {
  try {
    await pool.inspectFile({ path, passwords: [password] }, { urgent: true })
    return true
  } catch {
    // Another password, or a file that went away: either way it stays as it is listed.
    return false
  }
}

function release({ db }: Core, batch: Batch, items: readonly Item[]): number {
  return atomically(db, () => {
    const released = items.filter((item) => unlockItem(db, item)).length
    if (released > 0 && batch.finishedAt) {
      reopenBatch(db, batch.id)
      restartPercent(db, batch.id)
    }
    return released
  })
}
