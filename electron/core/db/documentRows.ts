import type { ErrorCode } from '../../../workers/errors.ts'
import type { Status } from '../../views.ts'
import { countFound, findRows, listFound } from './foundRows.ts'
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
  /** What a person decided about the document; null for an item without one. */
  readonly review: 'none' | 'approved' | 'rejected' | null
  readonly reviewReason: string | null
  readonly isPostponed: 0 | 1
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
  /** Of these alone; none named: of any. */
  readonly statuses: readonly Status[]
  /** Part of a file name, a type or a value, or words of pages by their beginnings; empty: any. */
  readonly search: string
}

export interface RowSlice extends RowFilter {
  readonly after: number
  readonly limit: number
}

const documentPages = 'coalesce(json_array_length(d.page_list), d.last_page - d.first_page + 1)'

/** Where a row stands, before anybody looks up what it shows. */
export interface RowKey {
  readonly itemSeq: number
  readonly documentSeq: number
  readonly itemId: number
  readonly documentId: string | null
  readonly status: Status
}

/**
 * Rows after `after` in the order of intake: as many whole items as it takes to reach `limit`, so
 * that a file with several documents is never cut in two.
 */
export function listRows(db: Db, slice: RowSlice, found = findRows(db, slice)): TableRow[] {
  const keys = found === null ? listWhole(db, slice) : listFound(db, slice, found)
  return rows<TableRow>(
    db,
    `select i.seq as "index", i.id as itemId, d.id as documentId, i.filename, i.path,
       r.value ->> 'status' as status, d.type, d.confidence,
       (select count(*) from fields f where f.document_id = d.id and f.needs_review = 1)
         as reviewFields,
       d.review, d.review_reason as reviewReason,
       d.postponed_at is not null and d.review = 'none' as isPostponed,
       iif(d.id is null, i.pages_done, ${documentPages} - json_array_length(d.missing_pages)) as pagesDone,
       iif(d.id is null, i.page_count, ${documentPages}) as pageCount,
       iif(d.id is null, (select json_group_array(s.page) from page_states s
           where s.item_id = i.id and s.error_code is not null and i.status <> 'pending'),
         d.missing_pages) as missingPages,
       i.seconds, i.error_code as errorCode, i.error_details as errorDetails
     from json_each(@keys) r
     join items i on i.id = r.value ->> 'itemId'
     left join documents d on d.id = r.value ->> 'documentId'
     order by r.key`,
    { keys: JSON.stringify(keys) },
  )
}

/** How many rows there are, whatever the slice. */
export function countRows(db: Db, filter: RowFilter, found = findRows(db, filter)): number {
  if (found !== null) return countFound(db, filter, found)
  const { sql, params } = filtered(filter, filter.statuses)
  return row<{ total: number }>(db, `select count(*) as total ${sql}`, params)?.total ?? 0
}

const keyColumns = `item_seq as itemSeq, document_seq as documentSeq, item_id as itemId,
  document_id as documentId, status`

/** The rows of a slice, with all of the last one’s item. */
function listWhole(db: Db, slice: RowSlice): RowKey[] {
  const keys = listKeys(db, slice)
  const last = keys.length === slice.limit ? keys.at(-1) : null
  return last ? [...keys, ...listRest(db, slice, last)] : keys
}

function listKeys(db: Db, { after, limit, ...filter }: RowSlice): RowKey[] {
  const { statuses } = filter
  const first = (these: readonly Status[]) =>
    `select ${keyColumns} ${filtered(filter, these).sql} and item_seq > @after
     order by item_seq, document_seq limit @limit`
  // One status is an order of its own in the index; of several the first rows of each are enough.
  const sql =
    statuses.length <= 1
      ? first(statuses)
      : `${statuses.map((status) => `select * from (${first([status])})`).join(' union all ')}
         order by itemSeq, documentSeq limit @limit`
  return rows<RowKey>(db, sql, { ...filtered(filter, statuses).params, after, limit })
}

/** What a slice that ends in the middle of an item leaves of it. */
function listRest(db: Db, { statuses, ...filter }: RowSlice, last: RowKey): RowKey[] {
  const { sql, params } = filtered({ ...filter, statuses }, statuses)
  return rows<RowKey>(
    db,
    `select ${keyColumns} ${sql} and item_seq = @itemSeq and document_seq > @documentSeq
     order by document_seq`,
    { ...params, itemSeq: last.itemSeq, documentSeq: last.documentSeq },
  )
}

interface Statement {
  readonly sql: string
  readonly params: Params
}

/** The rows that a filter leaves, or that it leaves of some of its statuses. */
function filtered({ batchId, statuses }: RowFilter, these: readonly Status[]): Statement {
  const named = Object.fromEntries(statuses.map((status, i) => [`status${i}`, status]))
  const marks = these.map((status) => `@status${statuses.indexOf(status)}`).join(', ')
  // Without statistics SQLite may take the order of intake and look at every row for its status.
  const index = marks ? 'indexed by batch_rows_by_status' : ''
  return {
    sql: `from batch_rows ${index} where batch_id = @batchId ${marks && `and status in (${marks})`}`,
    params: { batchId, ...(marks && named) },
  }
}
