import type { DocumentView, FieldView } from '../views.ts'
import type { Core } from './core.ts'
import { configOf, findBatch } from './db/batches.ts'
import { findNeighbours, type StoredDocument } from './db/documents.ts'
import { listFields, type StoredField } from './db/fields.ts'
import { findItem, type Item } from './db/items.ts'
import { listPageFacts, type PageFacts } from './db/pages.ts'
import { imageIdOf } from './previews.ts'
import { failure } from './summary.ts'
import { mapRow, tableRows } from './tableRows.ts'
import { templateIn } from './templateIn.ts'

/** A document with everything that a person reviews; null when its item or batch is gone. */
export function documentView({ db }: Core, document: StoredDocument): DocumentView | null {
  const item = findItem(db, document.itemId)
  const batch = findBatch(db, document.batchId)
  if (!item || !batch) return null
  const fields = listFields(db, document.id)
  const key = { sha256: item.sha256 ?? '', readerKey: document.readerKey ?? batch.readerKey }
  const facts = listPageFacts(db, key, document.pages)
  const waits = document.needsReview && document.review !== 'approved'
  return {
    id: document.id,
    batchId: document.batchId,
    itemId: document.itemId,
    filename: item.filename,
    path: item.path,
    fileType: item.type,
    status: waits ? 'needs_review' : 'completed',
    review: document.review,
    type: document.type,
    typeConfidence: document.typeConfidence,
    category: document.category,
    language: document.language,
    confidence: document.confidence,
    pages: facts.map((page) => pageView(item, page)),
    fields: fields.filter(({ table }) => table === null).map(fieldView),
    tables: tablesOf({ db }, document, fields),
    checks: document.checks.map((check) => ({ ...check, fields: [...check.fields] })),
    error: null,
    ...findNeighbours(db, document),
  }
}

function pageView(item: Item, page: PageFacts): DocumentView['pages'][number] {
  const { number, width, height, rotation, confidence, errorCode, errorDetails } = page
  return {
    number,
    imageId: imageIdOf({ sha256: item.sha256 ?? '', page: number, rotation }),
    size: [width, height],
    rotation,
    reader: page.reader ?? 'none',
    readerReason: page.readerReason ?? '',
    language: page.language,
    confidence,
    error: errorCode && failure({ code: errorCode, details: JSON.parse(errorDetails ?? '{}') }),
  }
}

function fieldView({ provenance: seen, ...field }: StoredField): FieldView {
  return {
    id: field.id,
    name: field.name,
    label: field.label,
    type: field.type,
    value: field.value,
    raw: field.raw,
    confidence: field.confidence,
    needsReview: field.needsReview,
    reasons: [...field.reasons],
    reader: field.reader,
    corrected: field.corrected,
    provenance: seen && provenanceView(seen),
    candidates: field.candidates.map(({ value, raw, confidence, provenance, why }) => ({
      ...{ value, raw, confidence, why: [...why] },
      provenance: provenance && provenanceView(provenance),
    })),
  }
}

function provenanceView({ page, box, pageSize, text }: NonNullable<StoredField['provenance']>) {
  const view: NonNullable<FieldView['provenance']> = {
    page,
    box: [...box],
    pageSize: [...pageSize],
    text,
  }
  return view
}

/** Tables in the template's order and with its columns, also those that no row has. */
function tablesOf(
  { db }: Pick<Core, 'db'>,
  document: StoredDocument,
  fields: readonly StoredField[],
): DocumentView['tables'] {
  const template = templateIn(configOf(db, document.batchId), document)
  return (template?.tables ?? []).map(({ name, label, columns }) => {
    const rows = tableRows(fields, name).map((row) => mapRow(row, fieldView))
    return {
      name,
      label,
      columns: columns.map((column) => ({
        name: column.name,
        label: column.label,
        type: column.type,
      })),
      rows,
    }
  })
}
