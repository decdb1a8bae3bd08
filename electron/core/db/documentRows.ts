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
  /** What a person decided about the document; null for an item without one. */
  readonly review: 'none' | 'approved' | 'rejected' | null
  readonly reviewReason: string | null
  readonly isPostponed: 0 | 1
  readonly pagesDone: number
  readonly pageCount: number | null
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

const documentPages = 'coalesce(json_array_length(d.page_list), d.last_page - d.first_page + 1)'

/** An item's or document's state in the words of faces and exports. */
export const statusSql = `case
  when i.status <> 'done' then i.status
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
       d.review, d.review_reason as reviewReason,
       d.postponed_at is not null and d.review = 'none' as isPostponed,
       iif(d.id is null, i.pages_done, ${documentPages} - json_array_length(d.missing_pages)) as pagesDone,
       iif(d.id is null, i.page_count, ${documentPages}) as pageCount,
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
