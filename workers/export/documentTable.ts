import { booleanCell, type Cell, countCell, measureCell, textCell } from './cell.ts'
import { fieldCells, fieldColumns, freeNames } from './fieldColumns.ts'
import type { ResultRecord } from './record.ts'
import type { Column, Table } from './table.ts'

export interface DocumentColumn extends Column {
  readonly cell: (record: ResultRecord) => Cell
}

/** A column that a workbook shows. */
export const shown = (
  name: string,
  width: number,
  cell: DocumentColumn['cell'],
): DocumentColumn => ({
  name,
  width,
  workbook: 'shown',
  cell,
})
/** A column that a workbook folds away. */
export const folded = (
  name: string,
  width: number,
  cell: DocumentColumn['cell'],
): DocumentColumn => ({
  name,
  width,
  workbook: 'folded',
  cell,
})

/** What an export knows of a document beside its fields. */
export const documentColumns: readonly DocumentColumn[] = [
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
  shown('missing_pages', 15, (r) => textCell(r.missing_pages.join(', ') || null)),
  shown('status', 14, (r) => textCell(r.status)),
  shown('document_type', 17, (r) => textCell(r.document_type)),
  folded('document_category', 20, (r) => textCell(r.document_category)),
  folded('type_confidence', 17, (r) => measureCell(r.type_confidence, 4)),
  shown('confidence', 13, (r) => measureCell(r.confidence, 4)),
  shown('needs_review', 15, (r) => booleanCell(r.needs_review)),
  shown('review_fields', 24, (r) => textCell(namesToReview(r))),
  shown('review', 12, (r) => textCell(r.review)),
  shown('math_valid', 13, (r) => booleanCell(r.validation.math_valid)),
  folded('validation_errors', 30, (r) => textCell(messages(r.validation.errors))),
  folded('validation_warnings', 30, (r) => textCell(messages(r.validation.warnings))),
  shown('error_code', 16, (r) => textCell(r.error?.code ?? null)),
  shown('error_message', 30, (r) => textCell(r.error?.message ?? null)),
  folded('partial', 10, (r) => booleanCell(r.run.partial ?? false)),
  folded('template', 16, (r) => textCell(r.run.template)),
  folded('template_version', 18, (r) => countCell(r.run.template_version)),
  folded('app_version', 13, (r) => textCell(r.run.app_version)),
  folded('engine', 24, (r) => textCell(r.run.engine)),
  folded('started_at', 26, (r) => textCell(r.run.started_at)),
  folded('finished_at', 26, (r) => textCell(r.run.finished_at)),
]

/** Names of the columns that are no fields. */
export const documentColumnNames: readonly string[] = documentColumns.map(({ name }) => name)

/** One row a document: what it is and how it stands, then its fields. */
export function documentTable(records: Iterable<ResultRecord>): Table {
  // The union of the templates' fields, each where it first appears.
  const types = new Map<string, ResultRecord['fields'][number]['type']>()
  for (const record of records)
    for (const field of record.fields) if (!types.has(field.name)) types.set(field.name, field.type)
  const names = [...types.keys()]
  const taken = documentColumnNames
  const columns = [...freeNames(names, taken)].flatMap(([name, free]) =>
    fieldColumns(free, types.get(name) ?? 'text'),
  )
  return {
    name: 'Documents',
    suffix: '',
    columns: [...documentColumns, ...columns],
    frozenColumns: taken.indexOf('filename') + 1,
    rows: function* () {
      for (const record of records) {
        const fields = new Map(record.fields.map((field) => [field.name, field]))
        yield [
          ...documentColumns.map((column) => column.cell(record)),
          ...names.flatMap((name) => fieldCells(fields.get(name), record)),
        ]
      }
    },
  }
}

function namesToReview(record: ResultRecord): string {
  const rows = [...record.line_items, ...(record.tax_breakdown ?? [])]
  const names = [...record.fields, ...rows.flatMap((row) => Object.values(row))]
    .filter((field) => field.needs_review)
    .map((field) => field.name)
  return [...new Set(names)].join(', ')
}

/** The sentences of checks that failed, one a line. */
export function messages(checks: readonly { readonly message: string }[]): string {
  return checks.map((check) => check.message).join('\n')
}
