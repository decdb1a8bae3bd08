import type { LedgerAmount, Movement } from './ledgerLines.ts'

/** How a statement is to be read: which of its columns is the balance, and what the others mean. */
export interface Convention {
  /** Position among the columns of amounts; null when no balance is printed beside the movements. */
  readonly balance: number | null
  /** What an amount without a sign means, by column. */
  readonly signs: readonly (1 | -1)[]
  /** The newest movement stands first. */
  readonly isReversed: boolean
}

/** A movement with its amount signed, and whether the balances around it prove it. */
export interface SignedMovement {
  readonly movement: Movement
  readonly amount: { readonly printed: LedgerAmount; readonly units: bigint } | null
  readonly balance: { readonly printed: LedgerAmount; readonly units: bigint } | null
  /** Null where no balance follows it. */
  readonly isProven: boolean | null
}

export interface Ends {
  /** Units of 1/10000; null when not stated. */
  readonly opening: bigint | null
  readonly closing: bigint | null
}

/** In points: amounts of one column end this close to each other. */
const edgeSlack = 7
const mostColumns = 4

/** Right edges of the columns of amounts, left to right. */
export function columnsOf(movements: readonly Movement[]): number[] {
  const groups: { right: number; count: number }[] = []
  for (const { right } of movements.flatMap(({ amounts }) => amounts)) {
    const group = groups.find((other) => Math.abs(other.right - right) < edgeSlack)
    if (group) group.count++
    else groups.push({ right, count: 1 })
  }
  return groups
    .sort((a, b) => b.count - a.count)
    .slice(0, mostColumns)
    .map(({ right }) => right)
    .sort((a, b) => a - b)
}

/**
 * The movements under the convention that most of them prove: every balance is the one before it and what
 * moved since. Without balances, the convention under which opening and movements make the closing.
 */
export function signMovements(
  movements: readonly Movement[],
  ends: Ends,
  hinted: readonly (1 | -1 | null)[],
): SignedMovement[] {
  const columns = columnsOf(movements)
  let best: { points: number; rows: SignedMovement[] } | null = null
  for (const convention of conventions(columns.length)) {
    const rows = applied(movements, columns, convention, ends)
    const points = pointsOf(rows, convention, ends, hinted)
    if (!best || points > best.points) best = { points, rows }
  }
  return best?.rows ?? []
}

function* conventions(columns: number): Generator<Convention> {
  const places = [null, ...Array.from({ length: columns }, (_, i) => i)]
  for (const balance of columns > 1 ? places : [null])
    for (const isReversed of [false, true])
      for (let bits = 0; bits < 2 ** columns; bits++) {
        const signs = Array.from(
          { length: columns },
          (_, i) => ((bits >> i) & 1 ? -1 : 1) as 1 | -1,
        )
        // A balance without a sign is what is on the account.
        if (balance === null || signs[balance] === 1) yield { balance, signs, isReversed }
      }
}

function applied(
  movements: readonly Movement[],
  columns: readonly number[],
  { balance, signs, isReversed }: Convention,
  { opening }: Ends,
): SignedMovement[] {
  const signed = movements.map((movement): SignedMovement => {
    const placed = movement.amounts.map((printed) => {
      const column = columns.findIndex((right) => Math.abs(right - printed.right) < edgeSlack)
      const units = printed.units * BigInt(printed.sign ?? signs[column] ?? 1)
      return { printed, column, units }
    })
    return {
      movement,
      amount: placed.find(({ column }) => column >= 0 && column !== balance) ?? null,
      balance: placed.find(({ column }) => column === balance) ?? null,
      isProven: null,
    }
  })
  const rows = isReversed ? signed.toReversed() : signed
  const proven = proofs(rows, opening)
  const result = rows.map((row, i) => ({ ...row, isProven: proven[i] ?? null }))
  return isReversed ? result.reverse() : result
}

/** For every movement whether the next balance is the last one and what moved since. */
function proofs(rows: readonly SignedMovement[], opening: bigint | null): (boolean | null)[] {
  const proven: (boolean | null)[] = rows.map(() => null)
  let last = opening
  let moved = 0n
  let since: number[] = []
  rows.forEach((row, i) => {
    moved += row.amount?.units ?? 0n
    since.push(i)
    if (!row.balance) return
    if (last !== null) for (const at of since) proven[at] = last + moved === row.balance.units
    last = row.balance.units
    moved = 0n
    since = []
  })
  return proven
}

function pointsOf(
  rows: readonly SignedMovement[],
  { balance, signs, isReversed }: Convention,
  { opening, closing }: Ends,
  hinted: readonly (1 | -1 | null)[],
): number {
  const held = rows.filter(({ isProven }) => isProven === true).length
  const failed = rows.filter(({ isProven }) => isProven === false).length
  const sum = rows.reduce((total, { amount }) => total + (amount?.units ?? 0n), 0n)
  const closes = opening !== null && closing !== null && opening + sum === closing
  const agreed = signs.filter((sign, i) => hinted[i] === sign).length
  const missing = rows.filter(({ amount }) => amount === null).length
  // Where nothing proves: the balance stands last, money goes out on the left of two columns.
  const usual =
    (balance === signs.length - 1 && signs.length > 1 ? 0.3 : 0) +
    (isReversed ? 0 : 0.1) +
    0.01 * signs.filter((sign) => sign === 1).length
  return held - failed - missing + (closes ? rows.length : 0) + 0.2 * agreed + usual
}
