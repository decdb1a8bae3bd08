import type { ErrorCode } from '../../../workers/errors.ts'
import type { Reader } from '../../../workers/model.ts'
import type { ItemStatus } from '../status.ts'
import { type Db, rows } from './open.ts'

/** Items of a batch that stand alike. */
export interface ItemSum {
  readonly status: ItemStatus
  readonly code: ErrorCode | null
  readonly files: number
  /** Of them, those whose pages nobody could count. */
  readonly uncounted: number
  readonly pages: number
  /** Pages that have no state of their own: they stand as their item does. */
  readonly rest: number
}

const itemSums = `count(*) as files, sum(page_count is null) as uncounted,
  coalesce(sum(page_count), 0) as pages, coalesce(sum(page_count - pages_done), 0) as rest`

/** Two walks along an index: grouping all of them by code would sort all of them. */
export function sumItems(db: Db, batchId: string): ItemSum[] {
  return rows<ItemSum>(
    db,
    `select status, null as code, ${itemSums} from items
     where batch_id = @batchId and status in ('pending', 'running', 'done') group by status
     union all
     select status, error_code as code, ${itemSums} from items
     where batch_id = @batchId and status in ('failed', 'skipped', 'cancelled')
     group by status, error_code`,
    { batchId },
  )
}

/** Pages of a batch that were read alike. */
export interface ReadSum {
  readonly reader: Reader | null
  readonly kept: 0 | 1
  readonly pages: number
}

export function sumReadPages(db: Db, batchId: string): ReadSum[] {
  return rows<ReadSum>(
    db,
    `select reader, kept, count(*) as pages from page_states
     where batch_id = @batchId and error_code is null group by reader, kept`,
    { batchId },
  )
}

/** Pages of a batch that a person left out of its documents, and of how many files. */
export function sumLeftOut(
  db: Db,
  batchId: string,
): { readonly pages: number; readonly files: number } {
  const [found] = rows<{ pages: number; files: number }>(
    db,
    `select count(*) as pages, count(distinct item_id) as files from page_states
     where batch_id = @batchId and error_code = 'left_out'`,
    { batchId },
  )
  return found ?? { pages: 0, files: 0 }
}

/** Pages of a batch that could not be read for the same reason. */
export interface FailedSum {
  readonly code: ErrorCode
  readonly pages: number
  readonly files: number
  /** Of the pages, those that are tried again when their item’s turn comes. */
  readonly open: number
  /** Of the files, those that are done but for these pages. */
  readonly incomplete: number
}

export function sumFailedPages(db: Db, batchId: string): FailedSum[] {
  return rows<FailedSum>(
    db,
    `select code, sum(pages) as pages, count(*) as files, sum(iif(status = 'pending', pages, 0)) as open,
       sum(status = 'done') as incomplete
     from (
       select s.error_code as code, i.status, count(*) as pages
       from page_states s join items i on i.id = s.item_id
       where s.batch_id = @batchId and s.error_code is not null and s.error_code <> 'left_out'
       group by s.error_code, i.id)
     group by code order by pages desc, code`,
    { batchId },
  )
}

/** Items of a batch that are done but for a page that could not be read. */
export function countIncomplete(db: Db, batchId: string): number {
  const [found] = rows<{ files: number }>(
    db,
    `select count(distinct s.item_id) as files from page_states s join items i on i.id = s.item_id
     where s.batch_id = @batchId and s.error_code is not null and s.error_code <> 'left_out'
       and i.status = 'done'`,
    { batchId },
  )
  return found?.files ?? 0
}
