import type { ResultField, ResultRecord, ResultRow } from './record.ts'

/** Every value of a document under its name, rows as `line_items[1].quantity`; their order numbers them. */
export function* valuesOf(record: ResultRecord): Generator<[name: string, field: ResultField]> {
  for (const field of record.fields) yield [field.name, field]
  yield* rowValues('line_items', record.line_items)
  yield* rowValues('tax_breakdown', record.tax_breakdown ?? [])
}

function* rowValues(table: string, rows: readonly ResultRow[]): Generator<[string, ResultField]> {
  for (const [index, row] of rows.entries())
    for (const [column, field] of Object.entries(row))
      yield [`${table}[${index + 1}].${column}`, field]
}
