import type { ErrorCode } from '../../../workers/errors.ts'
import type { FileType } from '../../../workers/model.ts'
import type { Protection } from '../../../workers/tasks.ts'
import type { ItemStatus } from '../status.ts'
import type { Trouble } from './batches.ts'
import { change, type Db, row, rows } from './open.ts'

/**
 * Items, and the only writer of their status. Each move carries its guard in the WHERE, so that the
 * late result of an attempt that was given up changes nothing; the number of rows met says which.
 */

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

/** An item that is running, and which run of it this is. */
export type Claim = Pick<Item, 'id' | 'attempt'>

/** How often an item may take the process down before it is set aside. */
const crashLimit = 3
/** An item that read this many pages before the process died was not what stopped it. */
const progressPages = 10

const columns = `id, batch_id as batchId, seq, path, filename, size, modified_at as modifiedAt,
  sha256, type, page_count as pageCount, protection, pages_done as pagesDone, pages_kept as pagesKept, status,
  attempt, crashes, error_code as errorCode, error_details as errorDetails, seconds,
  started_at as startedAt, finished_at as finishedAt`

type ItemRow = Omit<Item, 'error'> & {
  readonly errorCode: ErrorCode | null
  readonly errorDetails: string | null
}

function itemOf({ errorCode, errorDetails, ...item }: ItemRow): Item {
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
  const found = row<ItemRow>(db, `select ${columns} from items where id = @id`, { id })
  return found && itemOf(found)
}

/** Items of a batch in the order of intake. */
export function listItems(db: Db, batchId: string): Item[] {
  return rows<ItemRow>(db, `select ${columns} from items where batch_id = @batchId order by seq`, {
    batchId,
  }).map(itemOf)
}

/** An item that only a password keeps from being read. */
export const isLocked = `status = 'failed' and error_code in ('file_encrypted', 'password_wrong')`

/** In the order of intake. */
export function listLockedItems(db: Db, batchId: string): Item[] {
  return rows<ItemRow>(
    db,
    `select ${columns} from items where batch_id = @batchId and ${isLocked} order by seq`,
    { batchId },
  ).map(itemOf)
}

/** Items with this content, the latest first: any of their files can show its pages. */
export function listItemsByContent(db: Db, sha256: string): Item[] {
  return rows<ItemRow>(
    db,
    `select ${columns} from items where sha256 = @sha256 order by id desc limit 20`,
    { sha256 },
  ).map(itemOf)
}

/** What a claim may take. A suspect has twice been running when the process died. */
export type ClaimKind = 'uninspected' | 'ordinary' | 'suspect'
const claimable: Readonly<Record<ClaimKind, { readonly index: string; readonly where: string }>> = {
  uninspected: { index: 'items_uninspected', where: 'crashes < 2 and sha256 is null' },
  ordinary: { index: 'items_by_status', where: 'crashes < 2' },
  suspect: { index: 'items_by_status', where: 'crashes >= 2' },
}

/** Takes the next pending item; those that were running at a crash come after the others. */
export function claimItem(db: Db, batchId: string, kind: ClaimKind, at: string): Item | null {
  const { index, where } = claimable[kind]
  const claimed = row<ItemRow>(
    db,
    `update items set status = 'running', attempt = attempt + 1, started_at = coalesce(started_at, @at),
       pages_before = pages_done, error_code = null, error_details = null
     where id = (
         select id from items indexed by ${index}
         where batch_id = @batchId and status = 'pending' and ${where}
         order by crashes, seq limit 1)
       and status = 'pending'
     returning ${columns}`,
    { batchId, at },
  )
  return claimed && itemOf(claimed)
}

/** running -> pending: paused, or only inspected so far. */
export function releaseItem(db: Db, { id, attempt }: Claim): boolean {
  return met(
    change(
      db,
      `update items set status = 'pending'
       where id = @id and status = 'running' and attempt = @attempt`,
      { id, attempt },
    ),
  )
}

export interface Ending {
  readonly at: string
  readonly seconds: number
}

