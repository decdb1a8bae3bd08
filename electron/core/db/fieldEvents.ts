import type { DocumentState, StoredDocument } from './documents.ts'
import type { FieldState, StoredField } from './fields.ts'
import { change, type Db, row } from './open.ts'

/** Everything that one act of a person changed, as it was before or is after it. */
export interface ReviewState {
  readonly document: DocumentState
  readonly fields: readonly FieldState[]
}

/** A document as it was before its pages were read again: all of it. */
export interface Snapshot extends ReviewState {
  readonly document: StoredDocument
  readonly fields: readonly StoredField[]
}

/** What a person did; `extracted` is a reading that the person asked for. */
export type FieldEvent = { readonly id: number } & (
  | { readonly kind: 'corrected' | 'approved'; readonly before: ReviewState }
  | { readonly kind: 'extracted'; readonly before: Snapshot }
)

/** Appends to the history of a document; nothing ever changes or leaves it. */
export function appendEvent(
  db: Db,
  event: {
    documentId: string
    kind: 'extracted' | 'corrected' | 'approved' | 'undone'
    at: string
    fieldId?: number
    before?: ReviewState
    after?: ReviewState
    undoes?: number
    /** Done to the whole batch, and no sign that a person worked on this document. */
    isOfBatch?: boolean
  },
): void {
  change(
    db,
    `insert into field_events (document_id, field_id, kind, at, before, after, undoes, of_batch)
     values (@documentId, @fieldId, @kind, @at, @before, @after, @undoes, @ofBatch)`,
    {
      documentId: event.documentId,
      kind: event.kind,
      at: event.at,
      fieldId: event.fieldId ?? null,
      before: event.before ? JSON.stringify(event.before) : null,
      after: event.after ? JSON.stringify(event.after) : null,
      undoes: event.undoes ?? null,
      ofBatch: Number(event.isOfBatch ?? false),
    },
  )
}

/** The latest act of a person that nobody has taken back yet. */
export function findLastAct(db: Db, documentId: string): FieldEvent | null {
  const found = row<{ id: number; kind: FieldEvent['kind']; before: string }>(
    db,
    `select id, kind, before from field_events e
     where document_id = @documentId and kind <> 'undone' and before is not null
       and not exists (select 1 from field_events u where u.undoes = e.id)
     order by id desc limit 1`,
    { documentId },
  )
  return found && ({ ...found, before: JSON.parse(found.before) } as FieldEvent)
}
