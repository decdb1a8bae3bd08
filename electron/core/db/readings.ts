import { type Db, row, rows } from './open.ts'

/** What the pages of a batch say about its reading as a whole. */

/** What read the pages of a batch, in words. */
export function listEngines(db: Db, batchId: string): string[] {
  return rows<{ engine: string }>(
    db,
    `select distinct p.engine from batches b
     join items i on i.batch_id = b.id
     left join documents d on d.item_id = i.id
     join pages p on p.sha256 = i.sha256 and p.reader_key = coalesce(d.reader_key, i.reader_key, b.reader_key)
     where b.id = @batchId and p.engine is not null order by p.engine`,
    { batchId },
  ).map(({ engine }) => engine)
}

/** What read the pages of an item, in words; null: nothing has. */
export function enginesOfItem(db: Db, itemId: number): string | null {
  const found = row<{ engine: string | null }>(
    db,
    `select group_concat(distinct p.engine) as engine from items i
     join batches b on b.id = i.batch_id
     left join documents d on d.item_id = i.id
     join pages p on p.sha256 = i.sha256 and p.reader_key = coalesce(d.reader_key, i.reader_key, b.reader_key)
     where i.id = @itemId and p.engine is not null`,
    { itemId },
  )
  return found?.engine?.replaceAll(',', ', ') ?? null
}

/** How often a page of this batch was read although it was kept already. */
export function countReadTwice(db: Db, batchId: string): number {
  const found = row<{ pages: number }>(
    db,
    `select coalesce(sum(reads - 1), 0) as pages from (
       select distinct p.sha256, p.page, p.reader_key, p.reads from batches b
       join items i on i.batch_id = b.id
       join pages p on p.sha256 = i.sha256 and p.reader_key = coalesce(i.reader_key, b.reader_key)
       where b.id = @batchId)`,
    { batchId },
  )
  return found?.pages ?? 0
}
