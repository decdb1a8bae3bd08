import { heightOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Word } from '../model.ts'
import { isCarryForward } from './carryForward.ts'
import type { Body } from './groupItems.ts'
import type { HeaderColumn } from './headerColumns.ts'
import { isOneNumber } from './itemNumber.ts'
import { opensTotals } from './itemWords.ts'
import type { Reading } from './reading.ts'
import { cellsOf, cutsBetween, splitDoubled } from './tableCells.ts'
import type { TableHeader } from './tableHeader.ts'

/** In line heights: more space than this ends a table. */
const tableSpace = 9

/** A header’s columns, as the lines below it show them, and those lines. */
export interface Headed {
  readonly columns: readonly HeaderColumn[]
  readonly bodies: readonly Body[]
}

/**
 * What stands under a header: its lines up to the first that opens the totals, and then, as tails, what
 * follows every such line. A sum that is carried from page to page is no line of the table.
 */
export function bodiesUnder(
  header: TableHeader,
  headers: readonly TableHeader[],
  reading: Reading,
  ends: ReadonlySet<string>,
): Headed {
  const stop = headers.find((other) => other.next > header.next)?.next ?? reading.lines.length
  const lines = reading.lines.slice(header.next, stop)
  const parts = partsOf(lines, { page: header.page, bottom: header.bottom, ends })
  const body = within(header, parts[0] ?? [])
  const isNumber = (word: Word) => isOneNumber([word], reading.decimal)
  const columns = splitDoubled(header.columns, body, isNumber)
  const cuts = cutsBetween(columns, body)
  const bodies = parts.map((part, i) => ({ lines: within(header, part), cuts, isTail: i > 0 }))
  return { columns, bodies }
}

interface Start {
  readonly page: number
  readonly bottom: number
  readonly ends: ReadonlySet<string>
}

/** The lines of a page cut at those that open totals; they end at a wide gap and at the foot of the page. */
function partsOf(lines: readonly LineText[], { page, bottom, ends }: Start): LineText[][] {
  const parts: LineText[][] = [[]]
  let lowest = bottom
  for (const line of lines) {
    if (line.line.page !== page) break
    if (line.line.box[1] - lowest > tableSpace * heightOf(line.line.box)) break
    lowest = line.line.box[3]
    if (isCarryForward(line)) continue
    if (opensTotals(line, ends)) parts.push([])
    else parts.at(-1)?.push(line)
  }
  return parts
}

/** Lines between the sides of a table that has another beside it. */
function within({ from, to }: TableHeader, lines: readonly LineText[]): LineText[] {
  if (!Number.isFinite(from) && !Number.isFinite(to)) return [...lines]
  return lines.flatMap((line) => {
    const segments = line.line.segments.filter(({ box }) => box[0] >= from && box[2] <= to)
    const words = segments.flatMap((segment) => segment.words)
    return words.length > 0 ? [{ ...line, line: { ...line.line, words, segments } }] : []
  })
}

/**
 * The same table on the pages after it, where they do not repeat its header: lines whose numbers end
 * where those above end.
 */
export function continuationOf(
  header: TableHeader,
  headers: readonly TableHeader[],
  own: readonly Body[],
  { reading, ends }: { readonly reading: Reading; readonly ends: ReadonlySet<string> },
): Body[] {
  const [first] = own
  if (!first || own.length > 1) return []
  const edges = edgesOf(first, reading)
  const bodies: Body[] = []
  for (let page = header.page + 1; ; page++) {
    if (headers.some((other) => other.page === page)) return bodies
    const lines = reading.lines.filter(({ line }) => line.page === page)
    const from = lines.findIndex((line) => endsAlike(line, first, edges, reading))
    const top = lines[from]
    if (!top) return bodies
    const parts = partsOf(lines.slice(from), { page, bottom: top.line.box[1], ends })
    const tails = parts.map((part, i) => ({
      lines: within(header, part),
      cuts: first.cuts,
      isTail: i > 0,
    }))
    bodies.push(...tails)
    if (tails.length > 1) return bodies
  }
}

/** The right edges of the numbers of a table’s last lines, by column. */
function edgesOf({ lines, cuts }: Body, reading: Reading): ReadonlyMap<number, number> {
  const edges = new Map<number, number>()
  for (const line of lines)
    cellsOf(line, cuts).forEach((words, column) => {
      const last = words.at(-1)
      if (last && isOneNumber(words, reading.decimal)) edges.set(column, last.box[2])
    })
  return edges
}

function endsAlike(
  line: LineText,
  { cuts }: Body,
  edges: ReadonlyMap<number, number>,
  reading: Reading,
): boolean {
  const alike = cellsOf(line, cuts).filter((words, column) => {
    const edge = edges.get(column)
    const last = words.at(-1)
    if (!last || edge === undefined || !isOneNumber(words, reading.decimal)) return false
    return Math.abs(last.box[2] - edge) < 0.8 * heightOf(last.box)
  })
  return alike.length >= 2
}
