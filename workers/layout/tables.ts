import type { Box } from '../model.ts'
import { heightOf, median, union } from './geometry.ts'
import type { Row } from './rows.ts'

/** Rows of a region that belong together. */
export type Part =
  | { readonly kind: 'paragraph'; readonly rows: readonly Row[] }
  /** One text a column and row, '' where a row has nothing. */
  | { readonly kind: 'table'; readonly cells: readonly (readonly string[])[]; readonly box: Box }

/** In line heights: more space than this between two lines ends a paragraph, or a table. */
const paragraphSpace = 0.8
const tableSpace = 2.5
/** Two columns of three rows or three of two are the smallest table. */
const leastCells = 6

/** A region's rows as paragraphs and tables, top to bottom, with every word in one of them. */
export function partsOf(rows: readonly Row[]): readonly Part[] {
  const height = median(rows.map((row) => heightOf(row[0].box)))
  const parts: Part[] = []
  let paragraph: Row[] = []
  const endParagraph = () => {
    if (paragraph.length > 0) parts.push({ kind: 'paragraph', rows: paragraph })
    paragraph = []
  }
  for (let at = 0; at < rows.length; ) {
    const taken = tableFrom(rows, at, height)
    if (taken) {
      endParagraph()
      const { cells, box } = taken
      parts.push({ kind: 'table', cells, box })
      at += taken.height
      continue
    }
    const row = rows[at++] as Row
    const above = paragraph.at(-1)
    if (above && spaceBetween(above, row) > paragraphSpace * height) endParagraph()
    paragraph.push(row)
  }
  endParagraph()
  return parts
}

/**
 * The table that begins with row `at`: as many rows as keep their segments in columns of their own. A row
 * of one segment may stand inside or close below, such as the second line of a description.
 */
function tableFrom(
  rows: readonly Row[],
  at: number,
  height: number,
): {
  readonly cells: readonly (readonly string[])[]
  readonly height: number
  readonly box: Box
} | null {
  const taken: Row[] = []
  let table: readonly Row[] = []
  for (const row of rows.slice(at)) {
    const above = taken.at(-1)
    if (above ? spaceBetween(above, row) > tableSpace * height : row.length === 1) break
    taken.push(row)
    const columns = columnsOf(taken)
    if (!taken.every((other) => new Set(placesOf(other, columns)).size === other.length)) break
    const isClose = above !== undefined && spaceBetween(above, row) <= paragraphSpace * height
    if (row.length > 1 || (isClose && beginsColumn(row, columns, height))) table = [...taken]
  }
  const columns = columnsOf(table)
  const full = table.filter((row) => row.length > 1).length
  if (full * columns.length < leastCells) return null
  return {
    cells: table.map((row) => cellsOf(row, columns)),
    height: table.length,
    box: union(table.flat().map(({ box }) => box)),
  }
}

/** Where a column reaches from and to, in points from the left. */
interface Column {
  readonly from: number
  readonly to: number
}

/** What overlaps from left to right is one column. */
function columnsOf(rows: readonly Row[]): readonly Column[] {
  const columns: { from: number; to: number }[] = []
  const edges = rows
    .flat()
    .map(({ box }) => ({ from: box[0], to: Math.max(box[2], box[0] + 0.01) }))
  for (const { from, to } of edges.sort((a, b) => a.from - b.from)) {
    const last = columns.at(-1)
    if (last && from < last.to) last.to = Math.max(last.to, to)
    else columns.push({ from, to })
  }
  return columns
}

/** Which column each segment of a row stands in. */
function placesOf(row: Row, columns: readonly Column[]): readonly number[] {
  return row.map(({ box }) => columns.findIndex(({ to }) => box[0] < to))
}

function cellsOf(row: Row, columns: readonly Column[]): readonly string[] {
  const places = placesOf(row, columns)
  return columns.map((_, column) => row[places.indexOf(column)]?.text ?? '')
}

function beginsColumn([{ box }]: Row, columns: readonly Column[], height: number): boolean {
  return columns.some(({ from }) => Math.abs(box[0] - from) < 0.5 * height)
}

function spaceBetween(above: Row, below: Row): number {
  return Math.min(...below.map(({ box }) => box[1])) - Math.max(...above.map(({ box }) => box[3]))
}
