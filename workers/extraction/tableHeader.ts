import { sharedWidth } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, Word } from '../model.ts'
import type { TemplateTable } from '../template.ts'
import { buildLexicon, findLabels, type LabelHit, type Lexicon, onceFor } from './labels.ts'

export interface HeaderColumn {
  /** Null for a heading that the template does not know: its cells are nobody’s. */
  readonly name: string | null
  readonly box: Box
}

/** The header of a table: its columns left to right and the last of its lines. */
export interface TableHeader {
  readonly columns: readonly HeaderColumn[]
  readonly page: number
  readonly bottom: number
  readonly lines: readonly LineText[]
  /** Index of the first line below the header. */
  readonly next: number
}

/** Folded column labels of a table with the columns that each may head. */
export const columnLexicon = onceFor((table: TemplateTable) =>
  buildLexicon(table.columns.map(({ name, labels }) => ({ owner: name, side: 'fields', labels }))),
)

/**
 * Lines that head the table: at least three of its columns, or two with all that it requires, in words
 * that are mostly labels. A header may take up to three lines (“Unit” over “price”).
 */
export function findHeaders(
  lines: readonly LineText[],
  table: TemplateTable,
  lexicon: Lexicon,
): TableHeader[] {
  const headers: TableHeader[] = []
  for (let i = 0; i < lines.length; i++) {
    const header = headerAt(lines, i, table, lexicon)
    if (!header) continue
    headers.push(header)
    i = header.next - 1
  }
  return headers
}

function headerAt(
  lines: readonly LineText[],
  at: number,
  table: TemplateTable,
  lexicon: Lexicon,
): TableHeader | null {
  let best: TableHeader | null = null
  for (let count = 1; count <= 3; count++) {
    const rows = lines.slice(at, at + count)
    const [first] = rows
    const last = rows.at(-1)
    if (!first || !last || rows.length < count || last.line.page !== first.line.page) break
    const height = first.line.box[3] - first.line.box[1]
    if (count > 1 && last.line.box[1] - (rows.at(-2) as LineText).line.box[3] > 0.9 * height) break
    if (last.line.words.some((word) => /\d[.,]\d{2}\b/.test(word.text))) break
    const hits = findLabels(rows, lexicon)
    const known = assignColumns(hits, table)
    const columns = withUnknown(known, rows)
    if (!isHeader(known, rows, hits, table) || known.length <= knownIn(best)) continue
    best = {
      columns,
      lines: rows,
      page: first.line.page,
      bottom: Math.max(...rows.map((row) => row.line.box[3])),
      next: at + count,
    }
  }
  return best
}

function isHeader(
  columns: readonly HeaderColumn[],
  rows: readonly LineText[],
  hits: readonly LabelHit[],
  table: TemplateTable,
): boolean {
  const required = table.columns.filter((column) => column.required)
  const present = required.filter((column) =>
    columns.some((found) => found.name === column.name),
  ).length
  const counts = ['quantity', 'unit_price'].some((name) =>
    columns.some((found) => found.name === name),
  )
  // Sums of a tax table are headed “net, rate, tax” as well: without goods or counts it is no table of items.
  if (present === 0 || (present < required.length && !(counts && columns.length >= 3))) return false
  const words = rows.flatMap((row) => row.line.words)
  const labelled = words.filter((word) => hits.some((hit) => overlaps(hit.box, word))).length
  return labelled >= 0.5 * words.length
}

function overlaps(box: Box, word: Word): boolean {
  return (
    word.box[0] < box[2] && word.box[2] > box[0] && word.box[1] < box[3] && word.box[3] > box[1]
  )
}

/**
 * One place per column and one column per place: labels that could head only one column first, the
 * longer before the shorter; “Total” at the right end is the amount, “Price” left of it the unit price.
 */
function assignColumns(hits: readonly LabelHit[], table: TemplateTable): HeaderColumn[] {
  const taken = new Map<string, LabelHit>()
  const ranked = hits.toSorted(
    (a, b) => a.owners.fields.size - b.owners.fields.size || b.text.length - a.text.length,
  )
  for (const hit of ranked) {
    if ([...taken.values()].some((other) => sharedWidth(other.box, hit.box) > 0)) continue
    const column = table.columns.find(({ name }) => hit.owners.fields.has(name) && !taken.has(name))
    if (column) taken.set(column.name, hit)
  }
  return [...taken].map(([name, { box }]) => ({ name, box })).sort(byLeftEdge)
}

/** The known columns and, between them, every heading that is none of them. */
function withUnknown(known: readonly HeaderColumn[], rows: readonly LineText[]): HeaderColumn[] {
  const columns: HeaderColumn[] = [...known]
  for (const { box } of rows.flatMap((row) => row.line.segments))
    if (!columns.some((column) => sharedWidth(column.box, box) > 0))
      columns.push({ name: null, box })
  return columns.sort(byLeftEdge)
}

function knownIn(header: TableHeader | null): number {
  return header?.columns.filter(({ name }) => name !== null).length ?? 0
}

const byLeftEdge = (a: HeaderColumn, b: HeaderColumn): number => a.box[0] - b.box[0]
