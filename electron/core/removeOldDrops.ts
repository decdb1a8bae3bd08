import { readdirSync, rmSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { listBatches } from './db/batches.ts'
import type { Db } from './db/open.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Takes away copies of what was dropped into a page a day ago and never became part of a batch. */
export function removeOldDrops(db: Db, droppedDir: string, now: Date): void {
  const sources = listBatches(db).flatMap((batch) => batch.sources)
  for (const name of namesIn(droppedDir)) {
    const drop = join(droppedDir, name)
    const isUsed = sources.some((source) => `${source}${sep}`.startsWith(drop + sep))
    const isOld = now.getTime() - statSync(drop).mtimeMs > dayMs
    if (!isUsed && isOld) rmSync(drop, { recursive: true, force: true })
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
