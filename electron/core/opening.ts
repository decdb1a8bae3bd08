import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import { listBackups } from './db/backUp.ts'
import { troubleOf } from './trouble.ts'

/** Makes the data folder. Throws data_folder_unwritable. */
export function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (thrown) {
    throw new AppError('data_folder_unwritable', { path: dataDir }, thrown)
  }
}

/** Why the database could not be opened, with what to do about it. */
export function openingTrouble(thrown: unknown, file: string): unknown {
  if (thrown instanceof AppError) return thrown
  const { code } = troubleOf(thrown)
  if (code === 'disk_full') return new AppError(code, {}, thrown)
  if (code === 'database_damaged')
    return new AppError(code, { path: file, backup: wayBack(file) }, thrown)
  if (code === 'database_locked') return new AppError(code, { path: file }, thrown)
  if (isUnwritable(thrown)) return new AppError('data_folder_unwritable', { path: file }, thrown)
  return thrown
}

/** What a person can do about a damaged database, given the copies that lie beside it. */
export function wayBack(file: string): string {
  const [latest] = listBackups(file)
  const order = 'Run “npm start -- doctor --restore”:'
  return latest === undefined
    ? `There is no copy of it. ${order} it is set aside, and Sheaf begins with an empty one.`
    : `${order} it is set aside, and the copy “${basename(latest)}” beside it takes its place.`
}

function isUnwritable(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  return /^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS)/.test(code)
}
