import type { ErrorCode } from '../../../workers/errors.ts'
import { wantedTerms } from '../../../workers/layout/searchTerms.ts'
import type { Status } from '../../views.ts'
import { type Db, type Params, row, rows } from './open.ts'
import { type Hit, listHits } from './pageTerms.ts'

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
interface RowKey {
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
export function listRows(db: Db, slice: RowSlice): TableRow[] {
  const keys = listWhole(db, slice)
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
export function countRows(db: Db, filter: RowFilter): number {
  const { sql, params } = filtered(filter, filter.statuses)
  const hits = listHits(db, { ...wantedIn(filter), after: -1, most: -1 })
  if (hits.length > 0) return countFound(db, filter, hits)
  return row<{ total: number }>(db, `select count(*) as total ${sql}`, params)?.total ?? 0
}

const keyColumns = `item_seq as itemSeq, document_seq as documentSeq, item_id as itemId,
  document_id as documentId, status`

/** Rows that have it in their text or on their pages: of a file with one row any page is its own. */
function countFound(db: Db, filter: RowFilter, hits: readonly Hit[]): number {
  const { named, is } = namedStatuses(filter.statuses)
  const params = { batchId: filter.batchId, like: likeOf(filter.search), ...named }
  const all = rows<{ itemId: number; documentSeq: number; isInText: 0 | 1 }>(
    db,
    `select item_id as itemId, document_seq as documentSeq, text like @like escape '\\' as isInText
     from batch_rows where batch_id = @batchId ${is('status')}`,
    params,
  )
  const several = new Set(all.flatMap((row) => (row.documentSeq > 0 ? [row.itemId] : [])))
  const alone = new Set(hits.flatMap(({ itemId }) => (several.has(itemId) ? [] : [itemId])))
  const simple = all.filter(({ itemId, isInText }) => isInText === 1 || alone.has(itemId)).length
  const ofSeveral = hits.filter(({ itemId }) => several.has(itemId))
  if (ofSeveral.length === 0) return simple
  const found = row<{ total: number }>(
    db,
    `select count(*) as total from (
       select distinct r.item_seq, r.document_seq ${rowsOfHits} ${is('r.status')}
         and not r.text like @like escape '\\')`,
    { ...params, hits: jsonOf(ofSeveral) },
  )
  return simple + (found?.total ?? 0)
}

/** The rows of a slice, with all of the last one’s item. */
function listWhole(db: Db, slice: RowSlice): RowKey[] {
  const keys = listKeys(db, slice)
  const last = keys.length === slice.limit ? keys.at(-1) : null
  if (last) keys.push(...listRest(db, slice, last))
  const found = slice.search === '' ? [] : listFoundKeys(db, slice)
  if (found.length === 0) return keys
  const merged = [...new Map([...keys, ...found].map((key) => [placeOf(key), key])).values()]
  merged.sort((a, b) => a.itemSeq - b.itemSeq || a.documentSeq - b.documentSeq)
  // Both lists hold whole items as far as they go, and neither ends before the limit.
  const end = merged[slice.limit - 1]?.itemSeq ?? Number.POSITIVE_INFINITY
  return merged.filter(({ itemSeq }) => itemSeq <= end)
}

const placeOf = ({ itemSeq, documentSeq }: RowKey) => `${itemSeq} ${documentSeq}`

/** Rows on whose pages the words of a search stand: of at least as many items as the slice may have. */
function listFoundKeys(db: Db, { after, limit, statuses, ...filter }: RowSlice): RowKey[] {
  const { named, is } = namedStatuses(statuses)
  const found: RowKey[] = []
  // A long file may have many hits: more of them are asked for until there are rows enough.
  for (let from = after, isMore = true; isMore && found.length < limit; ) {
    const most = 2 * limit
    const hits = listHits(db, { ...wantedIn({ ...filter, statuses }), after: from, most })
    isMore = hits.length === most
    // The last item may go on in the next part, which then begins with it.
    const last = hits.at(-1)?.itemId
    const isOneItem = last === hits[0]?.itemId
    const whole = isMore && !isOneItem ? hits.filter(({ itemId }) => itemId !== last) : hits
    found.push(
      ...rows<RowKey>(
        db,
        `select distinct r.item_seq as itemSeq, r.document_seq as documentSeq, r.item_id as itemId,
           r.document_id as documentId, r.status ${rowsOfHits} ${is('r.status')}
         order by r.item_seq, r.document_seq`,
        {
          ...named,
          batchId: filter.batchId,
          hits: jsonOf(whole),
        },
      ),
    )
    from = seqOf(db, whole.at(-1)?.itemId) ?? Number.POSITIVE_INFINITY
  }
  return found
}

/** The rows that pages with hits belong to. */
const rowsOfHits = `from json_each(@hits) h
  cross join batch_rows r indexed by batch_rows_by_item
    on r.item_id = h.value ->> 0 and r.batch_id = @batchId
  left join documents d on d.id = r.document_id
  where (d.id is null or h.value ->> 1 between d.first_page and d.last_page
    and (d.page_list is null or h.value ->> 1 in (select value from json_each(d.page_list))))`

function jsonOf(hits: readonly Hit[]): string {
  return JSON.stringify(hits.map(({ itemId, page }) => [itemId, page]))
}

function seqOf(db: Db, itemId: number | undefined): number | null {
  if (itemId === undefined) return null
  return (
    row<{ seq: number }>(db, 'select seq from items where id = @itemId', { itemId })?.seq ?? null
  )
}

function wantedIn({ batchId, search }: RowFilter) {
  return { batchId, terms: wantedTerms(search) }
}

function namedStatuses(statuses: readonly Status[]) {
  const named = Object.fromEntries(statuses.map((status, i) => [`status${i}`, status]))
  const marks = Object.keys(named).map((name) => `@${name}`)
  const is = (column: string) => (marks.length > 0 ? `and ${column} in (${marks.join(', ')})` : '')
  return { named, is }
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
function filtered({ batchId, statuses, search }: RowFilter, these: readonly Status[]): Statement {
  const named = Object.fromEntries(statuses.map((status, i) => [`status${i}`, status]))
  const marks = these.map((status) => `@status${statuses.indexOf(status)}`).join(', ')
  // Without statistics SQLite may take the order of intake and look at every row for its status.
  const index = marks && search === '' ? 'indexed by batch_rows_by_status' : ''
  return {
    sql: `from batch_rows ${index} where batch_id = @batchId
      ${marks && `and status in (${marks})`} ${search && `and text like @like escape '\\'`}`,
    params: { batchId, ...(marks && named), ...(search && { like: likeOf(search) }) },
  }
}

/** A pattern for a text that holds this one, also where it holds signs that mean something in a pattern. */
export function likeOf(search: string): string {
  return `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
