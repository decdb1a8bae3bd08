import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import { forgetAddress } from './address.ts'
import { openLock } from './db/open.ts'

/**
 * Holds the data folder for this process, until the returned function is called or the process ends.
 * The lock itself is one of the operating system on `lock.db`: it cannot be left behind by a process
 * that died, as a file with a pid alone could once the number is given out again. `lock` says who
 * holds it, for the sentence. Throws data_folder_busy.
 */
export function holdDataFolder(dataDir: string): () => void {
  const holder = join(dataDir, 'lock')
  const release = openLock(join(dataDir, 'lock.db'))
  if (!release) throw new AppError('data_folder_busy', { pid: pidIn(holder), path: dataDir })
  // Of a process that died, and that this one is not.
  forgetAddress(dataDir)
  writeFileSync(holder, `${process.pid}\n`)
  return () => {
    forgetAddress(dataDir)
    release()
  }
}

function pidIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || 'unknown'
  } catch {
    return 'unknown'
  }
}
