import type { Core } from './core.ts'
import {
  findDocument,
  rewriteDocument,
  type StoredDocument,
  updateDocument,
} from './db/documents.ts'
import { appendEvent } from './db/fieldEvents.ts'
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
import { keepCorrections } from './keepCorrections.ts'
import type { MarkedDocument } from './missingPages.ts'
import { recheck } from './recheck.ts'
import { knownDocument, templateOf } from './review.ts'

export interface Replacement extends MarkedDocument {
  /** Under which its pages are kept; null: as its batch reads. */
  readonly readerKey: string | null
}

interface ReplaceOptions {
  /** Which corrections have a place in the new one. */
  readonly keeps?: (field: PlacedField) => boolean
  /** Its whole batch is extracted anew: nobody has touched this document for that. */
  readonly isOfBatch?: boolean
}

/**
 * Another reading or extraction in place of a stored document; the caller holds the transaction. What a person
 * corrected stays where `keeps` says so, and the step as a whole can be taken back: undo puts the document as it was.
 */
export function replaceDocument(
  core: Core,
  documentId: string,
  { document, missingPages, readerKey }: Replacement,
  { keeps = () => true, isOfBatch = false }: ReplaceOptions = {},
): void {
  const { db } = core
  const before = knownDocument(core, documentId)
  const fields = listFields(db, documentId)
  const kept = fields.filter(keeps)
  const at = core.now().toISOString()
  appendEvent(db, {
    ...{ documentId, kind: 'extracted', at, isOfBatch },
    before: { document: before, fields },
  })
  rewriteDocument(db, {
    ...{ ...before, ...document, missingPages, readerKey, review: 'none' },
    templateName: document.template?.name ?? null,
    templateVersion: document.template?.version ?? null,
  })
  restatePages(db, documentId)
  // In this order, so that an undo finds the old ids free.
  insertFields(db, documentId, keepCorrections(placedFields(document), kept))
  for (const { id } of fields) deleteField(db, id)
  if (kept.some(({ corrected }) => corrected)) checkAgain(core, documentId)
  setNeedsReview(db, before.itemId)
}

/** The new values were checked without the corrections. */
function checkAgain(core: Core, documentId: string): void {
  const { db } = core
  const document: StoredDocument | null = findDocument(db, documentId)
  if (!document) return
  const checked = recheck(document, listFields(db, documentId), templateOf(core, document))
  for (const field of checked.fields) updateField(db, field)
  updateDocument(db, documentId, checked.document)
}
