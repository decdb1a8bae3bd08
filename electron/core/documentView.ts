import { equationsOf } from '../../workers/extraction/equations.ts'
import { totalsAdjusted } from '../../workers/extraction/validate.ts'
import type { Check } from '../../workers/model.ts'
import type { Template } from '../../workers/template.ts'
import type { DocumentView, EquationView, FieldView } from '../views.ts'
import type { Core } from './core.ts'
import { findBatch } from './db/batches.ts'
import { findNeighbours, pageNumbersOf, type StoredDocument } from './db/documents.ts'
import { listFields, type StoredField } from './db/fields.ts'
import { findItem, type Item } from './db/items.ts'
import { listPageFacts, type PageFacts } from './db/pages.ts'
import { findNextToReview } from './db/reviewQueue.ts'
import { pageKeyOf } from './documentPages.ts'
import { doubtSentence, whySentence } from './fieldSentences.ts'
import { imageIdOf } from './previews.ts'
import { failure } from './summary.ts'
import { mapRow, tableRows } from './tableRows.ts'
import { templateOf } from './templateOf.ts'

/** A document with everything that a person reviews; null when its item or batch is gone. */
export function documentView(core: Core, document: StoredDocument): DocumentView | null {
  const { db } = core
  const item = findItem(db, document.itemId)
  const batch = findBatch(db, document.batchId)
  if (!item || !batch) return null
  const fields = listFields(db, document.id)
  const key = pageKeyOf(core, document)
  const kept = key ? listPageFacts(db, key, document.pages) : []
  const facts = new Map(kept.map((page) => [page.number, page]))
  const template = templateOf(core, document)
  const view = viewOf(document.checks)
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
    reviewReason: document.reviewReason,
    postponed: document.postponed,
    type: document.type,
    typeConfidence: document.typeConfidence,
    category: document.category,
    language: document.language,
    confidence: document.confidence,
    pages: pageNumbersOf(document).flatMap((number) => {
      const page = facts.get(number)
      return page ? [pageView(item, page)] : []
    }),
    fields: fields.filter(({ table }) => table === null).map(view),
    tables: tablesOf(template, fields, view),
    checks: document.checks.map((check) => ({ ...check, fields: [...check.fields] })),
    equations: template ? equationViews(template, document, fields) : [],
    error: null,
    ...findNeighbours(db, document),
    nextToReviewId: findNextToReview(db, document, core.now().toISOString()),
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

function viewOf(checks: readonly Check[]): (field: StoredField) => FieldView {
  return (field) => fieldView(field, checks)
}

function fieldView(field: StoredField, checks: readonly Check[]): FieldView {
  const { provenance: seen } = field
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
    accepted: field.accepted,
    why: whySentence(field),
    doubt: doubtSentence(field, checks),
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
  template: Template | null,
  fields: readonly StoredField[],
  view: (field: StoredField) => FieldView,
): DocumentView['tables'] {
  return (template?.tables ?? []).map(({ name, label, columns }) => {
    const rows = tableRows(fields, name).map((row) => mapRow(row, view))
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

/** The arithmetic as it stands; where the page explains a difference, with that. */
function equationViews(
  template: Template,
  { checks }: StoredDocument,
  fields: readonly StoredField[],
): EquationView[] {
  const tables = Object.fromEntries(
    template.tables.map(({ name }) => [name, tableRows(fields, name)]),
  )
  const own = fields.filter(({ table }) => table === null)
  const adjusted = checks.find(({ code, passed }) => passed && code === totalsAdjusted)
  return equationsOf(template, { fields: own, tables }, adjusted?.sentence ?? null).map(
    ({ terms, ...equation }) => ({ ...equation, terms: [...terms] }),
  )
}
