import type { Status } from '../../views.ts'
import { type Db, rows } from './open.ts'

/** A document whose pages were read and are kept. */
export interface KeptDocument {
  readonly documentId: string
  readonly filename: string
  readonly batchName: string
  /** The name of its type, `unknown` without one. */
  readonly template: string
  readonly status: Status
}

/** Documents of a batch in the order of intake, at most so many; `search` in names, types and values. */
export function listKeptDocuments(
  db: Db,
  {
    batchId,
    like,
    limit,
  }: { readonly batchId: string; readonly like: string; readonly limit: number },
): KeptDocument[] {
  return rows<KeptDocument>(
    db,
    `select r.document_id as documentId, i.filename, b.name as batchName, d.type as template, r.status
     from batch_rows r
     join batches b on b.id = r.batch_id
     join items i on i.id = r.item_id
     join documents d on d.id = r.document_id
     where r.batch_id = @batchId and r.document_id is not null and r.text like @like escape '\\'
       and exists (select 1 from pages p where p.sha256 = i.sha256 and p.error_code is null
         and p.reader_key = coalesce(d.reader_key, i.reader_key, b.reader_key))
     order by r.item_seq, r.document_seq limit @limit`,
    { batchId, like, limit },
  )
}
