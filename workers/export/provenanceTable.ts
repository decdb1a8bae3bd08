import {
  booleanCell,
  type Cell,
  countCell,
  empty,
  measureCell,
  textCell,
  valueCell,
} from './cell.ts'
import { currencyOf } from './fieldColumns.ts'
import type { ResultField, ResultRecord, ResultRow } from './record.ts'
import { reviewState } from './reviewState.ts'
import type { Column, Table } from './table.ts'

const widths: Readonly<Record<string, number>> = {
  file_index: 12,
  document_id: 14,
  filename: 30,
  field: 28,
  value: 28,
  raw: 28,
  confidence: 13,
  needs_review: 15,
  review: 13,
  reasons: 24,
  reader: 12,
  corrected: 12,
  page: 8,
  x0: 10,
  y0: 10,
  x1: 10,
  y1: 10,
  page_width: 13,
  page_height: 13,
  text: 36,
}

const columns: readonly Column[] = Object.entries(widths).map(([name, width]) => ({
  name,
  width,
  workbook: name === 'document_id' ? 'folded' : 'shown',
}))

/** One row a value, also those of rows (`line_items[1].quantity`), with the place it was seen. */
export function provenanceTable(records: Iterable<ResultRecord>): Table {
  return {
    name: 'Provenance',
    suffix: '-provenance',
    columns,
    frozenColumns: 3,
    rows: function* () {
      for (const record of records) {
        for (const [name, field] of valuesOf(record)) {
          // A value that nobody missed has no place to show.
          if (field.value !== null || field.needs_review) yield cellsOf(name, field, record)
        }
      }
    },
  }
}

function* valuesOf(record: ResultRecord): Generator<[string, ResultField]> {
  for (const field of record.fields) yield [field.name, field]
  yield* rowValues('line_items', record.line_items)
  yield* rowValues('tax_breakdown', record.tax_breakdown ?? [])
}

function* rowValues(table: string, rows: readonly ResultRow[]): Generator<[string, ResultField]> {
  for (const [index, row] of rows.entries())
    for (const [column, field] of Object.entries(row))
      yield [`${table}[${index + 1}].${column}`, field]
}

function cellsOf(name: string, field: ResultField, record: ResultRecord): readonly Cell[] {
  const value = valueCell(field, currencyOf(record))
  const seen = field.provenance
  return [
    countCell(record.file_index),
    textCell(record.document_id),
    textCell(record.filename),
    textCell(name),
    field.needs_review ? { ...value, isMarked: true } : value,
    textCell(field.raw),
    measureCell(field.confidence, 4),
    booleanCell(field.needs_review),
    textCell(reviewState(field, record)),
    textCell(field.reasons.join(', ')),
    textCell(field.reader),
    booleanCell(field.corrected),
    ...(seen === null
      ? Array.from({ length: 7 }, () => empty)
      : [seen.page, ...seen.bbox, ...seen.page_size].map((part) => measureCell(part, 2))),
    textCell(seen?.text ?? null),
  ]
}
