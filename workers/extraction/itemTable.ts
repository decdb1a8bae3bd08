import { heightOf, middleOf } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Word } from '../model.ts'
import { fitOf, type ItemNumbers, isTelling } from './itemEquation.ts'
import { type BodyLine, type ItemLines, itemsOf } from './itemLines.ts'
import { type NamedItem, partNames } from './itemName.ts'
import { cellNumber, isOneNumber, numberIn } from './itemNumber.ts'
import { type Part, repairOf } from './itemRepair.ts'
import {
  type NumberRow,
  numbersOf,
  type Roles,
  rolesByHeader,
  rolesOf,
  usualDecimals,
} from './itemRoles.ts'
import type { ItemProof, ItemWords, RowWords } from './itemWords.ts'
import type { DecimalMark } from './parse/amount.ts'
import { type Cuts, cellsOf, leftEdges, textCellsOf } from './tableCells.ts'
import type { HeaderColumn } from './tableHeader.ts'

/** A table’s columns and the lines below its header: of one page, or of several alike. */
export interface ItemTable {
  readonly columns: readonly HeaderColumn[]
  readonly bodies: readonly Body[]
}

export interface Body {
  readonly lines: readonly LineText[]
  readonly cuts: Cuts
  /** Below a line of sums: only rows that are proven count. */
  readonly isTail: boolean
}

/** In line heights: numbers of an item stand at most this far above or below its line of numbers. */
const stackSpace = 1.7

/** The items of a table: its lines cut into items, its columns of numbers given their roles. */
export function readItemTable(table: ItemTable, decimal: DecimalMark | null): ItemWords[] {
  const anchor = anchorOf(rolesByHeader(table.columns), table)
  const byHeader = grouped(table, anchor, decimal)
  const first = rolesOf(table.columns, numbersIn(byHeader, decimal))
  const isMoved = anchorOf(first, table) !== anchor
  const items = isMoved ? grouped(table, anchorOf(first, table), decimal) : byHeader
  const rows = numbersIn(items, decimal)
  const roles = isMoved ? rolesOf(table.columns, rows) : first
  const description = descriptionOf(table.columns, roles, items)
  const usual = {
    quantity: usualDecimals(rows, roles.quantity),
    price: usualDecimals(rows, roles.price),
    total: usualDecimals(rows, roles.total),
  }
  const proven = items.flatMap((item, i) => {
    const row = rows[i] as NumberRow
    const numbers = numbersOf(row, roles)
    const proof = numbers ? proofOf(numbers, usual, decimal) : undefined
    return item.isTail && proof?.kind !== 'telling' ? [] : [{ item, row, numbers, proof }]
  })
  const texts = proven.map(({ item }) => item.lines.map(({ cells }) => cells[description] ?? []))
  const names = partNames(texts, rightOf(table.columns, description, items))
  const found = proven.map(({ item, row, numbers, proof }, i): SummedItem => {
    const named = names[i] as NamedItem
    const naming = { columns: table.columns, roles, description, named, numbers, row }
    return {
      page: item.lines[item.at]?.line.line.page ?? 0,
      cells: wordsOf(item, naming),
      total: roles.total === null ? null : (row[roles.total]?.[0]?.value ?? null),
      ...(proof ? { proof } : {}),
    }
  })
  return withoutSums(found)
}

const columnOf = { quantity: 'quantity', price: 'unit_price', total: 'line_total' } as const

function proofOf(
  numbers: ItemNumbers,
  usual: Readonly<Record<Part, number>>,
  decimal: DecimalMark | null,
): ItemProof {
  if (fitOf(numbers)) return { kind: isTelling(numbers) ? 'telling' : 'trivial', repaired: null }
  const repair = repairOf(numbers, usual, decimal)
  if (!repair) return { kind: 'failed', repaired: null }
  return {
    kind: 'telling',
    repaired: {
      column: columnOf[repair.part],
      text: repair.number.value.toFixed(repair.number.decimals),
    },
  }
}

interface SummedItem extends ItemWords {
  readonly total: number | null
}

interface TableLines extends ItemLines {
  readonly isTail: boolean
}

/** The column whose number makes a line an item’s: the total, or else the price, or the count. */
function anchorOf(roles: Roles, { columns }: ItemTable): number {
  return roles.total ?? roles.price ?? roles.quantity ?? columns.length - 1
}

function grouped(
  { columns, bodies }: ItemTable,
  anchor: number,
  decimal: DecimalMark | null,
): TableLines[] {
  const { quantity, price } = rolesByHeader(columns)
  const opener = columns.findIndex(({ name }) => name !== null)
  const decimals = usualIn(bodies, anchor, decimal)
  return bodies.flatMap(({ lines, cuts, isTail }) => {
    const edges = leftEdges(lines, cuts, columns)
    const body = lines.flatMap((line): BodyLine[] => {
      const cells = cellsOf(line, cuts)
      const [total, count, each] = [anchor, quantity, price].map((column) =>
        column !== null && isOneNumber(cells[column] ?? [], decimal)
          ? numberIn(cells[column] ?? [], decimal)
          : null,
      )
      const isAmount = total && (decimals === 0 || total.decimals > 0 || total.value === 0)
      const hasNumbers = Boolean(isAmount || (count && each))
      const own = hasNumbers ? cells : textCellsOf(line, cuts, edges)
      // What stands beside the table, such as a letterhead’s column, is none of its lines.
      if (own.slice(Math.max(0, opener)).every((words) => words.length === 0)) return []
      return [{ line, cells: own, hasNumbers, opens: (own[opener]?.length ?? 0) > 0 }]
    })
    return itemsOf(body).map((item) => ({ ...item, isTail }))
  })
}

