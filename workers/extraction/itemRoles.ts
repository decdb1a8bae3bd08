import type { HeaderColumn } from './headerColumns.ts'
import { type Adjustment, fitOf, type ItemNumbers, isTelling } from './itemEquation.ts'
import type { CellNumber } from './itemNumber.ts'

/** Numbers of one item by column, those on its line of numbers first. */
export type NumberRow = readonly (readonly CellNumber[])[]

/** Which column is what in quantity × price = total. */
export interface Roles {
  readonly quantity: number | null
  readonly price: number | null
  readonly total: number | null
  /** A further column that the equation needs, and how. */
  readonly adjustment: { readonly column: number; readonly kind: Adjustment } | null
}

const mostRows = 25
const named = { quantity: 'quantity', unit_price: 'price', line_total: 'total' } as const

/** Roles by the header alone. */
export function rolesByHeader(columns: readonly HeaderColumn[]): Roles {
  const place = (name: string) => {
    const at = columns.findIndex((column) => column.name === name)
    return at < 0 ? null : at
  }
  return {
    quantity: place('quantity'),
    price: place('unit_price'),
    total: place('line_total'),
    adjustment: null,
  }
}

/**
 * The columns of quantity, price and total: of all ways to hand the three out among the columns of
 * numbers, the one under which most rows multiply; the header’s word counts as much as a third of them.
 */
export function rolesOf(columns: readonly HeaderColumn[], rows: readonly NumberRow[]): Roles {
  const header = rolesByHeader(columns)
  const sample = rows.slice(0, mostRows)
  const numeric = columns.flatMap((column, i) =>
    isNumeric(column, i, sample) && column.name !== 'tax_rate' ? [i] : [],
  )
  const best = bestTriple(columns, numeric, sample)
  const roles = best ?? header
  return { ...roles, adjustment: adjustmentFor(roles, numeric, columns, sample) }
}

function bestTriple(
  columns: readonly HeaderColumn[],
  numeric: readonly number[],
  rows: readonly NumberRow[],
): Roles | null {
  let best: { roles: Roles; points: number } | null = null
  for (const total of numeric)
    for (const price of numeric)
      for (const quantity of numeric) {
        if (total === price || total === quantity || price === quantity) continue
        const roles = { quantity, price, total, adjustment: null }
        const fits = rows.reduce((sum, row) => sum + pointsOf(numbersOf(row, roles)), 0)
        const points = fits + rows.length * likelihood(columns, rows, roles)
        if (fits >= 0.4 && (!best || points > best.points)) best = { roles, points }
      }
  return best?.roles ?? null
}

/** What header, place and decimals say, in shares of the rows. */
function likelihood(
  columns: readonly HeaderColumn[],
  rows: readonly NumberRow[],
  roles: Roles,
): number {
  const at = { quantity: roles.quantity ?? 0, price: roles.price ?? 0, total: roles.total ?? 0 }
  let points = 0
  for (const [name, role] of Object.entries(named)) {
    const is = columns[at[role]]?.name
    if (is === name) points += 0.3
    else if (columns[at[role]]?.hints.has(name)) points += 0.2
    else if (is) points -= is === 'unit' ? 0.05 : 0.2
  }
  if (at.total > at.price && at.total > at.quantity) points += 0.1
  if (usualDecimals(rows, at.price) > usualDecimals(rows, at.quantity)) points += 0.1
  if (at.quantity < at.price) points += 0.02
  return points
}

/** The number of decimals that a column’s cells have, where at least a third show any. */
export function usualDecimals(rows: readonly NumberRow[], column: number | null): number {
  if (column === null) return 0
  const decimals = rows.flatMap((row) => row[column]?.[0]?.decimals ?? [])
  const shown = decimals.filter((count) => count > 0)
  if (shown.length === 0 || shown.length < decimals.length / 3) return 0
  const times = (count: number) => shown.filter((other) => other === count).length
  return [...new Set(shown)].reduce((best, count) => (times(count) > times(best) ? count : best))
}

function isNumeric(column: HeaderColumn, at: number, rows: readonly NumberRow[]): boolean {
  if (column.name === 'description') return false
  const filled = rows.filter((row) => (row[at]?.length ?? 0) > 0).length
  // An item may be without a price or a count; a column of another name needs more to be one of them.
  const least = column.name !== null && column.name in named ? 1 : 0.3 * rows.length
  return filled > 0 && filled >= least
}

function pointsOf(numbers: ItemNumbers | null): number {
  if (!numbers) return 0
  const fit = fitOf(numbers)
  if (fit === null) return 0
  if (!isTelling(numbers)) return 0.4
  return fit === 'exact' ? 1 : 0.6
}

/**
 * The three numbers of a row under given roles; of stacked numbers (list price over net price) those that
 * multiply. Null when one of them is missing.
 */
export function numbersOf(row: NumberRow, roles: Roles): ItemNumbers | null {
  const cell = (column: number | null) => (column === null ? [] : (row[column] ?? []))
  const quantities = cell(roles.quantity).filter((number) => !number.isMoney)
  const [prices, totals] = [cell(roles.price), cell(roles.total)]
  const [quantity, price, total] = [quantities[0], prices[0], totals[0]]
  if (!quantity || !price || !total) return null
  const adjustments = roles.adjustment ? [null, ...cell(roles.adjustment.column)] : [null]
  for (const number of adjustments)
    for (const t of totals)
      for (const p of prices)
        for (const q of quantities) {
          const kind = roles.adjustment?.kind
          const adjustment = number && kind ? { adjustment: { kind, number } } : {}
          const numbers = { quantity: q, price: p, total: t, ...adjustment }
          if (fitOf(numbers)) return numbers
        }
  return { quantity, price, total }
}

/** A column of discounts, of charges or of price bases that makes rows hold which else would not. */
function adjustmentFor(
  roles: Roles,
  numeric: readonly number[],
  columns: readonly HeaderColumn[],
  rows: readonly NumberRow[],
): Roles['adjustment'] {
  const failing = rows.filter((row) => {
    const numbers = numbersOf(row, roles)
    return numbers !== null && fitOf(numbers) === null
  })
  if (failing.length === 0) return null
  const taken = new Set([roles.quantity, roles.price, roles.total])
  const free = columns.flatMap(({ name }, i) =>
    !taken.has(i) && (name === null || numeric.includes(i)) ? [i] : [],
  )
  let best: { adjustment: Roles['adjustment']; fixed: number } | null = null
  for (const column of free)
    for (const kind of ['discount', 'surcharge', 'base'] as const) {
      const adjustment = { column, kind }
      const fixed = failing.filter((row) => {
        const numbers = numbersOf(row, { ...roles, adjustment })
        return numbers?.adjustment !== undefined
      }).length
      if (fixed > (best?.fixed ?? 0)) best = { adjustment, fixed }
    }
  return best && best.fixed >= 0.3 * failing.length ? best.adjustment : null
}
