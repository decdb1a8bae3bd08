import type { ErrorCode } from '../../../workers/errors.ts'
import type { FileType } from '../../../workers/model.ts'
import type { Protection } from '../../../workers/tasks.ts'
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
  started_at as startedAt, finished_at as finishedAt`

/** An item as it lies in the database; `itemOf` reads it. */
export type ItemRow = Omit<Item, 'error'> & {
  readonly errorCode: ErrorCode | null
  readonly errorDetails: string | null
}

/** An item from its row, with its trouble as one value. */
export function itemOf({ errorCode, errorDetails, ...item }: ItemRow): Item {
  const error = errorCode && { code: errorCode, details: JSON.parse(errorDetails ?? '{}') }
  return { ...item, error }
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
