import type { StoredField } from './db/fields.ts'

/** The cells of one table as rows, top to bottom: column name to field. */
export function tableRows(
  fields: readonly StoredField[],
  table: string,
): readonly Readonly<Record<string, StoredField>>[] {
  const rows = new Map<number, Record<string, StoredField>>()
  for (const field of fields) {
    if (field.table !== table || field.row === null) continue
    rows.set(field.row, { ...rows.get(field.row), [field.name]: field })
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row)
}

/** The same row with each of its fields put differently. */
export function mapRow<T>(
  row: Readonly<Record<string, StoredField>>,
  put: (field: StoredField) => T,
): Record<string, T> {
  return Object.fromEntries(Object.entries(row).map(([name, field]) => [name, put(field)]))
}
