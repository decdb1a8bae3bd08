import { parentPort, workerData } from 'node:worker_threads'
import { troubleOf } from '../trouble.ts'
import { danglingRows, integrityProblems } from './health.ts'
import { openDatabase } from './open.ts'

/** What a look through a whole database finds. */
export interface Wholeness {
  /** Places in which the file itself is damaged; null: so badly that it cannot be looked through. */
  readonly problems: number | null
  /** Rows that name another one that is not there. */
  readonly dangling: number
}

/** A thread of its own: looking through a gigabyte takes seconds, in which the program goes on. */
parentPort?.postMessage(lookThrough(workerData))

function lookThrough(file: string): Wholeness {
  try {
    const db = openDatabase(file)
    try {
      const problems = integrityProblems(db).length
      return { problems, dangling: problems > 0 ? 0 : danglingRows(db) }
    } finally {
      db.close()
    }
  } catch (thrown) {
    if (troubleOf(thrown).code !== 'database_damaged') throw thrown
    return { problems: null, dangling: 0 }
  }
}
