import type { Template } from '../template.ts'
import {
  type Equation,
  type Figure,
  type Figures,
  figureTerm,
  sumEquation,
  type Term,
  termOf,
} from './sumEquation.ts'

interface Row {
  readonly cells: Readonly<Record<string, Figure>>
  /** As the page has it, from 0. */
  readonly row: number
}

/**
 * Balance before + movements = balance after, row by row, and the opening balance + all movements = the closing
 * one. Some banks print the newest movement first: the direction in which more holds is theirs.
 */
export function balanceEquations(template: Template, { fields, tables }: Figures): Equation[] {
  const table = template.tables.find(({ kind }) => kind === 'ledger')
  const rows = ((table && tables[table.name]) ?? []).map((cells, row): Row => ({ cells, row }))
  if (!table || rows.length === 0) return []
  const [opening, closing] = (['opening_balance', 'closing_balance'] as const).map((name) =>
    termOf(fields, name, template.fields.find((field) => field.name === name)?.label ?? name),
  ) as [Term, Term]
  const [down, up] = [rows, rows.toReversed()].map((ordered) =>
    running(ordered, { opening, table: table.name }),
  ) as [Equation[], Equation[]]
  const amounts = rows.map(({ cells, row }) => figureTerm(cells.amount, `Row ${row + 1}`))
  const whole = {
    code: 'balance',
    terms: [opening, ...amounts],
    result: closing,
    slack: 0n,
  } as const
  const isStated = opening.value !== null || closing.value !== null
  return [...(brokenIn(up) < brokenIn(down) ? up : down), ...(isStated ? [sumEquation(whole)] : [])]
}

function brokenIn(equations: readonly Equation[]): number {
  return equations.filter(({ state }) => state === 'broken').length
}

function running(
  rows: readonly Row[],
  { opening, table }: { opening: Term; table: string },
): Equation[] {
  const equations: Equation[] = []
  let last: Term | null = opening.value === null ? null : opening
  let moved: Term[] = []
  for (const { cells, row } of rows) {
    const label = `Row ${row + 1}`
    moved.push(figureTerm(cells.amount, label))
    const balance = figureTerm(cells.balance, label)
    if (balance.value === null) continue
    const terms = last && [last, ...moved]
    if (terms)
      equations.push(
        sumEquation({ code: 'balance', terms, result: balance, slack: 0n, table, row }),
      )
    last = balance
    moved = []
  }
  return equations
}
