import { heightOf, union } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Field, TableRow, Word } from '../model.ts'
import { labelList, type TemplateColumn, type TemplateTable } from '../template.ts'
import { confidenceOf, reviewThreshold } from './confidence.ts'
import { provenanceOf, readerOf } from './fields.ts'
import { type ItemWords, opensTotals, type RowWords } from './itemWords.ts'
import { rowsWithoutHeader } from './looseRows.ts'
import { parseAmount } from './parse/amount.ts'
import { currencyPattern } from './parse/currency.ts'
import { fold } from './parse/fold.ts'
import type { Reading } from './reading.ts'
import { trimDecimals } from './spans.ts'
import { cellsOf, cutsBetween } from './tableCells.ts'
import { columnLexicon, findHeaders, type HeaderColumn, type TableHeader } from './tableHeader.ts'

/**
 * Rows of a table of items: under its header, over page breaks, descriptions of several lines joined.
 * Without a header, rows that end in an amount before the totals (till receipts). `sumLabels` name the
 * totals, which end a table as well.
 */
export function findLineItems(
  table: TemplateTable,
  reading: Reading,
  sumLabels: readonly string[],
): TableRow[] {
  const headers = findHeaders(reading.lines, table, columnLexicon(table))
  const ends = new Set([...labelList(table.endsBefore), ...sumLabels].map(fold))
  const rows =
    headers.length > 0 ? rowsUnder(headers, reading, ends) : rowsWithoutHeader(reading, ends)
  return rows
    .map(({ page, cells }) => rowOf(table, page, cells, reading))
    .filter((row) => isItem(row, table))
}

function rowsUnder(
  headers: readonly TableHeader[],
  reading: Reading,
  ends: ReadonlySet<string>,
): ItemWords[] {
  const [main] = headers.toSorted((a, b) => b.columns.length - a.columns.length)
  if (!main) return []
  const sameShape = headers.filter((header) => header === main || isRepeat(header, main))
  const items: ItemWords[] = []
  for (const header of sameShape) {
    const body = bodyOf(header, headers, reading, ends)
    const cuts = cutsBetween(header.columns, body)
    items.push(...groupItems(body, header.columns, cuts))
  }
  return items
}

function isRepeat(header: TableHeader, main: TableHeader): boolean {
  return (
    header.columns.map(({ name }) => name).join() === main.columns.map(({ name }) => name).join()
  )
}

/** Lines from a header to the first line that opens the totals, to the next header or a wide gap. */
function bodyOf(
  header: TableHeader,
  headers: readonly TableHeader[],
  reading: Reading,
  ends: ReadonlySet<string>,
): LineText[] {
  const stop = headers.find((other) => other.next > header.next)?.next ?? Number.POSITIVE_INFINITY
  const body: LineText[] = []
  let bottom = header.bottom
  for (let i = header.next; i < reading.lines.length && i < stop; i++) {
    const line = reading.lines[i] as LineText
    if (line.line.page !== header.page) break
    if (opensTotals(line, ends)) break
    if (line.line.box[1] - bottom > 9 * heightOf(line.line.box)) break
    bottom = line.line.box[3]
    body.push(line)
  }
  return body
}

/** A line with a number in the amount’s, price’s or quantity’s column opens an item; others continue it. */
function groupItems(
  body: readonly LineText[],
  columns: readonly HeaderColumn[],
  cuts: readonly number[],
): ItemWords[] {
  const anchor = columns
    .flatMap(({ name }) => name ?? [])
    .findLast((name) => ['line_total', 'unit_price', 'quantity'].includes(name))
  const items: ItemWords[] = []
  let lastBottom = 0
  for (const line of body) {
    const cells = cellsOf(line, cuts)
    const named: RowWords = new Map(
      columns.flatMap(({ name }, i) => (name ? [[name, cells[i] ?? []] as const] : [])),
    )
    const opens = (named.get(anchor ?? '') ?? []).some((word) => /\d/.test(word.text))
    const current = items.at(-1)
    if (opens) items.push({ page: line.line.page, cells: named })
    else if (current && line.line.box[1] - lastBottom < 1.6 * heightOf(line.line.box))
      continueItem(current, named)
    lastBottom = line.line.box[3]
  }
  return items
}

