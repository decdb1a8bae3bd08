import type { Template } from '../../workers/template.ts'
import type { Core } from './core.ts'
import { rewriteDocument, updateDocument } from './db/documents.ts'
import { appendEvent, type ReadingAct } from './db/fieldEvents.ts'
import {
  deleteField,
  insertFields,
  listFields,
  type PlacedField,
  placedFields,
  updateField,
} from './db/fields.ts'
import { setNeedsReview } from './db/itemProgress.ts'
import { restatePages } from './db/pageStates.ts'
import { snapshotOf } from './history.ts'
import { keepCorrections } from './keepCorrections.ts'
import type { MarkedDocument } from './missingPages.ts'
import { recheck } from './recheck.ts'
import { knownDocument } from './review.ts'
import { templateOf } from './templateOf.ts'

export interface Replacement extends MarkedDocument {
  /** Under which its pages are kept; null: as its batch reads. */
  readonly readerKey: string | null
}

interface ReplaceOptions {
  readonly kind: ReadingAct
  /** Which corrections have a place in the new one. */
  readonly keeps?: (field: PlacedField) => boolean
  /** Its whole batch is extracted anew: nobody has touched this document for that. */
  readonly isOfBatch?: boolean
}

/**
 * Another reading or extraction in place of a stored document; the caller holds the transaction. What a person
 * settled stays where `keeps` says so. It is one act with both of its sides: undo puts the document as it was.
 */
export function replaceDocument(
  core: Core,
  documentId: string,
  { document, missingPages, readerKey }: Replacement,
  { kind, keeps = () => true, isOfBatch = false }: ReplaceOptions,
): void {
  const { db } = core
  const old = knownDocument(core, documentId)
  const before = snapshotOf(db, old)
  const kept = before.fields.filter(keeps)
  rewriteDocument(db, {
    ...{ ...old, ...document, missingPages, readerKey, review: 'none', reviewReason: null },
    templateName: document.template?.name ?? null,
    templateVersion: document.template?.version ?? null,
  })
  restatePages(db, documentId)
  for (const { id } of before.fields) deleteField(db, id)
  insertFields(db, documentId, keepCorrections(placedFields(document), kept))
  if (kept.some(({ corrected, accepted }) => corrected || accepted)) checkAgain(core, documentId)
  appendEvent(db, {
    ...{ documentId, kind, at: core.now().toISOString(), isOfBatch, before },
    after: snapshotOf(db, knownDocument(core, documentId)),
  })
  setNeedsReview(db, old.itemId)
}

/** Whether a value of an earlier extraction has a place in one with this template. */
export function hasPlace(template: Template | null, { table, name }: PlacedField): boolean {
  if (!template) return false
  if (table === null) return template.pairs || template.fields.some((field) => field.name === name)
  const columns = template.tables.find((own) => own.name === table)?.columns ?? []
  return columns.some((column) => column.name === name)
}

/** The new values were checked without what a person settled. */
function checkAgain(core: Core, documentId: string): void {
  const { db } = core
  const document = knownDocument(core, documentId)
  const checked = recheck(document, listFields(db, documentId), templateOf(core, document))
  for (const field of checked.fields) updateField(db, field)
  updateDocument(db, documentId, checked.document)
}
