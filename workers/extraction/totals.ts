import { unitsOf } from './parse/amount.ts'
import { differInOne } from './payment.ts'
import type { LabelScore } from './scoring.ts'

export type TotalPart = 'net' | 'tax' | 'gross'

export interface DecodedTotals {
  readonly chosen: Readonly<Partial<Record<TotalPart, LabelScore>>>
  /** net + tax = gross holds between amounts that are printed. */
  readonly proven: boolean
  /** The taxes of several rates that make up the difference, where no sum of them is printed. */
  readonly taxes: readonly LabelScore[]
}

/** How many candidates of each part are tried together. */
const width = 9
/** A part that is left out costs nothing, but a candidate below this is not better than none. */
const leastScore = 0.22
/** From here on a label rather than a place speaks. */
const leastNamed = 0.35
/** Two hundredths: lines are rounded one by one. */
const tolerance = 200n

/**
 * Chooses net, tax and gross together. Among the likeliest amounts of each part, three that add up are
 * worth a bonus, so that a weak label is carried by the sum and a tempting wrong amount is left.
 */
export function decodeTotals(
  parts: Readonly<Record<TotalPart, readonly LabelScore[]>>,
): DecodedTotals {
  const independent: DecodedTotals['chosen'] = {
    ...chosenAlone('net', parts.net),
    ...chosenAlone('tax', parts.tax),
    ...chosenAlone('gross', parts.gross),
  }
  const alone = Object.values(independent).reduce((sum, part) => sum + part.score, 0)
  const bonus = equationBonus(parts)
  let best: { chosen: DecodedTotals['chosen']; score: number } | null = null
  for (const gross of top(parts.gross, 0))
    for (const net of top(parts.net, -0.2))
      for (const tax of top(parts.tax, -0.2)) {
        if (!addsUp(net, tax, gross) || labelled([net, tax, gross]) < 2) continue
        const score = gross.score + net.score + tax.score + bonus
        if (!best || score > best.score) best = { chosen: { net, tax, gross }, score }
      }
  const several = decodeSeveralTaxes(parts)
  const score = Math.max(alone, best?.score ?? 0)
  if (several && several.score > score) return { ...several, proven: true }
  // A total that differs in one figure from one that adds up is the same, misread beside its label.
  const [sum, named] = [best?.chosen.gross, independent.gross]
  const isMisread = sum && named && differInOne(sum.span.value, named.span.value)
  if (best && (best.score > alone || isMisread))
    return { chosen: best.chosen, proven: true, taxes: [] }
  return { chosen: withoutTableRows(independent), proven: false, taxes: [] }
}

/** Net and tax from under column heads that do not make the total are one rate’s of several. */
function withoutTableRows(chosen: DecodedTotals['chosen']): DecodedTotals['chosen'] {
  const { net, tax, gross } = chosen
  if (net?.kind !== 'below' || tax?.kind !== 'below' || !gross) return chosen
  return isSumOf(net, unitsOf(tax.span.value) ?? 0n, gross) ? chosen : { gross }
}

/**
 * What three amounts that add up are worth beside labels: the less likely some three of those tried
 * would do so by accident, the more. Among many small sums it is nothing, among a few large ones as
 * much as a good label (EXTRACTION.md 2.12, “surprise”).
 */
function equationBonus(parts: Readonly<Record<TotalPart, readonly LabelScore[]>>): number {
  const named = parts.gross.filter((entry) => entry.score > leastScore)
  const cents = named.map(({ span }) => Number(abs(unitsOf(span.value) ?? 0n) / 100n))
  const range = Math.max(1000, ...cents.filter((value) => value < 1e12))
  const tried = Math.min(parts.gross.length, width) ** 3
  const byAccident = 1 - (1 - 5 / range) ** tried
  return Math.min(0.9, -0.17 * Math.log(Math.max(1e-9, byAccident)))
}

function chosenAlone(
  part: TotalPart,
  scores: readonly LabelScore[],
): Partial<Record<TotalPart, LabelScore>> {
  const best = top(scores, leastScore)[0]
  return best ? { [part]: best } : {}
}

function top(scores: readonly LabelScore[], least: number): LabelScore[] {
  return scores
    .filter((entry) => entry.score > least)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, width)
}

/** Three printed amounts, none of them the same print, that add up; a tax of nothing proves little. */
function addsUp(net: LabelScore, tax: LabelScore, gross: LabelScore): boolean {
  if (net.span === tax.span || tax.span === gross.span || net.span === gross.span) return false
  const [n, t, g] = [unitsOf(net.span.value), unitsOf(tax.span.value), unitsOf(gross.span.value)]
  if (n === null || t === null || g === null || n === 0n) return false
  const difference = n + t - g
  const close = difference <= tolerance && difference >= -tolerance
  // No VAT is above 27 %; a larger part is an accident of many numbers.
  const plausible =
    t === 0n
      ? net.score > 0.3 && tax.score > 0.3
      : t < 0n === n < 0n && abs(t) * 100n <= abs(n) * 30n
  return close && plausible
}

/** How many taxes of several rates are tried together, and how many of them may add up. */
const severalTaxes = { tried: 7, most: 4 }

/** Net, gross and two to four labelled taxes that make up the difference, each a print of its own. */
function decodeSeveralTaxes(
  parts: Readonly<Record<TotalPart, readonly LabelScore[]>>,
): { chosen: DecodedTotals['chosen']; taxes: readonly LabelScore[]; score: number } | null {
  const taxes = top(parts.tax, leastScore).slice(0, severalTaxes.tried)
  const sets = subsetsOf(taxes).filter((set) => set.length >= 2 && set.length <= severalTaxes.most)
  let best: ReturnType<typeof decodeSeveralTaxes> = null
  for (const gross of top(parts.gross, leastNamed))
    for (const net of top(parts.net, leastNamed))
      for (const set of sets) {
        const sum = set.reduce((total, tax) => total + (unitsOf(tax.span.value) ?? 0n), 0n)
        if (new Set([gross, net, ...set].map((part) => part.span)).size < set.length + 2) continue
        if (!isSumOf(net, sum, gross)) continue
        // Worth as much as one tax, so that several weak ones do not outweigh one that is named.
        const mean = set.reduce((total, tax) => total + tax.score, 0) / set.length
        const score = gross.score + net.score + mean + equationBonus(parts)
        if (!best || score > best.score) best = { chosen: { net, gross }, taxes: set, score }
      }
  return best
}

function subsetsOf<T>(values: readonly T[]): T[][] {
  const sets: T[][] = [[]]
  for (const value of values) sets.push(...sets.map((set) => [...set, value]))
  return sets
}

function isSumOf(net: LabelScore, tax: bigint, gross: LabelScore): boolean {
  const [n, g] = [unitsOf(net.span.value), unitsOf(gross.span.value)]
  if (n === null || g === null || tax === 0n) return false
  return abs(n + tax - g) <= tolerance && abs(tax) * 100n <= abs(n) * 30n
}

/** How many of the parts are named by a label of their own. */
function labelled(parts: readonly LabelScore[]): number {
  return parts.filter((part) => part.score > leastNamed).length
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value)
