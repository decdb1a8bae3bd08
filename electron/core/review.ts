import { AppError } from '../../workers/errors.ts'
import type { Template } from '../../workers/template.ts'
import type { Core } from './core.ts'
import { configOf } from './db/batches.ts'
import {
  type DocumentState,
  findDocument,
  rewriteDocument,
  type StoredDocument,
  updateDocument,
} from './db/documents.ts'
import { appendEvent, type FieldEvent, findLastAct, type ReviewState } from './db/fieldEvents.ts'
import {
  deleteField,
  type FieldState,
  listFields,
  restoreFields,
  type StoredField,
  updateField,
} from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { durably } from './db/open.ts'
import { restatePages } from './db/pageStates.ts'
import { recheck } from './recheck.ts'
import { templateIn } from './templateIn.ts'
import { typedValue } from './typedValue.ts'

/**
 * A person settles a document. Every act is appended to its history with what it changed, as it was
 * and as it is, so that it can be taken back in order, also after a restart.
 */

/** Sets a value by hand; null says that the document has none. Checks and review flags follow. */
export function correctField(
  core: Core,
  input: { documentId: string; fieldId: number; value: string | null },
): void {
  const document = knownDocument(core, input.documentId)
  const fields = listFields(core.db, document.id)
  const field = fields.find(({ id }) => id === input.fieldId)
  if (!field) throw new AppError('not_found', { what: 'field' })

  const corrected = correct(field, input.value)
  const checked = recheck(
    document,
    fields.map((other) => (other.id === field.id ? corrected : other)),
    templateOf(core, document),
  )
  act(core, document, {
    kind: 'corrected',
    fieldId: field.id,
    before: stateOf(document, fields),
    after: checked,
  })
}

/** A person has looked at the document and stands by it. */
export function approveDocument(core: Core, documentId: string): void {
  const document = knownDocument(core, documentId)
  if (document.review === 'approved') return
  act(core, document, {
    kind: 'approved',
    before: stateOf(document, []),
    after: stateOf({ ...document, review: 'approved' }, []),
  })
}

/** Takes back the last correction, approval or new reading that was not taken back yet. */
export function undoReview(core: Core, documentId: string): void {
  const document = knownDocument(core, documentId)
  const last = findLastAct(core.db, documentId)
  if (!last) throw new AppError('invalid_input', { problem: 'there is nothing to take back.' })
  if (last.kind === 'extracted') undoReading(core, document, last)
  else act(core, document, { kind: 'undone', undoes: last.id, after: last.before })
}

/** The document as it was before its pages were read again. */
function undoReading(
  { db, events, now }: Core,
  { id: documentId, batchId, itemId }: StoredDocument,
  { id: undoes, before }: FieldEvent & { readonly kind: 'extracted' },
): void {
  durably(db, () => {
    appendEvent(db, { documentId, at: now().toISOString(), kind: 'undone', undoes })
    rewriteDocument(db, before.document)
    restatePages(db, documentId)
    for (const { id } of listFields(db, documentId)) deleteField(db, id)
    restoreFields(db, documentId, before.fields)
    setNeedsReview(db, itemId)
  })
  events.documentChanged({ batchId, itemId, documentId })
  events.batchMoved(batchId)
}

/** Its template as it was when it was extracted. */
export function templateOf({ db }: Core, document: StoredDocument): Template | null {
  return templateIn(configOf(db, document.batchId), document)
}

type Act = Pick<Parameters<typeof appendEvent>[1], 'kind' | 'fieldId' | 'before' | 'undoes'> & {
  readonly after: ReviewState
}

function act({ db, events, now }: Core, document: StoredDocument, { after, ...event }: Act): void {
  const { id: documentId, batchId, itemId } = document
  const before = event.before && {
    ...event.before,
    fields: changedFields(event.before.fields, after.fields),
  }
  const changed = { ...after, fields: changedFields(after.fields, event.before?.fields ?? []) }
  durably(db, () => {
    appendEvent(db, {
      documentId,
      at: now().toISOString(),
      ...event,
      ...(before ? { before } : {}),
      after: changed,
    })
    for (const field of changed.fields) updateField(db, field)
    updateDocument(db, documentId, after.document)
    setNeedsReview(db, itemId)
  })
  events.documentChanged({ batchId, itemId, documentId })
  events.batchMoved(batchId)
}

/** A person's value stands by itself: sure, and with the place of the candidate that it is, if it is one. */
function correct(field: StoredField, typed: string | null): StoredField {
  const value = typed === null ? null : typedValue(field, typed)
  const candidate = field.candidates.find((other) => other.value === value)
  return {
    ...field,
    value,
    raw: candidate?.raw ?? typed,
    reader: value === null ? null : (candidate?.reader ?? field.reader),
    provenance: value === null ? null : candidate ? candidate.provenance : field.provenance,
    confidence: 1,
    needsReview: false,
    reasons: [],
    corrected: true,
  }
}

/** Throws not_found. */
export function knownDocument({ db }: Core, documentId: string): StoredDocument {
  const document = findDocument(db, documentId)
  if (!document) throw new AppError('not_found', { what: 'document' })
  return document
}

function stateOf(document: DocumentState, fields: readonly FieldState[]): ReviewState {
  const { confidence, needsReview, review, mathValid, checks } = document
  return {
    document: { confidence, needsReview, review, mathValid, checks },
    fields: fields.map(fieldState),
  }
}

function fieldState(field: FieldState): FieldState {
  const { id, value, raw, confidence, needsReview, reasons, reader, corrected, provenance } = field
  return { id, value, raw, confidence, needsReview, reasons, reader, corrected, provenance }
}

/** Those of `fields` that read differently among the others. */
function changedFields(
  fields: readonly FieldState[],
  others: readonly FieldState[],
): readonly FieldState[] {
  const known = new Map(others.map((field) => [field.id, JSON.stringify(fieldState(field))]))
  return fields.map(fieldState).filter((field) => known.get(field.id) !== JSON.stringify(field))
}
