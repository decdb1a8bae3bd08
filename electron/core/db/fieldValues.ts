import type { Turn } from '../../../workers/model.ts'
import type { Status } from '../../views.ts'
import { type FieldRow, fieldOf, type StoredField, valueColumns } from './fields.ts'
import { type Db, type Params, rows } from './open.ts'

/** The same field of all documents of a batch. */

/** Where a slice ended: the place of its last row in the order of doubt. */
export interface ValueCursor {
  readonly needsReview: boolean
  readonly confidence: number
  readonly fieldId: number
}

export interface FieldValue extends StoredField {
  readonly documentId: string
  readonly itemId: number
  readonly filename: string
  readonly status: Status
  readonly sha256: string | null
  /** That of the page where the value was seen. */
  readonly rotation: Turn | null
}

interface Slice {
  readonly batchId: string
  readonly field: string
  /** Of these alone; none named: of any. */
  readonly statuses: readonly Status[]
  readonly after: ValueCursor | null
  readonly limit: number
}

type Row = FieldRow &
  Pick<FieldValue, 'documentId' | 'itemId' | 'filename' | 'status' | 'sha256' | 'rotation'>

const status = `iif(s.needs_review = 1 and s.review <> 'approved', 'needs_review', 'completed')`

const documentStates: readonly Status[] = ['needs_review', 'completed']

/** Values in the order of doubt: those to review first, the least sure first of all. */
export function listValues(db: Db, slice: Slice): FieldValue[] {
  // Documents stand in two of the states; of the others there is nothing to look for.
  if (slice.statuses.length > 0 && !slice.statuses.some((one) => documentStates.includes(one)))
    return []
  const { sql, params } = valuesSql(slice)
  return rows<Row>(db, sql, params).map(
    ({ documentId, itemId, filename, status, sha256, rotation, ...field }) => ({
      ...fieldOf(field),
      ...{ documentId, itemId, filename, status, sha256, rotation },
    }),
  )
}

export function valuesSql({ batchId, field, statuses, after, limit }: Slice): {
  readonly sql: string
  readonly params: Params
} {
  const own = valueColumns.replaceAll(/(^|, |\n\s+)/g, (gap) => `${gap}f.`)
  // Written out, so that the slice begins in the index where the last one ended.
  const later = after
    ? `and f.needs_review <= @needsReview and (f.needs_review < @needsReview
         or f.confidence > @confidence or (f.confidence = @confidence and f.id > @fieldId))`
    : ''
  return {
    sql: `select ${own}, '[]' as candidates, d.id as documentId, i.id as itemId, i.filename, i.sha256,
       ${status} as status, (select p.rotation from pages p where p.sha256 = i.sha256 and p.page = f.page
         and p.reader_key = coalesce(d.reader_key, i.reader_key, b.reader_key)) as rotation
     from fields f indexed by fields_by_name
     cross join documents s indexed by documents_by_state on s.id = f.document_id
     cross join documents d on d.id = f.document_id
     cross join items i on i.id = d.item_id
     cross join batches b on b.id = d.batch_id
     where f.batch_id = @batchId and f.name = @field and f.table_name is null ${later}
       and (@statuses = '[]' or ${status} in (select value from json_each(@statuses)))
       and i.status = 'done'
     order by f.needs_review desc, f.confidence, f.id limit @limit`,
    params: {
      ...{ batchId, field, limit, statuses: JSON.stringify(statuses) },
      ...(after && {
        needsReview: Number(after.needsReview),
        confidence: after.confidence,
        fieldId: after.fieldId,
      }),
    },
  }
}

export interface FieldName {
  readonly name: string
  readonly label: string
  readonly type: string
  /** Values of it that a person should look at. */
  readonly doubtful: number
}

/** The fields that documents of a batch have, by name, and how many values of each are in doubt. */
export function listFieldNames(db: Db, batchId: string): FieldName[] {
  // From name to name in the index, instead of over every value.
  return rows<FieldName>(
    db,
    `with recursive names (name) as (
       select min(name) from fields where batch_id = @batchId and table_name is null
       union all
       select (select min(name) from fields
               where batch_id = @batchId and table_name is null and name > names.name)
       from names where name is not null)
     select n.name, f.label, f.type,
       (select count(*) from fields q indexed by fields_doubtful
        cross join documents d indexed by documents_by_state on d.id = q.document_id
        where q.batch_id = @batchId and q.name = n.name and q.table_name is null
          and q.needs_review = 1 and d.needs_review = 1 and d.review <> 'approved') as doubtful
     from names n join fields f on f.id = (select id from fields
       where batch_id = @batchId and name = n.name and table_name is null limit 1)
     where n.name is not null
     order by doubtful desc, f.position, n.name`,
    { batchId },
  )
}
