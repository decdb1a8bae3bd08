import type { Finding } from '../../views.ts'
import type { Core } from '../core.ts'
import { recount, sizesOf, wrongCounts } from '../db/health.ts'
import { atomically } from '../db/open.ts'
import { wayBack } from '../opening.ts'
import { bytesWords } from './bytesWords.ts'
import { wholenessOf } from './wholenessOf.ts'

/** Free room that is worth a compaction. */
const muchRoom = { bytes: 50e6, share: 0.2 }
/** A log of changes that is larger is kept from being emptied by somebody who reads. */
const largeWal = 64e6

/** The database: whole, consistent, and of a sensible size. */
export async function databaseFindings(
  core: Pick<Core, 'db' | 'checkFile'>,
  fix: boolean,
): Promise<readonly Finding[]> {
  const whole = await integrity(core)
  // What is asked of a damaged file would only fail in its turn.
  if (whole.level === 'error') return [whole]
  return [whole, counts(core, fix), ...sizes(core)]
}

async function integrity(core: Pick<Core, 'db' | 'checkFile'>): Promise<Finding> {
  const name = 'database'
  const damaged = (sentence: string): Finding => ({
    ...{ name, level: 'error', sentence },
    advice: `Close Sheaf. ${wayBack(core.db.name)} Your original files are untouched.`,
  })
  const { problems, dangling } = await wholenessOf(core)
  if (problems === null) return damaged('The database is damaged and cannot be looked through.')
  if (problems > 0) return damaged(`The database is damaged in ${problems} places or more.`)
  if (dangling > 0) return damaged(`${dangling} entries name others that are not there.`)
  return { name, level: 'ok', sentence: 'The database is whole.', advice: null }
}

function counts({ db }: Pick<Core, 'db'>, fix: boolean): Finding {
  const name = 'counts'
  const wrong = wrongCounts(db)
  if (wrong === 0)
    return { name, level: 'ok', sentence: 'Every file is counted once.', advice: null }
  if (!fix) {
    const advice = 'Clean up counts anew: “npm start -- doctor --fix”.'
    return { name, level: 'error', sentence: `${wrong} counts are wrong.`, advice }
  }
  atomically(db, () => recount(db))
  return {
    name,
    level: 'ok',
    sentence: `${wrong} counts were wrong and are right now.`,
    advice: null,
  }
}

function sizes({ db }: Pick<Core, 'db'>): readonly Finding[] {
  const { bytes, freeBytes, walBytes } = sizesOf(db)
  const isRoomy = freeBytes > muchRoom.bytes && freeBytes > bytes * muchRoom.share
  return [
    {
      name: 'size',
      level: isRoomy ? 'warning' : 'ok',
      sentence: `The database takes ${bytesWords(bytes)}; ${bytesWords(freeBytes)} of it could be freed.`,
      advice: isRoomy ? 'Compact it: “npm start -- doctor --compact”.' : null,
    },
    {
      name: 'changes',
      level: walBytes > largeWal ? 'warning' : 'ok',
      sentence: `${bytesWords(walBytes)} of changes wait to be moved into the database.`,
      advice:
        walBytes > largeWal
          ? 'Close whatever else has the database open: a backup, a sync, a database viewer.'
          : null,
    },
  ]
}
