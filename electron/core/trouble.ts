import { AppError, failureOf } from '../../workers/errors.ts'
import type { Trouble } from './db/batches.ts'

/** Any thrown thing as a code with details; a full disk by whatever name the system gave it. */
export function troubleOf(thrown: unknown): Trouble {
  const { code, details } = isDiskFull(thrown) ? new AppError('disk_full') : failureOf(thrown)
  return { code, details }
}

function isDiskFull(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
  return ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(String(code))
}
