import { union } from '../layout/geometry.ts'
import type { Field, TableRow, Word } from '../model.ts'
import { labelList, type TemplateColumn, type TemplateTable } from '../template.ts'
import { findBareTable } from './bareTable.ts'
import { cellConfidenceOf, cellThreshold, provenCell } from './cellConfidence.ts'
import { provenanceOf, readerOf } from './fields.ts'
import { bodiesUnder, continuationOf, type Headed } from './itemBodies.ts'
import { numberIn } from './itemNumber.ts'
import { readItemTable } from './itemTable.ts'
import type { ItemProof, ItemWords, RowWords } from './itemWords.ts'
import { rowsWithoutHeader } from './looseRows.ts'
import { parseAmount } from './parse/amount.ts'
import { fold } from './parse/fold.ts'
import type { Reading } from './reading.ts'
import { trimDecimals } from './spans.ts'
import { columnLexicon, findHeaders, type TableHeader } from './tableHeader.ts'

/**
 * Rows of a table of items: under its header, over page breaks, descriptions of several lines joined.
 * Without a header, rows under each other whose columns multiply, or else rows that end in an amount
 * before the totals (till receipts). `sumLabels` name the totals, which end a table as well.
 */
export function findLineItems(
  table: TemplateTable,
  reading: Reading,
  sumLabels: readonly string[],
): TableRow[] {
  const all = new Set([...labelList(table.endsBefore), ...sumLabels].map(fold))
  // “Net” or “VAT” alone ends a till roll; in a table with columns it may stand under an item.
  const ends = new Set([...all].filter((label) => label.length > 3))
  const headers = findHeaders(reading.lines, table, columnLexicon(table))
  const rows = (items: readonly ItemWords[]) =>
    items.map((item) => rowOf(table, item, reading)).filter((row) => isItem(row, table))
  const headed = rows(itemsUnder(headers, reading, ends))
  if (headed.length > 0) return headed
  const bare = findBareTable(reading, ends)
  return rows(bare.length > 0 || headers.length > 0 ? bare : rowsWithoutHeader(reading, all))
}

/** The items under the fullest header and under those that repeat it, page by page. */
function itemsUnder(
  headers: readonly TableHeader[],
  reading: Reading,
  ends: ReadonlySet<string>,
): ItemWords[] {
  const [main] = headers.toSorted((a, b) => namesOf(b).length - namesOf(a).length)
  if (!main) return []
  const repeats = headers.filter((header) => namesOf(header).join() === namesOf(main).join())
  const pages = repeats.map((header) => {
    const { columns, bodies } = bodiesUnder(header, headers, reading, ends)
    const more = continuationOf(header, headers, bodies, { reading, ends })
    return { columns, bodies: [...bodies, ...more] }
  })
  const tables = Map.groupBy(pages, ({ columns }) => columns.length)
  return [...tables.values()]
    .flatMap((alike) => {
      const { columns } = alike[0] as Headed
      return readItemTable(
        { columns, bodies: alike.flatMap(({ bodies }) => bodies) },
        reading.decimal,
      )
    })
    .sort((a, b) => a.page - b.page)
}

const namesOf = ({ columns }: TableHeader): readonly string[] =>
  columns.flatMap(({ name }) => name ?? [])

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

function rowOf(
  table: TemplateTable,
  { page, cells, proof }: ItemWords,
  reading: Reading,
): TableRow {
  const row: Record<string, Field> = {}
  const own = withNote(table, splitQuantity(cells))
  for (const column of table.columns) {
    const words = own.get(column.name)
    if (words?.length) row[column.name] = cellField({ column, page, words, proof }, reading)
  }
  return row
}

/** A table that asks for no note keeps what stands below a name with the name: nothing printed gets lost. */
function withNote(table: TemplateTable, cells: RowWords): RowWords {
  const note = cells.get('note')
  if (!note || table.columns.some(({ name }) => name === 'note')) return cells
  return new Map([...cells, ['description', [...(cells.get('description') ?? []), ...note]]])
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

interface Cell {
  readonly column: TemplateColumn
  readonly page: number
  readonly words: readonly Word[]
  readonly proof: ItemProof | undefined
}

/** Parts of quantity × price = total. */
const multiplied = new Set(['quantity', 'unit_price', 'line_total'])

/** A cell as a field: its text parsed by the column’s type, as sure as its row is proven. */
function cellField({ column, page, words, proof }: Cell, reading: Reading): Field {
  const raw = words.map((word) => word.text).join(' ')
  const own = multiplied.has(column.name) ? proof : undefined
  const repaired = own?.repaired?.column === column.name ? own.repaired.text : null
  const value = repaired ? typed(column, repaired, reading) : cellValue(column, words, reading)
  const confidence = value === null ? 0.3 : cellConfidence(column, words, own, repaired !== null)
  const provenance = provenanceOf(page, union(words.map((word) => word.box)), raw, reading)
  const reader = readerOf(words)
  const reasons = confidence < cellThreshold ? (['low_confidence'] as const) : []
  const why = [...(own ? [reasonOf[own.kind]] : []), 'in the column of this name']
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
    candidates: value === null ? [] : [{ value, raw, confidence, reader, provenance, why }],
  }
}

const reasonOf = {
  telling: 'quantity times price gives the amount',
  trivial: 'one of it costs the amount',
  failed: 'quantity times price does not give the amount',
} as const satisfies Record<ItemProof['kind'], string>

/** A row that multiplies proves its words, however weakly they were read; a digit that was mended less. */
function cellConfidence(
  { type }: TemplateColumn,
  words: readonly Word[],
  proof: ItemProof | undefined,
  isRepaired: boolean,
): number {
  if (proof?.kind === 'telling') return isRepaired ? 0.85 : provenCell
  const score = proof?.kind === 'failed' ? 0.5 : proof?.kind === 'trivial' ? 0.8 : 0.72
  return cellConfidenceOf(score, words, type)
}

function cellValue(
  column: TemplateColumn,
  words: readonly Word[],
  reading: Reading,
): string | null {
  const raw = words.map((word) => word.text).join(' ')
  if (column.type === 'text' || column.type === 'identifier' || column.type === 'name') return raw
  const number = numberIn(words, reading.decimal, column.type === 'percent')
  return number ? typed(column, number.text, reading) : null
}

function typed(column: TemplateColumn, text: string, reading: Reading): string | null {
  const parsed = parseAmount(text, reading.decimal)
  if (!parsed) return null
  return column.type === 'amount' ? parsed.value : trimDecimals(parsed.value)
}
