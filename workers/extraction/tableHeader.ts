import { heightOf, sharedWidth, union, widthOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, Segment, Word } from '../model.ts'
import type { TemplateTable } from '../template.ts'
import { buildLexicon, findLabels, type LabelHit, type Lexicon, onceFor } from './labels.ts'
import { fold } from './parse/fold.ts'

export interface HeaderColumn {
  /** Null for a heading that the template does not know: its cells are nobody’s. */
  readonly name: string | null
  /** The whole of its cell. */
  readonly box: Box
  /** The words that name it; the cell may say more. */
  readonly label: Box
  /** Every column of the template that words of the cell could name. */
  readonly hints: ReadonlySet<string>
}

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

/** A header takes at most this many lines: cells of two and of three lines stand beside each other. */
const mostLines = 8
/** In line heights. */
const mostHeight = 6

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

interface Search {
  readonly table: TemplateTable
  readonly lexicon: Lexicon
  readonly found: ReadonlyMap<LineText, readonly LabelHit[]>
}

/** The header that begins with a line; two where the same headings stand twice beside each other. */
function headersAt(lines: readonly LineText[], at: number, search: Search): TableHeader[] {
  let best: TableHeader | null = null
  for (const rows of windowsFrom(lines, at)) {
    const hits = headingsIn(rows, search)
    const columns = columnsIn(hits, rows, search.table)
    if (columns === null || knownIn(columns) <= knownIn(best?.columns ?? [])) continue
    best = headerOf(columns, rows, at)
  }
  if (!best) return []
  const whole = withInterleaved(best, lines, at, search)
  return halvesOf(whole, search) ?? [whole]
}

/** One line, two lines and so on, as long as they stand close and hold no amounts. */
function* windowsFrom(lines: readonly LineText[], at: number): Generator<readonly LineText[]> {
  const first = lines[at] as LineText
  const height = heightOf(first.line.box)
  for (let count = 1; count <= mostLines; count++) {
    const rows = lines.slice(at, at + count)
    const last = rows.at(-1)
    if (!last || rows.length < count || last.line.page !== first.line.page) return
    const above = Math.max(
      ...rows.slice(0, -1).map((row) => row.line.box[3]),
      Number.NEGATIVE_INFINITY,
    )
    if (count > 1 && last.line.box[1] - above > 0.9 * height) return
    if (last.line.box[3] - first.line.box[1] > mostHeight * height) return
    if (hasValues(last)) return
    yield rows
  }
}

