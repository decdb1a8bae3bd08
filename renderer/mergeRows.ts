import type { DocumentRow } from '../electron/views.ts'

/** What stays the same for a row while it turns from a file into one or more documents. */
export interface RowKey {
  readonly itemId: number
  readonly documentId: string | null
}

export function keyOf(row: RowKey): string {
  return row.documentId ?? `item:${row.itemId}`
}

/** Puts fresh rows in the place of all rows that had the same positions of intake. */
export function mergeRows(
  rows: readonly DocumentRow[],
  fresh: readonly DocumentRow[],
): readonly DocumentRow[] {
  const renewed = new Set(fresh.map((row) => row.index))
  const kept = rows.filter((row) => !renewed.has(row.index))
  return [...kept, ...fresh].toSorted((a, b) => a.index - b.index)
}

/** The row that was selected, or the first of the same file when its document changed. */
export function findRow(rows: readonly DocumentRow[], key: RowKey | null): number {
  if (!key) return -1
  const exact = rows.findIndex((row) => keyOf(row) === keyOf(key))
  return exact >= 0 ? exact : rows.findIndex((row) => row.itemId === key.itemId)
}
