import type {
  Box,
  Candidate,
  ExtractedDocument,
  Field,
  FieldType,
  Reader,
  ReviewReason,
} from '../../../workers/model.ts'
import { change, type Db, row, rows } from './open.ts'

/** A field as it stands now, with its place in the document. */
export interface StoredField extends Field {
  readonly id: number
  /** null: a field of the document itself, else the table it is a cell of. */
  readonly table: string | null
  readonly row: number | null
  readonly corrected: boolean
  /** A person stands by the value as it was found. */
  readonly accepted: boolean
}

/** A field in its place, before it is stored. */
export type PlacedField = Omit<StoredField, 'id'>

/** Fields and cells of an extracted document, in order. */
export function placedFields({ fields, tables }: ExtractedDocument): PlacedField[] {
  const untouched = { corrected: false, accepted: false }
  const own = fields.map((field) => ({ ...field, table: null, row: null, ...untouched }))
  const cells = Object.entries(tables).flatMap(([table, lines]) =>
    lines.flatMap((line, row) =>
      Object.entries(line).map(([name, cell]) => ({ ...cell, name, table, row, ...untouched })),
    ),
  )
  return [...own, ...cells]
}

/** Stores the fields of a document in this order. */
export function insertFields(db: Db, documentId: string, fields: readonly PlacedField[]): void {
  for (const [position, field] of fields.entries())
    insertField(db, field, { id: null, documentId, position })
}

/** Stores fields that were there before, with the ids that they had. */
export function restoreFields(db: Db, documentId: string, fields: readonly StoredField[]): void {
  for (const [position, field] of fields.entries())
    insertField(db, field, { id: field.id, documentId, position })
}

function insertField(
  db: Db,
  field: PlacedField,
  place: { readonly id: number | null; readonly documentId: string; readonly position: number },
): void {
  const { table, row, name, label, type, candidates } = field
  change(
    db,
    `insert into fields (id, document_id, batch_id, table_name, row_number, position, name, label,
       type, value, raw, confidence, needs_review, reasons, reader, corrected, accepted, page, x0, y0,
       x1, y1, page_width, page_height, seen_text, candidates, first_reasons)
     values (coalesce(@id, ${nextId}), @documentId,
       (select batch_id from documents where id = @documentId), @table, @row, @position, @name, @label,
       @type, @value, @raw, @confidence, @needsReview, @reasons, @reader, @corrected, @accepted, @page,
       @x0, @y0, @x1, @y1, @pageWidth, @pageHeight, @seenText, @candidates, @firstReasons)`,
    {
      ...{ ...place, table, row, name, label, type },
      candidates: JSON.stringify(candidates),
      ...stateParams(field),
    },
  )
}

/** An id that no field has or ever had: what was taken away may come back. */
const nextId = `(select 1 + max(last, (select coalesce(max(id), 0) from fields)) from field_ids)`

/** The first id for fields that are about to be stored; those of the others follow it. */
export function freeFieldId(db: Db): number {
  return row<{ id: number }>(db, `select ${nextId} as id`)?.id ?? 1
}

export function deleteField(db: Db, id: number): void {
  keepFieldIds(db)
  change(db, 'delete from fields where id = @id', { id })
}

/** Before fields are taken away: their ids are not given to others. */
export function keepFieldIds(db: Db): void {
  change(db, 'update field_ids set last = max(last, (select coalesce(max(id), 0) from fields))')
}

/** What `fieldOf` reads, but for the candidates, which are most of what is stored. */
export const valueColumns = `id, table_name as "table", row_number as "row", name, label, type, value, raw,
  confidence, needs_review as needsReview, reasons, reader, corrected, accepted, page, x0, y0, x1,
  y1, page_width as pageWidth, page_height as pageHeight, seen_text as seenText`
const columns = `${valueColumns}, candidates, first_reasons as firstReasons`