/** Amounts and numbers of three digits are what a table lists, no headings. */
function hasValues(line: LineText): boolean {
  return line.line.words.some((word) => /\d[.,]\d{2}\b|\d{3}/.test(word.text))
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

/** The columns under some headings; null when they make no header of the table. */
function columnsIn(
  hits: readonly Heading[],
  rows: readonly LineText[],
  table: TemplateTable,
  side: Side = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
): readonly HeaderColumn[] | null {
  const isInside = ({ box }: { readonly box: Box }) => box[0] >= side.from && box[2] <= side.to
  const cells = cellsIn(rows).map((cell) => cell.filter(isInside))
  const known = assignColumns(hits.filter(isInside), table, cells)
  const words = rows.flatMap((row) => row.line.words).filter(isInside)
  if (!isHeader(known, words, hits, table)) return null
  return inCells(known, cells, hits)
}

/** Between two places, in points from the left. */
interface Side {
  readonly from: number
  readonly to: number
}

/** Every heading with the whole of its cell, and the cells that none of them names. */
function inCells(
  known: readonly HeaderColumn[],
  cells: readonly (readonly Segment[])[],
  hits: readonly Heading[],
): readonly HeaderColumn[] {
  const columns = [...known]
  for (const cell of cells) {
    const [first, ...rest] = cell.map(({ box }) => box)
    if (!first) continue
    const box = union([first, ...rest])
    const inside = columns.filter((column) => sharedWidth(column.box, box) > 0)
    const [only] = inside
    const named = hits.filter((hit) => cell.some((segment) => overlapsBox(segment.box, hit.box)))
    const hints = new Set(named.flatMap(({ owners }) => [...owners.fields]))
    if (!only) columns.push({ name: null, box, label: box, hints })
    else if (inside.length === 1) columns[columns.indexOf(only)] = { ...only, box, hints }
  }
  return columns.sort(byLeftEdge)
}

/** What names a column: a label on one line, or one that runs over the lines of a cell. */
interface Heading {
  readonly box: Box
  readonly text: string
  readonly owners: LabelHit['owners']
}

function headingsIn(rows: readonly LineText[], { lexicon, found }: Search): Heading[] {
  const single = rows.flatMap((row) => found.get(row) ?? [])
  return rows.length === 1 ? single : [...stackedHeadings(rows, lexicon), ...single]
}

/** Labels whose words stand under each other in one cell: “Unit” over “price”. */
function stackedHeadings(rows: readonly LineText[], lexicon: Lexicon): Heading[] {
  const headings: Heading[] = []
  for (const cell of cellsIn(rows)) {
    if (cell.length < 2) continue
    const words = cell.flatMap(({ words }, line) => words.map((word) => ({ word, line })))
    for (let from = 0; from < words.length; from++)
      for (let to = from + 1; to < Math.min(words.length, from + 5); to++) {
        const part = words.slice(from, to + 1)
        if (part[0]?.line === part.at(-1)?.line) continue
        const text = part.map(({ word }) => word.text).join(' ')
        const owners = lexicon.get(fold(text))
        const box = union(part.map(({ word }) => word.box))
        if (owners) headings.push({ box, text, owners })
      }
  }
  return headings
}

/** The cells of a header: segments of its lines that stand under each other, top to bottom. */
function cellsIn(rows: readonly LineText[]): Segment[][] {
  const cells: Segment[][] = []
  for (const segment of rows.flatMap((row) => row.line.segments)) {
    const over = cells.filter((cell) => cell.some((other) => standsUnder(other.box, segment.box)))
    const [first, ...others] = over
    if (!first) cells.push([segment])
    else
      first.push(
        ...others.flatMap((cell) => cells.splice(cells.indexOf(cell), 1)[0] ?? []),
        segment,
      )
  }
  return cells
}

function standsUnder(a: Box, b: Box): boolean {
  return sharedWidth(a, b) > 0.3 * Math.min(widthOf(a), widthOf(b))
}

function isHeader(
  columns: readonly HeaderColumn[],
  words: readonly Word[],
  hits: readonly Heading[],
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
  const labelled = words.filter((word) => hits.some((hit) => overlapsBox(hit.box, word.box))).length
  // Headers of many columns say more than the template knows; so many labels are no accident.
  const isWide = columns.length >= 5 && present === required.length && counts
  return labelled >= (isWide ? 0.25 : 0.5) * words.length
}

function overlapsBox(a: Box, b: Box): boolean {
  return b[0] < a[2] && b[2] > a[0] && b[1] < a[3] && b[3] > a[1]
}

/**
 * One place per column and one column per place: labels that could head only one column first, those
 * that fill their cell before those that are part of it, the longer before the shorter.
 */
function assignColumns(
  hits: readonly Heading[],
  table: TemplateTable,
  cells: readonly (readonly Segment[])[],
): HeaderColumn[] {
  const taken = new Map<string, Heading>()
  const ranked = hits
    .filter((hit) => !namesCode(hit, cells))
    .map((hit) => ({ hit, part: partOfCell(hit, cells) }))
    .sort(
      (a, b) =>
        a.hit.owners.fields.size - b.hit.owners.fields.size ||
        b.part - a.part ||
        b.hit.text.length - a.hit.text.length,
    )
  for (const { hit } of ranked) {
    if ([...taken.values()].some((other) => sharedWidth(other.box, hit.box) > 0)) continue
    const column = table.columns.find(({ name }) => hit.owners.fields.has(name) && !taken.has(name))
    if (column) taken.set(column.name, hit)
  }
  return [...taken]
    .map(([name, { box, owners }]) => ({ name, box, label: box, hints: owners.fields }))
    .sort(byLeftEdge)
}

/** The share of its cell’s letters that a heading has; of cells wider than it, no more than a third tells. */
function partOfCell(hit: Heading, cells: readonly (readonly Segment[])[]): number {
  if (hit.text.includes('\t')) return 0
  const cell = cellOf(hit, cells)
  const letters = cell.reduce((sum, { text }) => sum + fold(text).length, 0)
  return letters === 0 ? 0 : Math.round((3 * fold(hit.text).length) / letters)
}

const cellOf = (hit: Heading, cells: readonly (readonly Segment[])[]): readonly Segment[] =>
  cells.find((cell) => cell.some(({ box }) => overlapsBox(box, hit.box))) ?? []

/** “Product ID” and “Article No.” head a column of codes, not of what was sold. */
const codeWord = /^(?:id|nr|no|number|nummer|code|ref|num|numéro|n°|nº|#|sku)\.?$/iu

function namesCode(hit: Heading, cells: readonly (readonly Segment[])[]): boolean {
  if (!hit.owners.fields.has('description')) return false
  return cellOf(hit, cells).some(({ words }) =>
    words.some((word, i) => {
      const next = words[i + 1]
      return next && overlapsBox(word.box, hit.box) && codeWord.test(next.text)
    }),
  )
}

function knownIn(columns: readonly HeaderColumn[]): number {
  return columns.filter(({ name }) => name !== null).length
}

const byLeftEdge = (a: HeaderColumn, b: HeaderColumn): number => a.box[0] - b.box[0]
