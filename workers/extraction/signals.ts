import { weights } from './weights.ts'

/**
 * What speaks for and against a value, by name, each a number from about 0 to 1: `right` is the label at
 * its left, `stranger` another field’s label. `weights.ts` says how much each counts.
 */
export type Signals = Readonly<Record<string, number>>

/** The weighted sum; a signal without a weight of its own counts as it is. */
export function weigh(signals: Signals): number {
  let score = 0
  for (const [name, value] of Object.entries(signals)) score += value * weightOf(name)
  return score
}

export function weightOf(name: string): number {
  return weights.signals[name] ?? 1
}

/** Fewer points than this and a field of the type is rather empty. */
export function nothingScore(type: string): number {
  return weights.nothing[type] ?? weights.nothing.other ?? 0.2
}
