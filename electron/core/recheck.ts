import type { DocumentState, StoredDocument } from './db/documents.ts'
import type { StoredField } from './db/fields.ts'

/** How a document stands with its fields as they are now: its checks, its flags, its need of a person. */
export function recheck(
  document: StoredDocument,
  fields: readonly StoredField[],
): { readonly document: DocumentState; readonly fields: readonly StoredField[] } {
  const failing = document.checks.filter(({ passed, level }) => !passed && level === 'error')
  const needsReview =
    fields.some((field) => field.needsReview) ||
    failing.length > 0 ||
    document.missingPages.length > 0 ||
    document.type === 'unknown'
  return { document: { ...document, needsReview }, fields }
}