/** running -> done: its documents are stored. */
export function finishItem(
  db: Db,
  { id, attempt }: Claim,
  { at, seconds, needsReview }: Ending & { readonly needsReview: boolean },
): boolean {
  return met(
    change(
      db,
      `update items set status = 'done', finished_at = @at, seconds = coalesce(seconds, 0) + @seconds,
         needs_review = @needsReview, crashes = 0
       where id = @id and status = 'running' and attempt = @attempt`,
      { id, attempt, at, seconds, needsReview: Number(needsReview) },
    ),
  )
}

/** running -> failed, or skipped when the file is nothing that Sheaf reads. */
export function failItem(
  db: Db,
  { id, attempt }: Claim,
  { at, seconds, error }: Ending & { readonly error: Trouble },
): boolean {
  return met(
    change(
      db,
      `update items set status = @status, finished_at = @at, seconds = coalesce(seconds, 0) + @seconds,
         error_code = @code, error_details = @details
       where id = @id and status = 'running' and attempt = @attempt`,
      {
        id,
        attempt,
        at,
        seconds,
        status: error.code === 'unsupported_type' ? 'skipped' : 'failed',
        code: error.code,
        details: JSON.stringify(error.details),
      },
    ),
  )
}

/** pending or running -> cancelled: nothing of the batch goes on. */
export function cancelItems(db: Db, batchId: string, at: string): number {
  return change(
    db,
    `update items set status = 'cancelled', finished_at = @at, error_code = 'cancelled',
       error_details = json_object('file', filename)
     where batch_id = @batchId and status in ('pending', 'running')`,
    { batchId, at },
  )
}

/**
 * failed, cancelled -> pending by the person's wish, and done ones with a page that could not be
 * read: pages of a batch that reads words alone, and of documents, unless a person has settled or changed something in them. Their files are inspected anew.
 */
export function retryItems(db: Db, batchId: string): number {
  return change(
    db,
    `update items set status = 'pending', sha256 = null, crashes = 0, needs_review = 0, seconds = null,
       pages_done = 0, pages_kept = 0, error_code = null, error_details = null, started_at = null,
       finished_at = null
     where batch_id = @batchId and (
       status in ('failed', 'cancelled')
       or status = 'done'
         and exists (select 1 from documents d where d.item_id = items.id and d.missing_pages <> '[]')
         and not exists (select 1 from documents d join field_events e on e.document_id = d.id
                         where d.item_id = items.id and e.before is not null)
       or status = 'done'
         and exists (select 1 from batches b
                     join pages p on p.reader_key = b.reader_key and p.sha256 = items.sha256
                     where b.id = items.batch_id and b.kind = 'read' and p.error_code is not null))`,
    { batchId },
  )
}

/** failed -> pending for a locked file: a person gave a password. */
export function unlockItem(db: Db, { id }: Pick<Item, 'id'>): boolean {
  return met(
    change(
      db,
      `update items set status = 'pending', error_code = null, error_details = null, finished_at = null
       where id = @id and ${isLocked}`,
      { id },
    ),
  )
}

/** running -> pending for all that nobody is working on any more; null: in every batch. */
export function releaseRunning(db: Db, batchId: string | null): number {
  return change(
    db,
    `update items set status = 'pending'
     where status = 'running' and (@batchId is null or batch_id = @batchId)`,
    { batchId },
  )
}

/**
 * After a process that ended without a word: its running items are pending again, and one that was
 * running each of three times without getting anywhere is set aside, so that the next start gets on.
 */
export function recoverItems(db: Db, at: string): number {
  return change(
    db,
    `with died as (
       select id, crashes + (pages_done - pages_before < ${progressPages}) as crashes
       from items where status = 'running')
     update items set
       crashes = died.crashes,
       status = iif(died.crashes >= ${crashLimit}, 'failed', 'pending'),
       finished_at = iif(died.crashes >= ${crashLimit}, @at, null),
       error_code = iif(died.crashes >= ${crashLimit}, 'gave_up', null),
       error_details = iif(died.crashes >= ${crashLimit}, json_object('file', filename), null)
     from died where items.id = died.id and items.status = 'running'`,
    { at },
  )
}

function met(count: number): boolean {
  return count > 0
}
