import { heightOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { TemplateTable } from '../template.ts'
import { columnsIn, type HeaderColumn, knownIn } from './headerColumns.ts'
import { hasValues, headerWindows, mostLines } from './headerWindows.ts'
import { type FoundLabels, headingsIn } from './headings.ts'
import { findLabels, type LabelHit } from './labels.ts'
import { buildLexicon, type Lexicon, onceFor } from './lexicon.ts'

/** The header of a table: its columns left to right and the last of its lines. */
export interface TableHeader {
  readonly columns: readonly HeaderColumn[]
  readonly page: number
  readonly bottom: number
  readonly lines: readonly LineText[]
  /** Index of the first line below the header. */
  readonly next: number
  /** Where the table reaches from and to, in points from the left; endless unless another stands beside it. */
  readonly from: number
  readonly to: number
}

/** Folded column labels of a table with the columns that each may head. */
export const columnLexicon = onceFor((table: TemplateTable) =>
  buildLexicon(table.columns.map(({ name, labels }) => ({ owner: name, side: 'fields', labels }))),
)

/**
 * Lines that head the table: at least three of its columns, or two with all that it requires, in words
 * that are mostly labels. A header may take several lines (“Unit” over “price”).
 */
export function findHeaders(
  lines: readonly LineText[],
  table: TemplateTable,
  lexicon: Lexicon,
): TableHeader[] {
  const found = new Map<LineText, LabelHit[]>()
  const hits = [...findLabels(lines, lexicon, false), ...findLabels(lines, lexicon).filter(hasGap)]
  for (const hit of hits) found.set(hit.line, [...(found.get(hit.line) ?? []), hit])
  const headers: TableHeader[] = []
  for (let i = 0; i < lines.length; i++) {
    const parts = found.has(lines[i] as LineText)
      ? headersAt(lines, i, { table, lexicon, found })
      : []
    headers.push(...parts)
    if (parts[0]) i = parts[0].next - 1
  }
  return headers
}

const hasGap = ({ text }: LabelHit): boolean => text.includes('\t')

interface Search extends FoundLabels {
  readonly table: TemplateTable
}

/** The header that begins with a line; two where the same headings stand twice beside each other. */
function headersAt(lines: readonly LineText[], at: number, search: Search): TableHeader[] {
  let best: TableHeader | null = null
  for (const rows of headerWindows(lines, at)) {
    const hits = headingsIn(rows, search)
    const columns = columnsIn(hits, rows, search.table)
    if (columns === null || knownIn(columns) <= knownIn(best?.columns ?? [])) continue
    best = headerOf(columns, rows, at)
  }
  if (!best) return []
  const whole = withInterleaved(best, lines, at, search)
  return halvesOf(whole, search) ?? [whole]
}

function headerOf(
  columns: readonly HeaderColumn[],
  rows: readonly LineText[],
  at: number,
): TableHeader {
  return {
    columns,
    lines: rows,
    page: (rows[0] as LineText).line.page,
    bottom: Math.max(...rows.map((row) => row.line.box[3])),
    next: at + rows.length,
    from: Number.NEGATIVE_INFINITY,
    to: Number.POSITIVE_INFINITY,
  }
}

/** Further lines that stand beside the header’s own, such as the third of a cell of three. */
function withInterleaved(
  header: TableHeader,
  lines: readonly LineText[],
  at: number,
  search: Search,
): TableHeader {
  const rows = [...header.lines]
  for (let next = header.next; next < at + mostLines; next++) {
    const line = lines[next]
    const bottom = Math.max(...rows.map((row) => row.line.box[3]))
    if (!line || line.line.page !== header.page || hasValues(line)) break
    if (line.line.box[1] > bottom - 0.1 * heightOf(line.line.box)) break
    rows.push(line)
  }
  const columns = columnsIn(headingsIn(rows, search), rows, search.table)
  return headerOf(columns ?? header.columns, rows, at)
}

/** Two tables side by side: a place between two headings where each half is a header of its own. */
function halvesOf(header: TableHeader, search: Search): TableHeader[] | null {
  const hits = headingsIn(header.lines, search)
  const segments = header.lines
    .flatMap((row) => row.line.segments)
    .toSorted((a, b) => a.box[0] - b.box[0])
  for (const { box } of segments.slice(2, -1)) {
    const x = box[0] - 0.1
    const left = columnsIn(hits, header.lines, search.table, {
      from: Number.NEGATIVE_INFINITY,
      to: x,
    })
    const right = columnsIn(hits, header.lines, search.table, {
      from: x,
      to: Number.POSITIVE_INFINITY,
    })
    if (!left || !right || knownIn(left) < 3 || namesOf(left) !== namesOf(right)) continue
    return [
      { ...header, columns: left, to: x },
      { ...header, columns: right, from: x },
    ]
  }
  return null
}

const namesOf = (columns: readonly HeaderColumn[]): string =>
  columns.flatMap(({ name }) => name ?? []).join()
