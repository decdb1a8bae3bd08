import { middleOf } from '../layout/geometry.ts'
import { unitsOf } from './parse/amount.ts'
import type { Reading } from './reading.ts'
import type { Span } from './spans.ts'

/**
 * Sums at the foot of columns: for every amount of a right-aligned run of at least two, the amount below
 * the run that they add up to. A label over such a column means its sum, not its first row.
 */
export function columnSums(spans: readonly Span[], reading: Reading): ReadonlyMap<Span, Span> {
  const sums = new Map<Span, Span>()
  const amounts = spans.filter((span) => span.type === 'amount' && span.strong)
  for (const first of amounts) {
    const column = amounts
      .filter((span) => isBelow(first, span, reading))
      .sort((a, b) => middleOf(a.box) - middleOf(b.box))
    const run = [first]
    let total = unitsOf(first.value) ?? 0n
    for (const next of column) {
      const units = unitsOf(next.value) ?? 0n
      if (run.length > 1 && units === total && total !== 0n) {
        for (const span of run) if (!sums.has(span)) sums.set(span, next)
        break
      }
      run.push(next)
      total += units
    }
  }
  return sums
}

function isBelow(first: Span, span: Span, reading: Reading): boolean {
  return (
    span.line.line.page === first.line.line.page &&
    middleOf(span.box) > middleOf(first.box) + 0.3 * reading.wordHeight &&
    middleOf(span.box) < middleOf(first.box) + 14 * reading.wordHeight &&
    Math.abs(span.box[2] - first.box[2]) < 0.9 * reading.wordHeight
  )
}
