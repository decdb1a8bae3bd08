import type { ErrorCode } from '../../../workers/errors.ts'
import type { Status } from '../../views.ts'
import { type Db, row, rows } from './open.ts'

/** One row of a batch's table: a document, or an item that has none. */
export interface TableRow {
  readonly index: number
  readonly itemId: number
  readonly documentId: string | null
  readonly filename: string
  readonly path: string
  readonly status: Status
  readonly type: string | null
  readonly confidence: number | null
  readonly reviewFields: number
  readonly pagesDone: number
  readonly pageCount: number | null
  /** json */
  readonly missingPages: string
  readonly seconds: number | null
  readonly errorCode: ErrorCode | null
  readonly errorDetails: string | null
}

export interface RowFilter {
  readonly batchId: string
  /** Empty: any. */
  readonly statuses: readonly Status[]
  /** Part of a file name, a type or a value; empty: any. */
  readonly search: string
}

/** An item's or document's state in the words of faces and exports. */
export const statusSql = `case
  when i.status <> 'done' then i.status
  when d.id is null then iif(i.needs_review = 1, 'needs_review', 'completed')
  when d.review <> 'approved' and d.needs_review = 1 then 'needs_review'
  else 'completed' end`

const source = `from items i left join documents d on d.item_id = i.id and i.status = 'done'
  where i.batch_id = @batchId
    and (@statuses = '[]' or ${statusSql} in (select value from json_each(@statuses)))
    and (@search = '' or i.filename like @like escape '\\' or d.type like @like escape '\\'
      or exists (select 1 from fields f where f.document_id = d.id and f.table_name is null
                 and f.value like @like escape '\\'))`

function filterParams({ batchId, statuses, search }: RowFilter) {
  const like = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return { batchId, statuses: JSON.stringify(statuses), search, like }
}

/**
 * Rows after `after` in the order of intake: as many whole items as it takes to reach `limit`, so
 * that a file with several documents is never cut in two.
 */
export function listRows(
  db: Db,
  { after, limit, ...filter }: RowFilter & { after: number; limit: number },
): TableRow[] {
  return rows<TableRow>(
    db,
    `select i.seq as "index", i.id as itemId, d.id as documentId, i.filename, i.path,
       ${statusSql} as status, d.type, d.confidence,
       (select count(*) from fields f where f.document_id = d.id and f.needs_review = 1)
         as reviewFields,
       iif(d.id is null, i.pages_done, d.last_page - d.first_page + 1
         - json_array_length(d.missing_pages)) as pagesDone,
       iif(d.id is null, i.page_count, d.last_page - d.first_page + 1) as pageCount,
       iif(d.id is null, (select json_group_array(s.page) from page_states s
           where s.item_id = i.id and s.error_code is not null and i.status <> 'pending'),
         d.missing_pages) as missingPages,
       i.seconds, i.error_code as errorCode, i.error_details as errorDetails
     ${source}
       and i.seq > @after and i.seq <= coalesce(
         (select i.seq ${source} and i.seq > @after order by i.seq limit 1 offset @last), 1e15)
     order by i.seq, d.seq`,
    { ...filterParams(filter), after, last: limit - 1 },
  )
}

export function countRows(db: Db, filter: RowFilter): number {
  return (
    row<{ total: number }>(db, `select count(*) as total ${source}`, filterParams(filter))?.total ??
    0
  )
}