/** Decimals of most numbers that stand alone in a column. */
function usualIn(bodies: readonly Body[], column: number, decimal: DecimalMark | null): number {
  const decimals = bodies.flatMap(({ lines, cuts }) =>
    lines.flatMap((line) => {
      const words = cellsOf(line, cuts)[column] ?? []
      return isOneNumber(words, decimal) ? (numberIn(words, decimal)?.decimals ?? []) : []
    }),
  )
  const withMark = decimals.filter((count) => count > 0).length
  return withMark > 0 && withMark >= 0.5 * decimals.length ? 2 : 0
}

/** The numbers of every item by column: on its line of numbers, then stacked closely above or below. */
function numbersIn(items: readonly ItemLines[], decimal: DecimalMark | null): NumberRow[] {
  return items.map((item) => {
    const near = nearLines(item)
    return (item.lines[item.at]?.cells ?? []).map((_, column) =>
      near.flatMap(({ cells }, i) => {
        const words = cells[column] ?? []
        if (i > 0 && !isOneNumber(words, decimal, true)) return []
        return cellNumber(words, decimal) ?? []
      }),
    )
  })
}

function nearLines({ lines, at }: ItemLines): readonly BodyLine[] {
  const main = lines[at]
  if (!main) return []
  const middle = middleOf(main.line.line.box)
  const most = stackSpace * heightOf(main.line.line.box)
  const others = lines.filter(
    (line) => line !== main && Math.abs(middleOf(line.line.line.box) - middle) <= most,
  )
  return [main, ...others]
}

/** The column that the header calls the description, else the one with the most letters. */
function descriptionOf(
  columns: readonly HeaderColumn[],
  roles: Roles,
  items: readonly ItemLines[],
): number {
  const named = columns.findIndex(({ name }) => name === 'description')
  if (named >= 0) return named
  const taken = new Set([roles.quantity, roles.price, roles.total])
  const letters = columns.map(({ name }, i) =>
    taken.has(i) || name !== null
      ? 0
      : items.reduce((sum, item) => sum + lettersIn(item.lines[item.at]?.cells[i] ?? []), 0),
  )
  const most = Math.max(...letters)
  return most > 0 ? letters.indexOf(most) : -1
}

/** Where the column to the right of one begins, in points from the left; null for the last. */
function rightOf(
  columns: readonly HeaderColumn[],
  column: number,
  items: readonly ItemLines[],
): number | null {
  const next = columns[column + 1]
  if (!next) return null
  const words = items.flatMap(({ lines, at }) => lines[at]?.cells[column + 1] ?? [])
  return Math.min(next.label[0], ...words.map(({ box }) => box[0]))
}

function lettersIn(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)
}

interface Naming {
  readonly columns: readonly HeaderColumn[]
  readonly roles: Roles
  readonly description: number
  readonly named: NamedItem
  readonly numbers: ItemNumbers | null
  readonly row: NumberRow
}

/** The words of an item’s cells by name. */
function wordsOf(
  item: ItemLines,
  { columns, roles, description, named, numbers, row }: Naming,
): RowWords {
  const cells: RowWords = new Map()
  const put = (name: string, words: readonly Word[] | undefined) => {
    if (words && words.length > 0) cells.set(name, [...words])
  }
  const first = (column: number | null) => (column === null ? undefined : row[column]?.[0]?.words)
  const count = roles.quantity === null ? undefined : row[roles.quantity]?.find((n) => !n.isMoney)
  put('quantity', numbers?.quantity.words ?? count?.words)
  put('unit_price', numbers?.price.words ?? first(roles.price))
  put('line_total', numbers?.total.words ?? first(roles.total))
  put('description', named.name)
  if (columns.every(({ name }) => name !== 'note')) put('note', named.note)
  const taken = new Set([roles.quantity, roles.price, roles.total, description])
  columns.forEach(({ name }, column) => {
    if (name === null || taken.has(column) || cells.has(name) || isNumberName(name)) return
    const lines = name === 'line_id' ? item.lines : nearLines(item)
    put(
      name,
      lines.map(({ cells }) => cells[column] ?? []).find((words) => words.length > 0),
    )
  })
  return cells
}

const isNumberName = (name: string): boolean =>
  ['quantity', 'unit_price', 'line_total'].includes(name)

/** Without subtotals: an amount that counts nothing and is the sum of the rows before it. */
function withoutSums(items: readonly SummedItem[]): ItemWords[] {
  const kept: ItemWords[] = []
  const counts = items.some(({ proof }) => proof !== undefined)
  let sum = 0
  let rows = 0
  let isOver = false
  for (const { total, ...item } of items) {
    const isBare = item.proof === undefined
    const isSum = total !== null && total !== 0 && Math.abs(sum - total) < 0.005
    if (isBare && isSum && (rows > 1 || (rows === 1 && counts))) {
      sum = 0
      rows = 0
      isOver = true
      continue
    }
    // Below a sum, what multiplies is another item; the rest is more sums.
    if (isOver && item.proof === undefined) continue
    kept.push(item)
    sum += total ?? 0
    rows++
  }
  return kept
}
