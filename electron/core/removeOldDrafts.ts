import { deleteDraftsBefore } from './db/drafts.ts'
import type { Db } from './db/open.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Forgets drafts that nobody started within a day; their files are where they were. */
export function removeOldDrafts(db: Db, now: Date): number {
  return deleteDraftsBefore(db, new Date(now.getTime() - dayMs).toISOString())
}
