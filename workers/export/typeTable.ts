import { booleanCell, countCell, measureCell, textCell } from './cell.ts'
import { type DocumentColumn, folded, messages, shown } from './documentTable.ts'
import type { ResultRecord, TypeRecord } from './record.ts'
import type { Table } from './table.ts'

const columns: readonly DocumentColumn[] = [
  shown('file_index', 12, (r) => countCell(r.file_index)),
  folded('document_id', 14, (r) => textCell(r.document_id)),
  folded('batch_id', 14, (r) => textCell(r.batch_id)),
  shown('reference', 14, (r) => textCell(r.reference)),
  shown('filename', 30, (r) => textCell(r.filename)),
  folded('path', 50, (r) => textCell(r.path)),
  folded('sha256', 20, (r) => textCell(r.sha256)),
  shown('first_page', 12, (r) => countCell(r.pages?.[0] ?? null)),
  shown('last_page', 12, (r) => countCell(r.pages?.[1] ?? null)),
  shown('page_count', 13, (r) => countCell(r.page_count)),
  shown('document_type', 20, (r) => textCell(r.document_type)),
  shown('document_category', 20, (r) => textCell(r.document_category)),
  shown('type_confidence', 17, (r) => measureCell(r.type_confidence, 4)),
  shown('status', 14, (r) => textCell(r.status)),
  shown('needs_review', 15, (r) => booleanCell(r.needs_review)),
  folded('validation_errors', 30, (r) => textCell(messages(r.validation.errors))),
  folded('validation_warnings', 30, (r) => textCell(messages(r.validation.warnings))),
  shown('error_code', 16, (r) => textCell(r.error?.code ?? null)),
  shown('error_message', 30, (r) => textCell(r.error?.message ?? null)),
  folded('partial', 10, (r) => booleanCell(r.run.partial ?? false)),
  folded('app_version', 13, (r) => textCell(r.run.app_version)),
  folded('engine', 24, (r) => textCell(r.run.engine)),
  folded('started_at', 26, (r) => textCell(r.run.started_at)),
  folded('finished_at', 26, (r) => textCell(r.run.finished_at)),
]

/** One row a document: where it stands in its file and what it is. */
export function typeTable(records: Iterable<ResultRecord>): Table {
  return {
    name: 'Documents',
    suffix: '',
    columns,
    frozenColumns: columns.findIndex(({ name }) => name === 'filename') + 1,
    rows: function* () {
      for (const record of records) yield columns.map((column) => column.cell(record))
    },
  }
}

/** A record without what its pages say. */
export function typeRecord(record: ResultRecord): TypeRecord {
  const { confidence: _, fields, line_items, tax_breakdown, ...rest } = record
  return rest
}
