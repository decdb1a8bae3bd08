import { type Item, type ItemRow, itemColumns, itemOf } from './items.ts'
import { type Db, row, rows } from './open.ts'

/** Which items: all that were not read whole, or those for one reason. */
export interface UnreadFilter {
  readonly batchId: string
  readonly code: string | null
}

/** An item that ended without being read whole: failed, left out, or done but for a page. */
const isUnread = `batch_id = @batchId and (
  status in ('failed', 'skipped', 'cancelled')
    and (@code is null or coalesce(error_code, status) = @code)
  or status in ('done', 'failed', 'cancelled')
    and id in (select s.item_id from page_states s
               where s.batch_id = @batchId and s.error_code is not null
                 and (@code is null or s.error_code = @code)))`

/** In the order of intake, those after a position. */
export function listUnreadItems(
  db: Db,
  { after, limit, ...filter }: UnreadFilter & { readonly after: number; readonly limit: number },
): Item[] {
  return rows<ItemRow>(
    db,
    `select ${itemColumns} from items where ${isUnread} and seq > @after order by seq limit @limit`,
    { ...filter, after, limit },
  ).map(itemOf)
}

export function countUnreadItems(db: Db, filter: UnreadFilter): number {
  const found = row<{ items: number }>(
    db,
    `select count(*) as items from items where ${isUnread}`,
    {
      ...filter,
    },
  )
  return found?.items ?? 0
}
