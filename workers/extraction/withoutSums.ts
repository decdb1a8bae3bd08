import type { ItemWords } from './itemWords.ts'

/** An item with the number in its column of totals, if it has one. */
export interface SummedItem extends ItemWords {
  readonly total: number | null
}

/** Without subtotals: an amount that counts nothing and is the sum of the rows before it. */
export function withoutSums(items: readonly SummedItem[]): ItemWords[] {
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
