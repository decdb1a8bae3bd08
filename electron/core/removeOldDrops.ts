import { readdirSync, rmSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { listSources } from './db/batches.ts'
import type { Db } from './db/open.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Takes away copies of what was dropped into a page a day ago and never became part of a batch. */
export function removeOldDrops(db: Db, droppedDir: string, now: Date): void {
  for (const drop of unusedDrops(db, droppedDir, now))
    rmSync(drop, { recursive: true, force: true })
}

/** Folders of what was dropped that no batch was made of, older than a day. */
export function unusedDrops(db: Db, droppedDir: string, now: Date): readonly string[] {
  const sources = listSources(db)
  return namesIn(droppedDir)
    .map((name) => join(droppedDir, name))
    .filter((drop) => {
      const isUsed = sources.some((source) => `${source}${sep}`.startsWith(drop + sep))
      const isOld = now.getTime() - statSync(drop).mtimeMs > dayMs
      return !isUsed && isOld
    })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
