import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from './db/backUp.ts'
import { holdDataFolder } from './lock.ts'

export interface Restored {
  /** Where the damaged database lies now. */
  readonly setAside: string
  /** The copy that took its place; null: there was none. */
  readonly copy: string | null
}

/**
 * Sets the database of a data folder aside and puts the latest copy in its place. Nothing is thrown away: what a
 * person gets back from the damaged one by other means is still there. Throws data_folder_busy.
 */
export function restoreCopy(dataDir: string, now: Date): Restored {
  const unlock = holdDataFolder(dataDir)
  try {
    const file = join(dataDir, 'sheaf.db')
    const setAside = `${file}.damaged-${now.toISOString().slice(0, 19).replaceAll(':', '')}`
    const [copy = null] = listBackups(file)
    // The log of the damaged one must not be played into its copy.
    for (const end of ['', '-wal', '-shm'])
      if (existsSync(file + end)) renameSync(file + end, setAside + end)
    if (copy !== null) {
      copyFileSync(copy, `${file}.restored`)
      renameSync(`${file}.restored`, file)
    }
    return { setAside, copy }
  } finally {
    unlock()
  }
}
