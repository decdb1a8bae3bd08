import type { Word } from '../model.ts'
import { anchorOf, groupItems, type ItemTable } from './groupItems.ts'
import type { HeaderColumn } from './headerColumns.ts'
import { itemCells, nearLines } from './itemCells.ts'
import { fitOf, type ItemNumbers, isTelling } from './itemEquation.ts'
import type { ItemLines } from './itemLines.ts'
import { type NamedItem, partNames } from './itemName.ts'
import { cellNumber, isOneNumber } from './itemNumber.ts'
import { type Part, repairOf } from './itemRepair.ts'
import {
  type NumberRow,
  numbersOf,
  type Roles,
  rolesByHeader,
  rolesOf,
  usualDecimals,
} from './itemRoles.ts'
import type { ItemProof, ItemWords } from './itemWords.ts'
import type { DecimalMark } from './parse/amount.ts'
import { type SummedItem, withoutSums } from './withoutSums.ts'

/** The items of a table: its lines cut into items, its columns of numbers given their roles. */
export function readItemTable(table: ItemTable, decimal: DecimalMark | null): ItemWords[] {
  const anchor = anchorOf(rolesByHeader(table.columns), table)
  const byHeader = groupItems(table, anchor, decimal)
  const first = rolesOf(table.columns, numbersIn(byHeader, decimal))
  const isMoved = anchorOf(first, table) !== anchor
  const items = isMoved ? groupItems(table, anchorOf(first, table), decimal) : byHeader
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
      cells: itemCells(item, naming),
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
