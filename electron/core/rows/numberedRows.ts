import type { StoredField } from '../db/fields.ts'
import type { Row } from './row.ts'

/** Cells in their new places; those that are new get ids of their own. */
export function numberedRows(rows: readonly Row[], firstId: number): StoredField[] {
  let id = firstId
  return rows.flatMap((row, number) =>
    Object.values(row).map((cell) => ({ ...cell, row: number, id: cell.id ?? id++ })),
  )
}
