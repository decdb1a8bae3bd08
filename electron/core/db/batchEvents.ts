import { type Db, rows } from './open.ts'

/** What happened to a batch, in its order: files that ended, and what was done to documents. */
export interface BatchEvent {
  readonly at: string
  /** `item.done`, `item.failed` …, `document.extracted`, `document.corrected` … */
  readonly event: string
  readonly fileIndex: number
  readonly documentId: string | null
  readonly fieldId: number | null
  /** What it was changed to, as it is kept. */
  readonly after: string | null
}

export function listBatchEvents(db: Db, batchId: string): BatchEvent[] {
  return rows<BatchEvent>(
    db,
    `select finished_at as at, 'item.' || status as event, seq as fileIndex, null as documentId,
       null as fieldId, null as after, 0 as source, id
     from items where batch_id = @batchId and finished_at is not null
     union all
     select e.at, 'document.' || e.kind, i.seq, e.document_id, e.field_id, e.after, 1, e.id
     from field_events e join items i on i.id = e.item_id where i.batch_id = @batchId
     order by at, source, id`,
    { batchId },
  )
}