function continueItem(item: ItemWords, more: RowWords): void {
  const text = more.get('description') ?? []
  item.cells.set('description', [...(item.cells.get('description') ?? []), ...text])
}

function isItem(row: TableRow, table: TemplateTable): boolean {
  const has = (name: string) => row[name]?.value !== null && row[name] !== undefined
  const counted = has('quantity') || has('unit_price')
  // An amount that names nothing and counts nothing is a sum with a label of its own.
  if (!has('description') && !counted) return false
  return (
    table.columns.some((column) => column.required && has(column.name)) &&
    (has('line_total') || counted)
  )
}

function rowOf(table: TemplateTable, page: number, cells: RowWords, reading: Reading): TableRow {
  const row: Record<string, Field> = {}
  const own = splitQuantity(cells)
  for (const column of table.columns) {
    const words = own.get(column.name)
    if (words?.length) row[column.name] = cellField(column, page, words, reading)
  }
  return row
}

/** “12 pcs” in one cell is a quantity and its unit, whichever of the two columns it stands in. */
function splitQuantity(cells: RowWords): RowWords {
  const [quantity, unit] = [cells.get('quantity') ?? [], cells.get('unit') ?? []]
  if (quantity.length > 0 && unit.length > 0) return cells
  const both = quantity.length > 0 ? quantity : unit
  const [first, ...rest] = both
  if (!first || rest.length === 0 || !/^\d+(?:[.,]\d+)?$/.test(first.text)) return cells
  if (!rest.every((word) => /^\p{L}/u.test(word.text))) return cells
  return new Map([...cells, ['quantity', [first]], ['unit', rest]])
}

/** A cell as a field: its text parsed by the column’s type. */
export function cellField(
  column: TemplateColumn,
  page: number,
  words: readonly Word[],
  reading: Reading,
): Field {
  const raw = words.map((word) => word.text).join(' ')
  const value = cellValue(column, raw, reading)
  const confidence =
    value === null
      ? 0.3
      : confidenceOf({ score: 0.75, runnerUp: 0, proven: false, words, type: column.type })
  const provenance = provenanceOf(page, union(words.map((word) => word.box)), raw, reading)
  const reader = readerOf(words)
  const reasons = confidence < reviewThreshold ? (['low_confidence'] as const) : []
  return {
    name: column.name,
    label: column.label,
    type: column.type,
    value,
    raw,
    confidence,
    needsReview: reasons.length > 0,
    reasons,
    reader,
    provenance,
    candidates:
      value === null
        ? []
        : [{ value, raw, confidence, reader, provenance, why: ['in the column of this name'] }],
  }
}

const currencies = new RegExp(currencyPattern, 'gu')
/** One number: groups of three after a mark or a space, then decimals; two numbers never run together. */
const oneNumber =
  /[-–−(]?\s?(?:\d{1,3}(?:[.,'’ ]\d{3})+(?!\d)|\d+)(?:[.,]\d{1,4})?(?:[-–−)]|[.,]-)?/

function cellValue(column: TemplateColumn, raw: string, reading: Reading): string | null {
  if (column.type === 'text' || column.type === 'identifier' || column.type === 'name') return raw
  const own =
    column.type === 'percent' ? raw.replace(/%/g, '') : raw.replace(/\d+(?:[.,]\d+)? ?%/g, '')
  const match = oneNumber.exec(own.replace(currencies, '').trim())
  const parsed = match ? parseAmount(match[0].trim(), reading.decimal) : null
  if (!parsed) return null
  return column.type === 'amount' ? parsed.value : trimDecimals(parsed.value)
}