export interface FieldRow {
  readonly id: number
  readonly table: string | null
  readonly row: number | null
  readonly name: string
  readonly label: string
  readonly type: FieldType
  readonly value: string | null
  readonly raw: string | null
  readonly confidence: number
  readonly needsReview: 0 | 1
  readonly reasons: string
  readonly reader: Reader | null
  readonly corrected: 0 | 1
  readonly accepted: 0 | 1
  readonly page: number | null
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly pageWidth: number
  readonly pageHeight: number
  readonly seenText: string
  readonly candidates: string
  /** json */
  readonly firstReasons?: string | null
}

/** A field from its row. */
export function fieldOf(stored: FieldRow): StoredField {
  const { page, x0, y0, x1, y1, pageWidth, pageHeight, seenText, firstReasons, ...field } = stored
  const box: Box = [x0, y0, x1, y1]
  const provenance =
    page === null ? null : { page, box, pageSize: [pageWidth, pageHeight] as const, text: seenText }
  return {
    ...field,
    needsReview: field.needsReview === 1,
    corrected: field.corrected === 1,
    accepted: field.accepted === 1,
    reasons: JSON.parse(field.reasons) as ReviewReason[],
    ...(firstReasons && { firstReasons: JSON.parse(firstReasons) as ReviewReason[] }),
    candidates: JSON.parse(field.candidates) as Candidate[],
    provenance,
  }
}

/** Every field and cell of a document, in the order that the extraction gave them. */
export function listFields(db: Db, documentId: string): StoredField[] {
  return rows<FieldRow>(
    db,
    `select ${columns} from fields where document_id = @documentId
     order by table_name, row_number, position`,
    { documentId },
  ).map(fieldOf)
}

/** The same without candidates, which are most of what is stored and nothing to an export. */
export function listFieldValues(db: Db, documentId: string): StoredField[] {
  return rows<FieldRow>(
    db,
    `select ${valueColumns}, '[]' as candidates from fields where document_id = @documentId
     order by table_name, row_number, position`,
    { documentId },
  ).map(fieldOf)
}

/** What a review changes of a field; an undo puts the same back. */
export type FieldState = Pick<
  StoredField,
  | 'id'
  | 'value'
  | 'raw'
  | 'confidence'
  | 'needsReview'
  | 'reasons'
  | 'reader'
  | 'corrected'
  | 'accepted'
  | 'provenance'
  | 'firstReasons'
>

export function updateField(db: Db, state: FieldState): void {
  change(
    db,
    `update fields set value = @value, raw = @raw, confidence = @confidence,
       needs_review = @needsReview, reasons = @reasons, reader = @reader, corrected = @corrected,
       accepted = @accepted, page = @page, x0 = @x0, y0 = @y0, x1 = @x1, y1 = @y1, page_width = @pageWidth,
       page_height = @pageHeight, seen_text = @seenText,
       first_reasons = coalesce(@firstReasons, first_reasons)
     where id = @id`,
    { id: state.id, ...stateParams(state) },
  )
}

function stateParams(state: Omit<FieldState, 'id'>) {
  const { provenance } = state
  return {
    corrected: state.corrected ? 1 : 0,
    // Acts of an older Sheaf know no accepted values.
    accepted: state.accepted ? 1 : 0,
    value: state.value,
    raw: state.raw,
    confidence: state.confidence,
    needsReview: Number(state.needsReview),
    reasons: JSON.stringify(state.reasons),
    firstReasons: state.firstReasons ? JSON.stringify(state.firstReasons) : null,
    reader: state.reader,
    page: provenance?.page ?? null,
    x0: provenance?.box[0] ?? null,
    y0: provenance?.box[1] ?? null,
    x1: provenance?.box[2] ?? null,
    y1: provenance?.box[3] ?? null,
    pageWidth: provenance?.pageSize[0] ?? null,
    pageHeight: provenance?.pageSize[1] ?? null,
    seenText: provenance?.text ?? null,
  }
}
