import type { Check, TableRow } from '../model.ts'
import type { Template } from '../template.ts'
import { decimalString, unitsOf } from './parse/amount.ts'

/** Names of the fields that state what was on the account before and after the movements. */
const [opening, closing] = ['opening_balance', 'closing_balance'] as const

/** Whether the balance runs from row to row, and from the opening to the closing one. */
export function ledgerChecks(
  template: Template,
  values: ReadonlyMap<string, string>,
  tables: Readonly<Record<string, readonly TableRow[]>>,
): Check[] {
  const table = template.tables.find(({ kind }) => kind === 'ledger')
  const rows = (table && tables[table.name]) ?? []
  if (rows.length === 0) return []
  return [balanceRuns(rows), ledgerCloses(rows, values)].filter((check) => check !== null)
}

/** Some banks print the newest movement first: the direction in which more rows hold is theirs. */
function balanceRuns(rows: readonly TableRow[]): Check | null {
  const numbered = rows.map((row, i) => ({ row, number: i + 1 }))
  const [down, up] = [breaksIn(numbered), breaksIn(numbered.toReversed())]
  if (down.steps === 0) return null
  const { breaks } = up.breaks.length < down.breaks.length ? up : down
  const [first] = breaks
  return {
    ...{ code: 'balance_runs', level: 'error', passed: !first, fields: [] },
    sentence: first ?? `The balance runs through all ${rows.length} rows.`,
  }
}

function breaksIn(rows: readonly { readonly row: TableRow; readonly number: number }[]) {
  const breaks: string[] = []
  let steps = 0
  let last: bigint | null = null
  let moved = 0n
  for (const { row, number } of rows) {
    const balance = unitsOf(row.balance?.value)
    moved += unitsOf(row.amount?.value) ?? 0n
    if (balance === null) continue
    if (last !== null) {
      steps++
      if (last + moved !== balance)
        breaks.push(
          `In row ${number} the balance ${decimalString(last)} and ${decimalString(moved)} make ${decimalString(last + moved)}; it says ${decimalString(balance)}.`,
        )
    }
    last = balance
    moved = 0n
  }
  return { breaks, steps }
}

function ledgerCloses(
  rows: readonly TableRow[],
  values: ReadonlyMap<string, string>,
): Check | null {
  const [from, to] = [unitsOf(values.get(opening)), unitsOf(values.get(closing))]
  const amounts = rows.map((row) => unitsOf(row.amount?.value))
  if (from === null || to === null || amounts.includes(null)) return null
  const sum = amounts.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n)
  return {
    code: 'ledger_closes',
    level: 'error',
    passed: from + sum === to,
    sentence: `${decimalString(from)} and the ${rows.length} movements make ${decimalString(from + sum)}; the closing balance says ${decimalString(to)}.`,
    fields: [opening, closing],
  }
}
