import { AppError } from '../../workers/errors.ts'
import { act } from './act.ts'
import type { Core } from './core.ts'
import { findDocument, type StoredDocument } from './db/documents.ts'
import type { ValueAct } from './db/fieldEvents.ts'
import { listFields, type StoredField } from './db/fields.ts'
import { placeOfText } from './placeOfText.ts'
import { recheck } from './recheck.ts'
import { templateOf } from './templateOf.ts'
import { typedValue } from './typedValue.ts'

/**
 * A person settles a document. Every act is appended to its history with what it changed, as it was
 * and as it is, so that it can be taken back in order, also after a restart.
 */

/** Sets a value by hand; null says that the document has none. Checks and review flags follow. */
export function correctField(
  core: Core,
  {
    documentId,
    fieldId,
    value: typed,
  }: { documentId: string; fieldId: number; value: string | null },
): void {
  changeField(core, { documentId, fieldId, kind: 'corrected' }, (field, document) =>
    correctedTo(core, { document, field, typed }),
  )
}

/** A field with what a person typed, placed where the page prints it. Throws invalid_input. */
export function correctedTo(
  core: Core,
  {
    document,
    field,
    typed,
  }: { document: StoredDocument; field: StoredField; typed: string | null },
): StoredField {
  if (typed === null)
    return corrected(field, { value: null, raw: null, reader: null, provenance: null })
  const value = typedValue(field, typed)
  const candidate = field.candidates.find((other) => other.value === value)
  if (candidate) return corrected(field, candidate)
  const seen = placeOfText(core, document, { type: field.type, typed, value })
  const { reader, provenance } = seen ?? field
  return corrected(field, { value, raw: seen?.provenance.text ?? typed, reader, provenance })
}

/** Takes one of its candidates, the first being 1, with the place where it was seen. */
export function takeCandidate(
  core: Core,
  { documentId, fieldId, candidate }: { documentId: string; fieldId: number; candidate: number },
): void {
  changeField(core, { documentId, fieldId, kind: 'corrected' }, (field) => {
    const taken = field.candidates[candidate - 1]
    if (taken) return corrected(field, taken)
    const problem = `${field.label} has ${field.candidates.length} values to choose from.`
    throw new AppError('invalid_input', { problem })
  })
}

/** A person stands by a value as it was found, or by there being none. */
export function acceptField(core: Core, input: { documentId: string; fieldId: number }): void {
  changeField(core, { ...input, kind: 'accepted' }, accepted)
}

/** Changes a field by an act of this kind; checks and review flags of the others follow. */
export function changeField(
  core: Core,
  { documentId, fieldId, kind }: { documentId: string; fieldId: number; kind: ValueAct },
  change: (field: StoredField, document: StoredDocument) => StoredField,
): void {
  const document = knownDocument(core, documentId)
  const fields = listFields(core.db, document.id)
  const field = fields.find(({ id }) => id === fieldId)
  if (!field) throw new AppError('not_found', { what: 'field' })
  const changed = change(field, document)
  const next = fields.map((other) => (other === field ? changed : other))
  const after = recheck(document, next, templateOf(core, document))
  act(core, { kind, fieldId, document, fields, after })
}

/** A person's value stands by itself: it is sure, whatever else the page says. */
export function corrected(
  field: StoredField,
  { value, raw, reader, provenance }: Pick<StoredField, 'value' | 'raw' | 'reader' | 'provenance'>,
): StoredField {
  return {
    ...{ ...field, value, raw, reader, provenance },
    ...settled,
    ...{ corrected: true, accepted: false },
  }
}

/** As it was found, and sure. */
export function accepted(field: StoredField): StoredField {
  return { ...field, ...settled, accepted: !field.corrected }
}

const settled = { confidence: 1, needsReview: false, reasons: [] } as const

/** Throws not_found. */
export function knownDocument({ db }: Pick<Core, 'db'>, documentId: string): StoredDocument {
  const document = findDocument(db, documentId)
  if (!document) throw new AppError('not_found', { what: 'document' })
  return document
}
