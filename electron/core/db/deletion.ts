import { change, type Db, rows } from './open.ts'

/** Batches on their way out: marked, restored, and taken away in parts. */

/** false: there is none, or it is deleted already. */
export function markDeleted(db: Db, id: string, at: string): boolean {
  return (
    change(db, 'update batches set deleted_at = @at where id = @id and deleted_at is null', {
      id,
      at,
    }) > 0
  )
}

/** false: it is not deleted, or parts of it are gone already. */
export function unmarkDeleted(db: Db, id: string): boolean {
  return (
    change(
      db,
      `update batches set deleted_at = null
       where id = @id and deleted_at is not null and purge_begun = 0`,
      { id },
    ) > 0
  )
}

/** Those that can be restored, the last deleted first. */
export function listDeleted(db: Db, limit: number): string[] {
  return rows<{ id: string }>(
    db,
    `select id from batches where deleted_at is not null and purge_begun = 0
     order by deleted_at desc limit @limit`,
    { limit },
  ).map(({ id }) => id)
}

/** Those whose time is over, and those of which parts are gone already. */
export function listPurgeable(db: Db, deletedBefore: string): string[] {
  return rows<{ id: string }>(
    db,
    `select id from batches
     where deleted_at is not null and (deleted_at < @deletedBefore or purge_begun = 1)`,
    { deletedBefore },
  ).map(({ id }) => id)
}

/** Finished ones that nobody has deleted. */
export function listFinishedBefore(db: Db, at: string): string[] {
  return rows<{ id: string }>(
    db,
    'select id from batches where deleted_at is null and finished_at < @at',
    { at },
  ).map(({ id }) => id)
}

/** From here on it cannot be restored; false: it is not deleted. */
export function beginPurge(db: Db, id: string): boolean {
  return (
    change(db, 'update batches set purge_begun = 1 where id = @id and deleted_at is not null', {
      id,
    }) > 0
  )
}

/**
 * Contents that only this batch has, some at a time: no item of another has them, and no file that waits
 * to be looked at in another lies where one of them lay.
 */
export function listOwnContents(db: Db, id: string, limit: number): string[] {
  return rows<{ sha256: string }>(
    db,
    `select distinct i.sha256 from items i
     where i.batch_id = @id and i.sha256 is not null
       and not exists (select 1 from items o where o.sha256 = i.sha256 and o.batch_id <> @id)
       and i.path not in (select w.path from items w
         where w.status = 'pending' and w.sha256 is null and w.batch_id <> @id)
     limit @limit`,
    { id, limit },
  ).map(({ sha256 }) => sha256)
}

/** Forgets a content of a batch: its pages, and that items of the batch had it. */
export function deleteContent(db: Db, id: string, sha256: string): void {
  change(db, 'delete from pages where sha256 = @sha256', { sha256 })
  change(db, 'update items set sha256 = null where batch_id = @id and sha256 = @sha256', {
    id,
    sha256,
  })
}

/** Takes the next item of a batch away, with its documents; false: none is left. */
export function deleteNextItem(db: Db, id: string): boolean {
  return (
    change(
      db,
      `delete from items where id = (select id from items where batch_id = @id order by seq limit 1)`,
      { id },
    ) > 0
  )
}

/** The batch itself, once its items are gone. */
export function deleteBatchRow(db: Db, id: string): void {
  change(db, 'delete from batches where id = @id', { id })
}
