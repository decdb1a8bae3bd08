import type { ErrorCode } from '../../../workers/errors.ts'
import type { FileType } from '../../../workers/model.ts'
import type { Protection, ReaderSettings } from '../../../workers/tasks.ts'
import type { ItemStatus } from '../status.ts'
import type { Trouble } from './batches.ts'
import { change, type Db, row, rows } from './open.ts'

/** Items as they are taken in and read; only itemMoves.ts changes their status. */

export interface Item {
  readonly id: number
  readonly batchId: string
  readonly seq: number
  readonly path: string
  readonly filename: string
  readonly size: number | null
  readonly modifiedAt: number | null
  readonly sha256: string | null
  readonly type: FileType | null
  readonly pageCount: number | null
  readonly protection: Protection
  readonly pagesDone: number
  readonly pagesKept: number
  readonly status: ItemStatus
  readonly attempt: number
  readonly crashes: number
  readonly error: Trouble | null
  readonly seconds: number | null
  readonly startedAt: string | null
  readonly finishedAt: string | null
  /** How it is read, where that is not how its batch reads: a person tried it again with other settings. */
  readonly reading: ItemReading | null
}

/** Settings of an item of its own, and under which its pages are kept. */
export interface ItemReading {
  readonly readerKey: string
  readonly settings: ReaderSettings
  /** The person's own language data as it was then, by hash. */
  readonly ownData: string
}

/** How a person put the pages of a file together. */
export interface Arrangement {
  /** Of each document the numbers of its pages within the file, in order. */
  readonly documents: readonly (readonly number[])[]
  /** Pages that are in no document, and why. */
  readonly leftOut: readonly { readonly page: number; readonly reason: string }[]
}

/** All of an item: a statement that returns these gives an `ItemRow`. */
export const itemColumns = `id, batch_id as batchId, seq, path, filename, size, modified_at as modifiedAt,
  sha256, type, page_count as pageCount, protection, pages_done as pagesDone, pages_kept as pagesKept, status,
  attempt, crashes, error_code as errorCode, error_details as errorDetails, seconds,
  started_at as startedAt, finished_at as finishedAt, reader_settings as readerSettings`

/** An item as it lies in the database; `itemOf` reads it. */
export type ItemRow = Omit<Item, 'error' | 'reading'> & {
  readonly readerSettings: string | null
  readonly errorCode: ErrorCode | null
  readonly errorDetails: string | null
}

/** An item from its row, with its trouble as one value. */
export function itemOf({ errorCode, errorDetails, readerSettings, ...item }: ItemRow): Item {
  const error = errorCode && { code: errorCode, details: JSON.parse(errorDetails ?? '{}') }
  return { ...item, error, reading: readerSettings && JSON.parse(readerSettings) }
}

export function insertItem(
  db: Db,
  item: Pick<Item, 'batchId' | 'seq' | 'path' | 'filename' | 'size'>,
): void {
  change(
    db,
    `insert into items (batch_id, seq, path, filename, size)
     values (@batchId, @seq, @path, @filename, @size)`,
    item,
  )
}

export function findItem(db: Db, id: number): Item | null {
  const found = row<ItemRow>(db, `select ${itemColumns} from items where id = @id`, { id })
  return found && itemOf(found)
}

/** Items of a batch in the order of intake. */
export function listItems(db: Db, batchId: string): Item[] {
  return rows<ItemRow>(
    db,
    `select ${itemColumns} from items where batch_id = @batchId order by seq`,
    { batchId },
  ).map(itemOf)
}

/** Items after a place in the order of intake, as many at a time. */
export function* itemsInStretches(db: Db, batchId: string, limit = 200): Generator<Item> {
  for (let after = -1; ; ) {
    const stretch = rows<ItemRow>(
      db,
      `select ${itemColumns} from items where batch_id = @batchId and seq > @after
       order by seq limit @limit`,
      { batchId, after, limit },
    ).map(itemOf)
    yield* stretch
    const last = stretch.at(-1)
    if (!last) return
    after = last.seq
  }
}

