import { dirname } from 'node:path'
import { AppError } from '../../workers/errors.ts'
import type { Core } from './core.ts'
import { freeBytes } from './db/backUp.ts'
import { sizesOf, vacuum } from './db/health.ts'

/** Gives free room in the database back to the disk; how many bytes it was. Throws disk_full. */
export function compact({ db, log }: Pick<Core, 'db' | 'log'>): number {
  const before = sizesOf(db)
  // SQLite writes it once beside, and once again through its log.
  if (freeBytes(dirname(db.name)) < 2 * (before.bytes - before.freeBytes))
    throw new AppError('disk_full')
  vacuum(db)
  const freed = before.bytes - sizesOf(db).bytes
  log('database.compacted', { freed })
  return freed
}
