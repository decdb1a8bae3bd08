import { heightOf, middleOf } from '../layout/geometry.ts'
import type { Word } from '../model.ts'
import type { HeaderColumn } from './headerColumns.ts'
import type { ItemNumbers } from './itemEquation.ts'
import type { BodyLine, ItemLines } from './itemLines.ts'
import type { NamedItem } from './itemName.ts'
import type { NumberRow, Roles } from './itemRoles.ts'
import type { RowWords } from './itemWords.ts'

interface Naming {
  readonly columns: readonly HeaderColumn[]
  readonly roles: Roles
  readonly description: number
  readonly named: NamedItem
  readonly numbers: ItemNumbers | null
  readonly row: NumberRow
}

/** The words of an item’s cells by name. */
export function itemCells(
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

/** In line heights: numbers of an item stand at most this far above or below its line of numbers. */
const stackSpace = 1.7

/** The line of an item’s numbers, then those that stand closely above and below it. */
export function nearLines({ lines, at }: ItemLines): readonly BodyLine[] {
  const main = lines[at]
  if (!main) return []
  const middle = middleOf(main.line.line.box)
  const most = stackSpace * heightOf(main.line.line.box)
  const others = lines.filter(
    (line) => line !== main && Math.abs(middleOf(line.line.line.box) - middle) <= most,
  )
  return [main, ...others]
}
