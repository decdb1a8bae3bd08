import { AppError, failureOf } from '../../workers/errors.ts'
import type { Trouble } from './db/batches.ts'

/** Any thrown thing as a code with details; a full disk by whatever name the system gave it. */
export function troubleOf(thrown: unknown): Trouble {
  const { code, details } = known(thrown) ?? failureOf(thrown)
  return { code, details }
}

/** What systems and SQLite say in names of their own. */
function known(thrown: unknown): AppError | null {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(code)) return new AppError('disk_full')
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
    const backup = 'Close Sheaf and run “npm start -- doctor”.'
    return new AppError('database_damaged', { path: 'sheaf.db', backup })
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return new AppError('database_locked', { path: 'sheaf.db' })
  return null
}
