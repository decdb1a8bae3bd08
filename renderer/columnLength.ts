import type { DocumentView } from '../electron/views.ts'

type Rows = DocumentView['tables'][number]['rows']

/** Of longer ones the beginning is enough to know them by. */
const longest = 26
const shortest = 4
/** What a few rows alone have, such as a note, must not push the columns behind it out of sight. */
const mostRows = 0.8

/** How many letters a column has to show at once: as many as its values have in most rows, within reason. */
export function columnLength(rows: Rows, column: string): number {
  const lengths = rows.map((row) => row[column]?.value?.length ?? 0).sort((a, b) => a - b)
  const usual = lengths[Math.ceil(mostRows * (lengths.length - 1))] ?? 0
  return Math.min(longest, Math.max(shortest, usual))
}
