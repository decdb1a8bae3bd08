import type { LineText } from '../layout/lineText.ts'
import type { HeaderColumn } from './headerColumns.ts'
import { type BodyLine, type ItemLines, itemsOf } from './itemLines.ts'
import { isOneNumber, numberIn } from './itemNumber.ts'
import { type Roles, rolesByHeader } from './itemRoles.ts'
import type { DecimalMark } from './parse/amount.ts'
import { type Cuts, cellsOf, leftEdges, textCellsOf } from './tableCells.ts'

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

/** An item’s lines, and whether they stand below a line of sums. */
export interface TableLines extends ItemLines {
  readonly isTail: boolean
}

/** The column whose number makes a line an item’s: the total, or else the price, or the count. */
export function anchorOf(roles: Roles, { columns }: ItemTable): number {
  return roles.total ?? roles.price ?? roles.quantity ?? columns.length - 1
}

/** The lines of a table cut into items, each about its line of numbers. */
export function groupItems(
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