/** An item that the person left out. */
export const isLeftOut = `status = 'skipped' and error_code in ('duplicate', 'removed')`

/** An item that a person took out of its batch after the start. */
export const isRemoved = `status = 'skipped' and error_code is 'removed'`

/** An item that only a password keeps from being read. */
export const isLocked = `status = 'failed' and error_code in ('file_encrypted', 'password_wrong')`

/** In the order of intake. */
export function listLockedItems(db: Db, batchId: string): Item[] {
  return rows<ItemRow>(
    db,
    `select ${itemColumns} from items where batch_id = @batchId and ${isLocked} order by seq`,
    { batchId },
  ).map(itemOf)
}

/** Items with this content, the latest first: any of their files can show its pages. */
export function listItemsByContent(db: Db, sha256: string): Item[] {
  return rows<ItemRow>(
    db,
    `select ${itemColumns} from items where sha256 = @sha256 order by id desc limit 20`,
    { sha256 },
  ).map(itemOf)
}

/** Null: its pages lie as the file has them. */
export function findArrangement(db: Db, id: number): Arrangement | null {
  const found = row<{ arrangement: string | null }>(
    db,
    'select arrangement from items where id = @id',
    { id },
  )
  return found?.arrangement ? JSON.parse(found.arrangement) : null
}

export function setArrangement(db: Db, id: number, arrangement: Arrangement | null): void {
  change(db, 'update items set arrangement = @arrangement where id = @id', {
    id,
    arrangement: arrangement && JSON.stringify(arrangement),
  })
}

/** Where the files of a batch lie. */
export function listItemPaths(db: Db, batchId: string): ReadonlySet<string> {
  const found = rows<{ path: string }>(db, 'select path from items where batch_id = @batchId', {
    batchId,
  })
  return new Set(found.map(({ path }) => path))
}

/** The place in the order of intake after the last one. */
export function nextSeq(db: Db, batchId: string): number {
  const found = row<{ seq: number }>(
    db,
    'select coalesce(max(seq) + 1, 0) as seq from items where batch_id = @batchId',
    { batchId },
  )
  return found?.seq ?? 0
}

/** How many files of a batch are read with settings of their own, by these. */
export function countOwnReadings(
  db: Db,
  batchId: string,
): readonly { readonly settings: ReaderSettings; readonly items: number }[] {
  return rows<{ reading: string; items: number }>(
    db,
    `select reader_settings as reading, count(*) as items from items
     where batch_id = @batchId and reader_settings is not null group by reader_key order by min(seq)`,
    { batchId },
  ).map(({ reading, items }) => ({
    settings: (JSON.parse(reading) as ItemReading).settings,
    items,
  }))
}

/** The next item whose documents are owed another extraction, after a place in the order of intake. */
export function findStaleItem(db: Db, batchId: string, after: number): Item | null {
  const found = row<ItemRow>(
    db,
    `select ${itemColumns} from items
     where batch_id = @batchId and stale = 1 and status = 'done' and seq > @after
     order by seq limit 1`,
    { batchId, after },
  )
  return found && itemOf(found)
}

export function countStale(db: Db, batchId: string): number {
  const found = row<{ items: number }>(
    db,
    `select count(*) as items from items where batch_id = @batchId and stale = 1`,
    { batchId },
  )
  return found?.items ?? 0
}

/** The documents of all items that have some, or will in a moment, are owed another extraction. */
export function markStale(db: Db, batchId: string): number {
  return change(
    db,
    `update items set stale = 1 where batch_id = @batchId and status in ('done', 'running')`,
    { batchId },
  )
}

/** The documents of one item are owed another extraction. */
export function markItemStale(db: Db, id: number): void {
  change(db, 'update items set stale = 1 where id = @id', { id })
}

/** It has been extracted anew; null: nothing of the batch is owed that any more. */
export function clearStale(db: Db, batchId: string, id: number | null): void {
  change(
    db,
    `update items set stale = 0
     where batch_id = @batchId and stale = 1 and (@id is null or id = @id)`,
    { batchId, id },
  )
}
