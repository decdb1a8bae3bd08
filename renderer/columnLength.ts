import type { DocumentView } from '../electron/views.ts'

type Rows = DocumentView['tables'][number]['rows']

/** Of longer ones the beginning is enough to know them by. */
const longest = 28
const shortest = 4

/** How many letters a column has to show at once: as many as its longest value, within reason. */
export function columnLength(rows: Rows, column: string): number {
  const lengths = rows.map((row) => row[column]?.value?.length ?? 0)
  return Math.min(longest, Math.max(shortest, ...lengths))
}
