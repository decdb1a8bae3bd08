import type { ErrorCode } from '../../../workers/errors.ts'
import type { Status } from '../../views.ts'
import { type Db, type Params, row, rows } from './open.ts'

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

export interface RowSlice extends RowFilter {
  readonly after: number
  readonly limit: number
}

/**
 * Rows after `after` in the order of intake: as many whole items as it takes to reach `limit`, so
 * that a file with several documents is never cut in two.
 */
export function listRows(db: Db, slice: RowSlice): TableRow[] {
  const { sql, params } = sliceSql(slice)
  return rows<TableRow>(
    db,
    `select i.seq as "index", i.id as itemId, d.id as documentId, i.filename, i.path, r.status, d.type,
       d.confidence,
       (select count(*) from fields f where f.document_id = d.id and f.needs_review = 1)
         as reviewFields,
       iif(d.id is null, i.pages_done, d.last_page - d.first_page + 1
         - json_array_length(d.missing_pages)) as pagesDone,
       iif(d.id is null, i.page_count, d.last_page - d.first_page + 1) as pageCount,
       i.seconds, i.error_code as errorCode, i.error_details as errorDetails
     from (${sql}) r
     join items i on i.id = r.item_id left join documents d on d.id = r.document_id
     order by r.item_seq, r.document_seq`,
    params,
  )
}

/** How many rows there are, whatever the slice. */
export function countRows(db: Db, filter: RowFilter): number {
  const { sql, params } = filterSql(filter)
  const found = row<{ total: number }>(
    db,
    `select count(*) as total from batch_rows ${sql}`,
    params,
  )
  return found?.total ?? 0
}

/** The rows of a slice by the keys of the table alone; what they show is looked up afterwards. */
export function sliceSql({ after, limit, ...filter }: RowSlice): Statement {
  const { statuses } = filter
  const found = filterSql(filter)
  const first = (sql: string) =>
    `select item_seq, document_seq from batch_rows ${sql} and item_seq > @after
     order by item_seq, document_seq limit @limit`
  // One status is an order of its own in the index; of several the first rows of each are enough.
  const firsts =
    statuses.length > 1
      ? statuses.map((_, i) => first(filterSql(filter, [i]).sql))
      : [first(found.sql)]
  const all = firsts.map((sql) => `select item_seq, document_seq from (${sql})`).join(' union all ')
  const last = `select item_seq from (${all}) order by item_seq, document_seq limit 1 offset @last`
  return {
    sql: `select item_id, document_id, status, item_seq, document_seq from batch_rows ${found.sql}
      and item_seq > @after and item_seq <= coalesce((${last}), 1e15)`,
    params: { ...found.params, after, limit, last: limit - 1 },
  }
}

interface Statement {
  readonly sql: string
  readonly params: Params
}

/** The condition of a filter, or of it with some of its statuses. */
function filterSql(
  { batchId, statuses, search }: RowFilter,
  these: readonly number[] = [...statuses.keys()],
): Statement {
  const named = Object.fromEntries(statuses.map((status, i) => [`status${i}`, status]))
  const marks = these.map((i) => `@status${i}`).join(', ')
  return {
    sql: `where batch_id = @batchId${marks && ` and status in (${marks})`}${search && ` and instr(text, lower(@search)) > 0`}`,
    params: { batchId, ...named, ...(search !== '' && { search }) },
  }
}
