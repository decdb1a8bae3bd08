import { statSync } from 'node:fs'
import { isLeftOut, isLocked } from './items.ts'
import { change, type Db, row } from './open.ts'

/** The database as a file: its log, its free room, whether it is whole. */

/**
 * Moves what stands in the write-ahead log into the database and empties the log. Somebody who reads
 * elsewhere keeps part of it: that is no reason to wait, the next time comes. true: it is empty.
 */
export function checkpoint(db: Db): boolean {
  db.pragma('busy_timeout = 0')
  try {
    const [result] = db.pragma('wal_checkpoint(truncate)') as { busy: number }[]
    return result?.busy === 0
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_LOCKED') return false
    throw thrown
  } finally {
    db.pragma('busy_timeout = 5000')
  }
}

/** Lets SQLite look again at tables that have changed much: how it finds things depends on it. */
export function optimize(db: Db): void {
  db.pragma('optimize')
}

export interface Sizes {
  readonly bytes: number
  /** What `compact` would give back. */
  readonly freeBytes: number
  readonly walBytes: number
}

export function sizesOf(db: Db): Sizes {
  const pageSize = db.pragma('page_size', { simple: true }) as number
  const pages = db.pragma('page_count', { simple: true }) as number
  const free = db.pragma('freelist_count', { simple: true }) as number
  const walBytes = statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0
  return { bytes: pages * pageSize, freeBytes: free * pageSize, walBytes }
}

/** Writes the database anew without its free pages. */
export function vacuum(db: Db): void {
  db.exec('vacuum')
  checkpoint(db)
}

/** What SQLite finds wrong with its file, in its words; empty: nothing. */
export function integrityProblems(db: Db): readonly string[] {
  const found = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  const problems = found.map(({ integrity_check }) => integrity_check)
  return problems.length === 1 && problems[0] === 'ok' ? [] : problems
}

/** How many rows name another one that is not there. */
export function danglingRows(db: Db): number {
  return (db.pragma('foreign_key_check') as unknown[]).length
}

/** How many of the counts that triggers keep are not what counting gives. */
export function wrongCounts(db: Db): number {
  const found = row<{ wrong: number }>(
    db,
    `with counted as (
       select batch_id, status, needs_review, count(*) as items, sum(pages_done) as done
       from items group by batch_id, status, needs_review)
     select (select count(*) from counted c left join item_counts k using (batch_id, status, needs_review)
             where k.items is not c.items or k.pages_done is not c.done)
       + (select count(*) from item_counts k left join counted c using (batch_id, status, needs_review)
          where k.items > 0 and c.items is null) as wrong`,
  )
  return found?.wrong ?? 0
}

/** Counts anew what triggers keep; nothing of what a person did depends on it. */
export function recount(db: Db): void {
  change(db, 'delete from item_counts')
  change(
    db,
    `insert into item_counts
     select batch_id, status, needs_review, count(*), count(sha256), sum(ifnull(page_count, 0)),
       sum(pages_done), sum(pages_kept), sum(ifnull(${isLocked}, 0)), sum(ifnull(${isLeftOut}, 0))
     from items group by batch_id, status, needs_review`,
  )
}

export interface Versions {
  readonly schema: number
  readonly sqlite: string
}

export function versionsOf(db: Db): Versions {
  const found = row<{ sqlite: string }>(db, 'select sqlite_version() as sqlite')
  return {
    schema: db.pragma('user_version', { simple: true }) as number,
    sqlite: found?.sqlite ?? '',
  }
}
