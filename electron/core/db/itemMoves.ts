import type { Trouble } from './batches.ts'
import {
  type Item,
  type ItemReading,
  type ItemRow,
  isLocked,
  isRemoved,
  itemColumns,
  itemOf,
} from './items.ts'
import { change, type Db, row } from './open.ts'

/**
 * The moves of items, and the only writer of their status. Each move carries its guard in the WHERE, so that the
 * late result of an attempt that was given up changes nothing; the number of rows met says which.
 */

/** An item that is running, and which run of it this is. */
export type Claim = Pick<Item, 'id' | 'attempt'>

/** An item that read this many pages before the process died was not what stopped it. */
const progressPages = 10

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
       pages_before = pages_done, stale = 0, error_code = null, error_details = null
     where id = (
         select id from items indexed by ${index}
         where batch_id = @batchId and status = 'pending' and ${where}
         order by crashes, seq limit 1)
       and status = 'pending'
     returning ${itemColumns}`,
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

/** pending -> skipped: the person wished to leave it out before anything of it was read. */
export function leaveOutItem(
  db: Db,
  { id }: Pick<Item, 'id'>,
  { at, error }: { readonly at: string; readonly error: Trouble },
): boolean {
  return met(
    change(
      db,
      `update items set status = 'skipped', finished_at = @at, error_code = @code, error_details = @details
       where id = @id and status = 'pending'`,
      { id, at, code: error.code, details: JSON.stringify(error.details) },
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

interface RetryWish {
  /** From now on these are read with settings of their own. */
  readonly reading?: ItemReading | null
  /** null: all of them. */
  readonly itemIds?: readonly number[] | null
}

/**
 * failed, cancelled -> pending by the person's wish, and done ones with a page that could not be
 * read: pages of a batch that reads words alone, and of documents, unless a person has settled or changed something in them. Their files are inspected anew.
 */
export function retryItems(
  db: Db,
  batchId: string,
  { reading = null, itemIds = null }: RetryWish = {},
): number {
  return change(
    db,
    `update items set status = 'pending', sha256 = null, crashes = 0, needs_review = 0, seconds = null,
       pages_done = 0, pages_kept = 0, error_code = null, error_details = null, started_at = null,
       finished_at = null, reader_key = coalesce(@readerKey, reader_key),
       reader_settings = coalesce(@readerSettings, reader_settings)
     where batch_id = @batchId and (@itemIds is null or id in (select value from json_each(@itemIds))) and (
       status in ('failed', 'cancelled')
       or status = 'done'
         and exists (select 1 from documents d where d.item_id = items.id and d.missing_pages <> '[]')
         and not exists (select 1 from field_events e
                         where e.item_id = items.id and e.before is not null and e.of_batch = 0)
       or status = 'done'
         and exists (select 1 from batches b
                     join pages p on p.sha256 = items.sha256
                       and p.reader_key = coalesce(items.reader_key, b.reader_key)
                     where b.id = items.batch_id and b.kind = 'read' and p.error_code is not null))`,
    {
      batchId,
      readerKey: reading?.readerKey ?? null,
      readerSettings: reading && JSON.stringify(reading),
      itemIds: itemIds && JSON.stringify(itemIds),
    },
  )
}

/** Anything but running -> skipped: a person took it out of the batch. What it was is kept before (removals.ts). */
export function removeItem(db: Db, { id }: Pick<Item, 'id'>, at: string): boolean {
  return met(
    change(
      db,
      `update items set status = 'skipped', error_code = 'removed', error_details = json_object('file', filename),
         finished_at = @at, needs_review = 0, pages_done = 0, pages_kept = 0, stale = 0
       where id = @id and status <> 'running' and not (${isRemoved})`,
      { id, at },
    ),
  )
}

/** skipped -> as it was, when a person had removed it. */
export function putBackItem(db: Db, { id }: Pick<Item, 'id'>): boolean {
  return met(
    change(
      db,
      `update items set (status, needs_review, pages_done, pages_kept, stale, error_code, error_details,
         finished_at) = (select status, needs_review, pages_done, pages_kept, stale, error_code, error_details,
         finished_at from removals where item_id = items.id)
       where id = @id and ${isRemoved} and exists (select 1 from removals where item_id = items.id)`,
      { id },
    ),
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
 * running each of `most` times without getting anywhere is set aside, so that the next start gets on.
 */
export function recoverItems(db: Db, at: string, most = 3): number {
  return change(
    db,
    `with died as (
       select id, crashes + (pages_done - pages_before < ${progressPages}) as crashes
       from items where status = 'running')
     update items set
       crashes = died.crashes,
       status = iif(died.crashes >= @most, 'failed', 'pending'),
       finished_at = iif(died.crashes >= @most, @at, null),
       error_code = iif(died.crashes >= @most, 'gave_up', null),
       error_details = iif(died.crashes >= @most, json_object('file', filename), null)
     from died where items.id = died.id and items.status = 'running'`,
    { at, most },
  )
}

function met(count: number): boolean {
  return count > 0
}
