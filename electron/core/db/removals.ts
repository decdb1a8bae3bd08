import type { ItemStatus } from '../status.ts'
import type { Snapshot } from './fieldEvents.ts'
import { change, type Db, row } from './open.ts'

/** Files that a person took out of their batch, each with all that it was: so it can be put back. */

export interface Removal {
  readonly at: string
  /** How the item stood. */
  readonly status: ItemStatus
  readonly documents: readonly Snapshot[]
}

/** Keeps how an item stands, before it is removed; the caller holds the transaction. */
export function keepRemoval(
  db: Db,
  itemId: number,
  { at, documents }: Pick<Removal, 'at' | 'documents'>,
): void {
  change(
    db,
    `insert or replace into removals (item_id, at, status, needs_review, pages_done, pages_kept, stale, error_code,
       error_details, finished_at, page_states, documents)
     select id, @at, status, needs_review, pages_done, pages_kept, stale, error_code, error_details, finished_at,
       (select json_group_array(json_array(page, kept, reader, error_code, error_details))
        from page_states where item_id = items.id), @documents
     from items where id = @itemId`,
    { itemId, at, documents: JSON.stringify(documents) },
  )
  change(db, 'delete from page_states where item_id = @itemId', { itemId })
}

export function findRemoval(db: Db, itemId: number): Removal | null {
  const found = row<{ at: string; status: ItemStatus; documents: string }>(
    db,
    'select at, status, documents from removals where item_id = @itemId',
    { itemId },
  )
  return found && { ...found, documents: JSON.parse(found.documents) }
}

/** Its pages stand as they did, and the removal is forgotten; the item was put back before. */
export function forgetRemoval(db: Db, itemId: number): void {
  change(
    db,
    `insert into page_states (batch_id, item_id, page, kept, reader, error_code, error_details)
     select i.batch_id, i.id, s.value ->> 0, s.value ->> 1, s.value ->> 2, s.value ->> 3, s.value ->> 4
     from removals r join items i on i.id = r.item_id, json_each(r.page_states) s where r.item_id = @itemId`,
    { itemId },
  )
  change(db, 'delete from removals where item_id = @itemId', { itemId })
}
