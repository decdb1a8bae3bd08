import { AppError } from '../../../workers/errors.ts'
import { backUp, freeBytes } from './backUp.ts'
import { initial } from './migrations/0001-initial.ts'
import { reading } from './migrations/0002-reading.ts'
import { readAgain } from './migrations/0003-read-again.ts'
import { incompletePages } from './migrations/0004-incomplete-pages.ts'
import { exactSources } from './migrations/0005-exact-sources.ts'
import { otherReadings } from './migrations/0006-other-readings.ts'
import { reasons } from './migrations/0007-reasons.ts'
import { life } from './migrations/0008-life.ts'
import { preflight } from './migrations/0009-preflight.ts'
import { size } from './migrations/0010-size.ts'
import { ledger } from './migrations/0011-ledger.ts'
import { review } from './migrations/0012-review.ts'
import { templates } from './migrations/0013-templates.ts'
import { many } from './migrations/0014-many.ts'
import { search } from './migrations/0015-search.ts'
import { exportsKept } from './migrations/0016-exports.ts'
import { hooks } from './migrations/0017-hooks.ts'
import { hookPlaces } from './migrations/0018-hook-places.ts'
import type { Db } from './open.ts'

/** A step of the schema: SQL, run once, in a transaction. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** In order, only ever added to: the position is the version that `user_version` holds. */
export const migrations: readonly Migration[] = [
  initial,
  reading,
  readAgain,
  incompletePages,
  exactSources,
  otherReadings,
  reasons,
  life,
  preflight,
  size,
  ledger,
  review,
  templates,
  many,
  search,
  exportsKept,
  hooks,
  hookPlaces,
]

/**
 * Brings the database to the newest schema. An existing one is copied beside itself first, so that
 * a step gone wrong costs nothing; one from a newer program is refused.
 */
export function migrate(
  db: Db,
  steps: readonly Migration[] = migrations,
  free: (folder: string) => number = freeBytes,
): void {
  const found = db.pragma('user_version', { simple: true }) as number
  if (found > steps.length) throw new AppError('database_newer', { found, known: steps.length })
  if (found === steps.length) return
  if (found > 0) backUp(db, found + 1, free)

  for (const [index, step] of steps.entries()) {
    if (index < found) continue
    db.transaction(() => {
      db.exec(step.sql)
      db.pragma(`user_version = ${index + 1}`)
    }).immediate()
  }
}
