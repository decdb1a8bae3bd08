import type { Limits } from '../views.ts'
import type { Core } from './core.ts'
import { listSpeeds } from './db/speeds.ts'
import { defaultThreads } from './poolLimits.ts'

/** What this computer gives to reading, and how fast it was so far. */
export function limits({ db, pool }: Pick<Core, 'db' | 'pool'>): Limits {
  const { threads } = pool
  const speeds = listSpeeds(db)
    .filter(({ seconds }) => seconds > 0)
    .map(({ kind, pages, seconds }) => ({ kind, pages, pagesPerMinute: (60 * threads) / seconds }))
  return { threads, usualThreads: defaultThreads(), speeds }
}
