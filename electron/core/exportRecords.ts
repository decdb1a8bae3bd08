import { setImmediate } from 'node:timers/promises'
import { sentenceOf } from '../../workers/errors.ts'
import type {
  ResultField,
  ResultRecord,
  ResultRow,
  RunInfo,
  UnreadPages,
} from '../../workers/export/record.ts'
import type { Check } from '../../workers/model.ts'
import type { Template } from '../../workers/template.ts'
import type { Status } from '../views.ts'
import type { Core } from './core.ts'
import { type Batch, configOf } from './db/batches.ts'
import { countRows } from './db/documentRows.ts'
import { listDocumentsOfItem, pageNumbersOf, type StoredDocument } from './db/documents.ts'
import { listFieldValues, type StoredField } from './db/fields.ts'
import { type Item, listItems } from './db/items.ts'
import type { Db } from './db/open.ts'
import { listPageStates } from './db/pageStates.ts'
import { listEngines, listEnginesByItem } from './db/readings.ts'
import { ledgerOf } from './ledger.ts'
import { mapRow, tableRows } from './tableRows.ts'
import { templateIn } from './templateOf.ts'
import { listUnread } from './unread.ts'

type Run = ResultRecord['run']

/** What a person chose of a batch: documents, and files that have none. */
export interface Selection {
  readonly documentIds: readonly string[]
  readonly itemIds: readonly number[]
}

/**
 * One record per document in the order of intake, and one for every item that gave none. What a person took out
 * of the batch is in its ledger alone.
 */
export async function recordsOf(
  { db, version, templates }: Core,
  batch: Batch,
  selection: Selection | null = null,
): Promise<readonly ResultRecord[]> {
  const isChosen = chosenBy(selection)
  const engines = listEnginesByItem(db, batch.id)
  const config = configOf(db, batch.id)
  const appVersion = config?.appVersion ?? version
  const { files, pages } = ledgerOf(db, batch.id)
  const records: ResultRecord[] = []
  for (const item of listItems(db, batch.id)) {
    const run: Run = {
      template: null,
      template_version: null,
      app_version: appVersion,
      engine: engines.get(item.id) ?? null,
      started_at: item.startedAt,
      finished_at: item.finishedAt,
      ledger: { files, pages },
    }
    const documents = item.status === 'done' ? listDocumentsOfItem(db, item.id) : []
    if (documents.length === 0 && !isRemoved(item) && isChosen.item(item.id))
      records.push(itemRecord(batch, item, missingIn(db, item), run))
    for (const document of documents.filter(({ id }) => isChosen.document(id)))
      records.push(
        documentRecord(
          batch,
          item,
          document,
          listFieldValues(db, document.id),
          itemTablesOf(templateIn(config, templates, document)),
          run,
        ),
      )
    // Twenty thousand documents take seconds: whoever looks or presses something comes in between.
    if (records.length % 50 === 0) await setImmediate()
  }
  return records
}

function chosenBy(selection: Selection | null) {
  const documents = new Set(selection?.documentIds)
  const items = new Set(selection?.itemIds)
  return {
    document: (id: string) => selection === null || documents.has(id),
    item: (id: number) => selection === null || items.has(id),
  }
}

/** Whether a person took it out of the batch. */
export function isRemoved({ status, error }: Item): boolean {
  return status === 'skipped' && error?.code === 'removed'
}

/** The batch itself, for the sheet Run. */
export function runInfoOf(
  { db, version }: Core,
  batch: Batch,
  records: readonly ResultRecord[],
  selection: Selection | null = null,
): RunInfo {
  const config = configOf(db, batch.id)
  const counts: Partial<Record<Status, number>> = {}
  for (const { status } of records) counts[status] = (counts[status] ?? 0) + 1
  return {
    batchId: batch.id,
    name: batch.name,
    reference: batch.reference,
    sources: batch.sources,
    templates: (config?.templates ?? []).map(({ name, version }) => ({ name, version })),
    appVersion: config?.appVersion ?? version,
    engine: listEngines(db, batch.id).join(', ') || null,
    startedAt: batch.startedAt,
    finishedAt: batch.finishedAt,
    counts,
    pages: records.reduce((pages, record) => pages + (record.page_count ?? 0), 0),
    ledger: ledgerOf(db, batch.id),
    unread: unreadOf(db, batch.id),
    ...(selection && {
      selection: { rows: records.length, of: countRows(db, { ...all, batchId: batch.id }) },
    }),
  }
}

const all = { statuses: [], search: '' } as const

/** All that was not read, for the sheet Ledger. */
function unreadOf(db: Db, batchId: string): readonly UnreadPages[] {
  const limit = Number.MAX_SAFE_INTEGER
  return listUnread(db, { batchId, code: null, after: -1, limit })
}

/** Pages of an item without documents that were tried, and could not be read. */
function missingIn(db: Db, item: Item): number[] {
  if (item.status === 'pending') return []
  return listPageStates(db, item.id).flatMap(({ page, error }) => (error ? [page] : []))
}

function itemRecord(
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

function documentRecord(
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
function itemTablesOf(template: Template | null): readonly string[] {
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
