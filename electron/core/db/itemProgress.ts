import type { FileInspection } from '../../../workers/tasks.ts'
import type { ItemStatus } from '../status.ts'
import type { Claim } from './itemMoves.ts'
import { change, type Db, row, rows } from './open.ts'

/** What happens to an item without moving it; the guards are those of its moves, see itemMoves.ts. */

/** What the file is, found out while the item is running. */
export function saveInspection(
  db: Db,
  { id, attempt }: Claim,
  { modifiedAt, textPages, ...file }: FileInspection & { readonly modifiedAt: number },
): boolean {
  return met(
    change(
      db,
      `update items set size = @size, modified_at = @modifiedAt, sha256 = @sha256, type = @type,
         page_count = @pageCount, protection = @protection, text_pages = @textPages
       where id = @id and status = 'running' and attempt = @attempt`,
      { id, attempt, modifiedAt, textPages: textPages ?? null, ...file },
    ),
  )
}

/** Of its pages, how many are there already when reading begins. */
export function setPagesKept(db: Db, { id, attempt }: Claim, kept: number): boolean {
  return met(
    change(
      db,
      `update items set pages_done = @kept, pages_kept = @kept
       where id = @id and status = 'running' and attempt = @attempt`,
      { id, attempt, kept },
    ),
  )
}

/** One more page is read; `kept` when it came from somewhere else after all. */
export function countPage(db: Db, { id, attempt }: Claim, kept: boolean): boolean {
  return met(
    change(
      db,
      `update items set pages_done = pages_done + 1, pages_kept = pages_kept + @kept
       where id = @id and status = 'running' and attempt = @attempt`,
      { id, attempt, kept: Number(kept) },
    ),
  )
}

/** When the last item of a batch came to its end; null while one is still to be done. */
export function lastEnd(db: Db, batchId: string): string | null {
  const found = row<{ at: string | null }>(
    db,
    `select case when sum(status in ('pending', 'running')) = 0 then max(finished_at) end as at
     from items where batch_id = @batchId`,
    { batchId },
  )
  return found?.at ?? null
}

/** Follows the reviews of the item's documents. */
export function setNeedsReview(db: Db, id: number): void {
  change(
    db,
    `update items set needs_review = exists (
       select 1 from documents d
       where d.item_id = items.id and d.needs_review = 1 and d.review <> 'approved')
     where id = @id and status = 'done'`,
    { id },
  )
}

export interface ItemCount {
  readonly status: ItemStatus
  readonly needsReview: 0 | 1
  readonly items: number
  readonly inspected: number
  readonly pages: number
  readonly pagesDone: number
  readonly pagesKept: number
  /** Of them, those that wait for a password. */
  readonly locked: number
  /** Of them, those left out by the person's wish. */
  readonly leftOut: number
}

/** Items and pages of a batch by status: all that its summary needs. Triggers keep them. */
export function countItems(db: Db, batchId: string): ItemCount[] {
  return rows<ItemCount>(
    db,
    `select status, needs_review as needsReview, items, inspected, pages, pages_done as pagesDone,
       pages_kept as pagesKept, locked, left_out as leftOut
     from item_counts where batch_id = @batchId and items > 0`,
    { batchId },
  )
}

function met(count: number): boolean {
  return count > 0
}
