import { heightOf, middleOf } from '../layout/geometry.ts'
import type { Box, ExactSource, Fact, Field, TableRow } from '../model.ts'
import type { TemplateColumn, TemplateTable } from '../template.ts'
import { candidateFor, normalised } from './exactAnswers.ts'
import type { ExactFacts } from './exactFacts.ts'
import type { PlaceOf } from './placeOf.ts'
import type { Reading } from './reading.ts'
import { isAlike, isSameValue } from './sameValue.ts'

/** Where things are looked for, and on what. */
interface Pages {
  readonly reading: Reading
  readonly placeOf: PlaceOf
}

/**
 * A table’s rows as exact sources state them, each cell where the page prints it. Without any stated, and
 * where only rates are (a payment code has no taxes), the rows that were found on the page stay.
 */
export function withExactRows(
  table: TemplateTable,
  found: readonly TableRow[],
  { rows }: ExactFacts,
  pages: Pages,
): readonly TableRow[] {
  const group = table.kind === 'tax' ? 'BG-23' : 'BG-25'
  const stated = rows.filter((row) => row.group === group && isRow(table, row.facts))
  if (stated.length === 0) return found
  const free = [...found]
  return stated.map(({ facts, reader }) => {
    const printed = takeBest(table, facts, free)
    return rowOf(table, facts, reader, printed, pages)
  })
}

/** A row of taxes has all that is required; one of items may leave its sum to the reader. */
function isRow({ columns, kind }: TemplateTable, facts: readonly Fact[]): boolean {
  const isStated = ({ term }: TemplateColumn) => statedIn(facts, term) !== null
  const required = columns.filter((column) => column.required)
  if (kind === 'tax') return required.every(isStated)
  return required.some(isStated) && columns.filter(isStated).length > 1
}

function statedIn(facts: readonly Fact[], term: string | null): string | null {
  return facts.find((fact) => fact.term === term)?.value ?? null
}

/** Takes the printed row that shares most cells with a stated one, two at least, out of those still free. */
function takeBest(
  { columns }: TemplateTable,
  facts: readonly Fact[],
  free: TableRow[],
): TableRow | null {
  const shared = (row: TableRow) =>
    columns.filter(({ name, type, term }) => {
      const [printed, stated] = [row[name]?.value, statedIn(facts, term)]
      return printed && stated !== null && isAlike(type, printed, stated)
    }).length
  const most = Math.max(0, ...free.map(shared))
  const at = most < 2 ? -1 : free.findIndex((row) => shared(row) === most)
  return at < 0 ? null : (free.splice(at, 1)[0] ?? null)
}

function rowOf(
  table: TemplateTable,
  facts: readonly Fact[],
  reader: ExactSource['reader'],
  printed: TableRow | null,
  pages: Pages,
): TableRow {
  const among = linesFor(table, facts, printed, pages)
  return Object.fromEntries(
    table.columns.flatMap((column): [string, Field][] => {
      const cell = printed?.[column.name]
      const value = statedIn(facts, column.term)
      // A code for a unit cannot be held against the word that is printed for it.
      const isWorded = cell && (value === null || column.term === unitTerm)
      if (isWorded) return [[column.name, cell]]
      return value === null
        ? []
        : [[column.name, cellOf(column, value, reader, cell, among, pages)]]
    }),
  )
}

/** BT-130, the code of a unit. */
const unitTerm = 'BT-130'

/** Where a row’s cells are looked for: taxes everywhere, items on the lines that show two of them. */
function linesFor(
  table: TemplateTable,
  facts: readonly Fact[],
  printed: TableRow | null,
  { reading, placeOf }: Pages,
): Reading['lines'] {
  if (table.kind === 'tax') return reading.lines
  if (printed) return linesOf(printed, reading)
  const cells = table.columns.flatMap(({ type, term }) => {
    const value = statedIn(facts, term)
    return value === null || type === 'percent' || value.length < 3 ? [] : [{ type, value }]
  })
  const shows = (line: Reading['lines'][number]) =>
    cells.filter(({ type, value }) => placeOf(type, value, [line])).length >= 2
  return reading.lines.filter(shows).slice(0, 1)
}

/** The lines that a printed row stands on. */
function linesOf(row: TableRow, { lines }: Reading): Reading['lines'] {
  const places = Object.values(row).flatMap(({ provenance }) => provenance ?? [])
  const standsOn = (box: Box, other: Box) =>
    Math.abs(middleOf(box) - middleOf(other)) < heightOf(box)
  return lines.filter(({ line }) =>
    places.some(({ page, box }) => page === line.page && standsOn(line.box, box)),
  )
}

function cellOf(
  column: TemplateColumn,
  stated: string,
  reader: ExactSource['reader'],
  printed: Field | undefined,
  among: Reading['lines'],
  { reading, placeOf }: Pages,
): Field {
  const { name, label, type } = column
  const value = normalised(type, stated)
  const isPrinted = printed?.value && isSameValue(type, printed.value, value)
  const seen = isPrinted ? printed.provenance : null
  const place = seen
    ? { page: seen.page, box: seen.box, raw: printed?.raw ?? value }
    : placeOf(type, value, among)
  const source = { term: column.term ?? '', value, reader, page: 1, box: null }
  const first = candidateFor(source, place, reading)
  const others = printed && !isPrinted ? printed.candidates : []
  const { raw, confidence, provenance } = first
  return {
    ...{ name, label, type, value, raw, confidence, reader, provenance },
    ...{ needsReview: false, reasons: [], candidates: [first, ...others] },
  }
}
