import { AppError, failureOf } from '../../workers/errors.ts'
import type { Trouble } from './db/batches.ts'

/** Any thrown thing as a code with details; a full disk and a locked database by whatever name the system gave it. */
export function troubleOf(thrown: unknown): Trouble {
  const { code, details } = known(thrown) ?? failureOf(thrown)
  return { code, details }
}

/** What systems and SQLite say in names of their own. */
function known(thrown: unknown): AppError | null {
  if (thrown instanceof AppError || !(thrown instanceof Error)) return null
  const code = 'code' in thrown ? String(thrown.code) : ''
  if (fullCodes.includes(code)) return new AppError('disk_full', {}, thrown)
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    const backup = 'Close Sheaf and run “npm start -- doctor”.'
    return new AppError('database_damaged', { path: 'sheaf.db', backup }, thrown)
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return new AppError('database_locked', { path: 'sheaf.db' }, thrown)
  return null
}

// SQLite says no more than “input/output error” where its own files cannot grow.
const fullCodes: readonly string[] = [
  ...['ENOSPC', 'EDQUOT', 'SQLITE_FULL'],
  ...['SQLITE_IOERR_WRITE', 'SQLITE_IOERR_SHMSIZE'],
]
