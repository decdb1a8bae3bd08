import { sentenceOf } from '../../workers/errors.ts'
import type { ResultField, ResultRecord, ResultRow } from '../../workers/export/record.ts'
import type { Check } from '../../workers/model.ts'
import type { Template } from '../../workers/template.ts'
import type { Batch } from './db/batches.ts'
import { pageNumbersOf, type StoredDocument } from './db/documents.ts'
import type { StoredField } from './db/fields.ts'
import type { Item } from './db/items.ts'
import type { Db } from './db/open.ts'
import { listPageStates } from './db/pageStates.ts'
import { mapRow, tableRows } from './tableRows.ts'

export type Run = ResultRecord['run']

/** Pages of an item without documents that were tried, and could not be read. */
export function missingIn(db: Db, item: Item): number[] {
  if (item.status === 'pending') return []
  return listPageStates(db, item.id).flatMap(({ page, error }) => (error ? [page] : []))
}

/** An item that gave no document. */
export function itemRecord(
  batch: Batch,
  item: Item,
  missingPages: readonly number[],
  run: Run,
): ResultRecord {
  return {
    ...placeOf(batch, item),
    document_id: null,
    pages: null,
    page_count: item.pageCount,
    missing_pages: [...missingPages],
    status: item.status === 'done' ? 'completed' : item.status,
    document_type: null,
    document_category: null,
    type_confidence: null,
    confidence: null,
    needs_review: false,
    review: 'none',
    fields: [],
    line_items: [],
    validation: { math_valid: null, errors: [], warnings: [] },
    error: item.error && {
      code: item.error.code,
      message: sentenceOf(item.error.code, item.error.details),
    },
    run,
  }
}

/** A document with its fields, checks and how it was settled. */
export function documentRecord(
  batch: Batch,
  item: Item,
  document: StoredDocument,
  fields: readonly StoredField[],
  itemTables: readonly string[],
  run: Run,
): ResultRecord {
  const waits = document.needsReview && document.review !== 'approved'
  const taxes = rowsOf(fields, 'tax_breakdown')
  return {
    ...placeOf(batch, item),
    document_id: document.id,
    pages: [document.pages[0], document.pages[1]],
    ...(document.pageList ? { page_list: [...document.pageList] } : {}),
    page_count: pageNumbersOf(document).length,
    missing_pages: [...document.missingPages],
    status: waits ? 'needs_review' : 'completed',
    document_type: document.type,
    document_category: document.category,
    type_confidence: document.typeConfidence,
    confidence: document.confidence,
    needs_review: waits,
    review: document.review,
    ...(document.reviewReason === null ? {} : { review_reason: document.reviewReason }),
    ...(document.postponed && waits ? { postponed: document.postponed } : {}),
    fields: fields.filter(({ table }) => table === null).map(resultField),
    line_items: itemTables.flatMap((table) => rowsOf(fields, table)),
    ...(taxes.length > 0 ? { tax_breakdown: taxes } : {}),
    validation: {
      math_valid: document.mathValid,
      errors: failedChecks(document.checks, 'error'),
      warnings: failedChecks(document.checks, 'warning'),
    },
    error: null,
    run: {
      ...run,
      template: document.templateName,
      template_version: document.templateVersion,
    },
  }
}

/** Every table of items of a person’s own template, whatever it is called, gives line items. */
export function itemTablesOf(template: Template | null): readonly string[] {
  const tables = template?.tables.filter(({ kind }) => kind === 'items') ?? []
  return tables.length > 0 ? tables.map(({ name }) => name) : ['line_items']
}

function placeOf(batch: Batch, item: Item) {
  return {
    file_index: item.seq,
    batch_id: batch.id,
    reference: batch.reference,
    filename: item.filename,
    path: item.path,
    sha256: item.sha256,
  }
}

function resultField(field: StoredField): ResultField {
  const { provenance: seen } = field
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    value: field.value,
    raw: field.raw,
    confidence: field.confidence,
    needs_review: field.needsReview,
    reasons: [...field.reasons],
    reader: field.reader,
    corrected: field.corrected,
    ...(field.accepted && { accepted: true as const }),
    provenance: seen && {
      page: seen.page,
      bbox: [...seen.box],
      page_size: [...seen.pageSize],
      text: seen.text,
    },
  }
}

function rowsOf(fields: readonly StoredField[], table: string): ResultRow[] {
  return tableRows(fields, table).map((row) => mapRow(row, resultField))
}

function failedChecks(checks: readonly Check[], level: Check['level']) {
  return checks
    .filter((check) => !check.passed && check.level === level)
    .map(({ code, sentence, fields }) => ({ code, message: sentence, fields: [...fields] }))
}
