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

/** What read the pages of each item of a batch. */
export function listEnginesByItem(db: Db, batchId: string): ReadonlyMap<number, string> {
  const engines = rows<{ id: number; engine: string }>(
    db,
    `select i.id, group_concat(distinct p.engine) as engine from batches b
     join items i on i.batch_id = b.id
     left join documents d on d.item_id = i.id
     join pages p on p.sha256 = i.sha256 and p.reader_key = coalesce(d.reader_key, i.reader_key, b.reader_key)
     where b.id = @batchId and p.engine is not null group by i.id`,
    { batchId },
  )
  return new Map(engines.map(({ id, engine }) => [id, engine.replaceAll(',', ', ')]))
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
