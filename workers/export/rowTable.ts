import { booleanCell, countCell, textCell } from './cell.ts'
import { currencyOf, fieldCells, fieldColumns, freeNames } from './fieldColumns.ts'
import type { ResultField, ResultRecord, ResultRow } from './record.ts'
import type { Column, Table } from './table.ts'

const keyColumns: readonly Column[] = [
  { name: 'file_index', width: 12, workbook: 'shown' },
  { name: 'document_id', width: 14, workbook: 'folded' },
  { name: 'filename', width: 30, workbook: 'shown' },
  { name: 'document_currency', width: 20, workbook: 'shown' },
  { name: 'row', width: 8, workbook: 'shown' },
  { name: 'needs_review', width: 15, workbook: 'shown' },
]

/** Names of the columns that say which row it is. */
export const keyColumnNames: readonly string[] = keyColumns.map(({ name }) => name)

/** One row a line item (or tax rate), keyed to its document by `file_index` and `document_id`. */
export function rowTable(
  records: Iterable<ResultRecord>,
  source: 'line_items' | 'tax_breakdown',
): Table {
  const types = columnTypes(records, source)
  const names = [...types.keys()]
  const taken = keyColumnNames
  const columns = [...freeNames(names, taken)].flatMap(([name, free]) =>
    fieldColumns(free, types.get(name) ?? 'text'),
  )
  return {
    name: source === 'line_items' ? 'Line items' : 'Tax breakdown',
    suffix: source === 'line_items' ? '-line-items' : '-tax-breakdown',
    columns: [...keyColumns, ...columns],
    frozenColumns: taken.indexOf('filename') + 1,
    rows: function* () {
      for (const record of records) {
        for (const [index, row] of (record[source] ?? []).entries()) {
          yield [
            countCell(record.file_index),
            textCell(record.document_id),
            textCell(record.filename),
            textCell(currencyOf(record)),
            countCell(index + 1),
            booleanCell(Object.values(row).some((field) => field.needs_review)),
            ...names.flatMap((name) => fieldCells(row[name], record)),
          ]
        }
      }
    },
  }
}

/** Columns in order, type of document by type of document. */
function columnTypes(
  records: Iterable<ResultRecord>,
  source: 'line_items' | 'tax_breakdown',
): ReadonlyMap<string, ResultField['type']> {
  const types = new Map<string, ResultField['type']>()
  const orders = new Map<string | null, string[]>()
  for (const record of records) {
    const order = orders.get(record.document_type) ?? []
    orders.set(record.document_type, order)
    for (const row of record[source] ?? []) {
      addNewNames(order, row)
      for (const [name, field] of Object.entries(row))
        if (!types.has(name)) types.set(name, field.type)
    }
  }
  const names = new Set([...orders.values()].flat())
  return new Map([...names].map((name) => [name, types.get(name) ?? 'text']))
}

/** A column that the rows so far lack goes behind the one it follows: rows leave columns out. */
function addNewNames(order: string[], row: ResultRow): void {
  let place = 0
  for (const name of Object.keys(row)) {
    const known = order.indexOf(name)
    if (known < 0) order.splice(place, 0, name)
    place = (known < 0 ? place : known) + 1
  }
}
