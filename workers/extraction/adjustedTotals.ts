import type { Template } from '../template.ts'
import { fieldLabels } from './fieldLabels.ts'
import { unitsOf } from './parse/amount.ts'
import type { Reading } from './reading.ts'
import { scoreByLabels } from './scoring.ts'
import type { Span } from './spans.ts'
import { spansFor } from './spansFor.ts'

/** A label speaks for an adjustment from here on. */
const leastScore = 0.35
/** More than these are a table of something else, and some of them would fit by accident. */
const most = 4

/**
 * Why a total differs from net and tax by `missing` units of 1/10000: the page prints a discount, carriage
 * or what is withheld that make just as much. Null where it prints none. Discounts have a minus or none.
 */
export function adjustmentOf(template: Template, reading: Reading, missing: bigint): string | null {
  const spans = adjustmentsIn(template, reading)
  if (spans.length > most) return null
  const parts = signedSubsets(spans).find(
    (set) => set.length > 0 && isClose(missing - set.reduce((sum, { units }) => sum + units, 0n)),
  )
  if (!parts) return null
  const printed = parts.map(({ span }) => span.raw).join(' and ')
  return `Net and tax make the total with the ${printed} that came off or on top.`
}

/** Within two hundredths: sums are rounded one by one. */
function isClose(difference: bigint): boolean {
  return difference <= 200n && difference >= -200n
}

function adjustmentsIn(template: Template, reading: Reading): readonly Span[] {
  const own = template.support.filter(({ part }) => part === 'adjustment').map(({ name }) => name)
  if (own.length === 0) return []
  const others = template.fields.filter(({ type }) => type === 'amount').map(({ name }) => name)
  const hits = fieldLabels(template, reading)
  const scores = scoreByLabels([...others, ...own], spansFor('amount', reading), hits, reading)
  return own.flatMap((name) =>
    (scores.get(name) ?? []).filter(({ score }) => score > leastScore).map(({ span }) => span),
  )
}

interface Part {
  readonly span: Span
  readonly units: bigint
}

/** Every choice of some spans; one that is printed without a minus may come off as well as on top. */
function signedSubsets(spans: readonly Span[]): Part[][] {
  let sets: Part[][] = [[]]
  for (const span of spans) {
    const units = unitsOf(span.value) ?? 0n
    const signed = units > 0n ? [units, -units] : [units]
    const longer = signed.flatMap((units) => sets.map((set) => [...set, { span, units }]))
    sets = [...sets, ...longer]
  }
  return sets
}
