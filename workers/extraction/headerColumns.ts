import { sharedWidth, union } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Box, Segment, Word } from '../model.ts'
import type { TemplateTable } from '../template.ts'
import { cellsIn, type Heading, overlapsBox } from './headings.ts'
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

/** The columns under some headings; null when they make no header of the table. */
export function columnsIn(
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

/** How many columns the template knows. */
export function knownIn(columns: readonly HeaderColumn[]): number {
  return columns.filter(({ name }) => name !== null).length
}

const byLeftEdge = (a: HeaderColumn, b: HeaderColumn): number => a.box[0] - b.box[0]
