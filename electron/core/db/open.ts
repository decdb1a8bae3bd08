import Database from 'better-sqlite3'
import { searchText } from '../../../workers/layout/searchText.ts'

export type Db = Database.Database

/** How long a write waits for another program that holds the database (ms). */
const patience = 5000

/** Opens (or creates) a database file with the settings that every connection of ours has. */
export function openDatabase(file: string): Db {
  const db = new Database(file)
  // Triggers keep the text of rows by it.
  db.function('folded', { deterministic: true }, (text) =>
    text === null ? null : searchText(String(text)),
  )
  // One writer that commits often, readers that never wait for it.
  db.pragma('journal_mode = wal')
  // A killed process loses nothing either way. NORMAL may lose the last seconds in a power cut, which
  // costs reading some pages again; FULL made 2,000 small files take 20 s instead of 5.
  db.pragma('synchronous = normal')
  db.pragma('foreign_keys = on')
  db.pragma(`busy_timeout = ${patience}`)
  // The rows of a table with 20,000 items, so that a search does not read them from the disk each time.
  db.pragma('cache_size = -32000')
  // What a large change left in the log is given back at the next beginning of it.
  db.pragma('journal_size_limit = 16000000')
  return db
}

type Value = string | number | null
export type Params = Readonly<Record<string, Value>>

// Preparing takes longer than most of our statements run, so each connection keeps them.
const prepared = new WeakMap<Db, Map<string, Database.Statement<[Params], unknown>>>()

function prepare(db: Db, sql: string): Database.Statement<[Params], unknown> {
  const statements = prepared.get(db) ?? new Map<string, Database.Statement<[Params], unknown>>()
  prepared.set(db, statements)
  const statement = statements.get(sql) ?? db.prepare<[Params], unknown>(sql)
  statements.set(sql, statement)
  return statement
}

/**
 * Connections that have waited for a lock in vain. They wait no more until a write goes through: nothing else happens
 * in the meantime, and what ends a batch makes several writes.
 */
const impatient = new WeakSet<Db>()

function noticingLocks<T>(db: Db, step: () => T): T {
  try {
    return step()
  } catch (thrown) {
    const isLocked = thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY')
    if (isLocked && !impatient.has(db)) {
      impatient.add(db)
      db.pragma('busy_timeout = 50')
    }
    throw thrown
  }
}

function written<T>(db: Db, step: () => T): T {
  const result = noticingLocks(db, step)
  if (impatient.delete(db)) db.pragma(`busy_timeout = ${patience}`)
  return result
}

/** The first row of a query, null when there is none. */
export function row<T>(db: Db, sql: string, params: Params = {}): T | null {
  return noticingLocks(db, () => prepare(db, sql).get(params) as T | undefined) ?? null
}

/** Every row of a query. */
export function rows<T>(db: Db, sql: string, params: Params = {}): T[] {
  return prepare(db, sql).all(params) as T[]
}

/** Runs a change and gives the number of rows that it met: 0 says that its guard said no. */
export function change(db: Db, sql: string, params: Params = {}): number {
  return written(db, () => prepare(db, sql).run(params).changes)
}

/** Runs steps so that all of them are kept or none is. */
export function atomically<T>(db: Db, steps: () => T): T {
  return written(db, () => db.transaction(steps).immediate())
}

/** The same, and on the disk when it returns: for what a person did and no machine can do again. */
export function durably<T>(db: Db, steps: () => T): T {
  db.pragma('synchronous = full')
  try {
    return atomically(db, steps)
  } finally {
    db.pragma('synchronous = normal')
  }
}

/** Locks a file for this process; null when another one has it. Gives what unlocks it again. */
export function openLock(file: string): (() => void) | null {
  const db = new Database(file, { timeout: 0 })
  try {
    db.exec('begin exclusive')
    return () => db.close()
  } catch (thrown) {
    db.close()
    if (thrown instanceof Database.SqliteError && thrown.code === 'SQLITE_BUSY') return null
    throw thrown
  }
}
