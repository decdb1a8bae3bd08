/** A value that was decided on: how sure the program was, and whether it was right. */
export interface Decision {
  readonly confidence: number
  readonly isRight: boolean
  /** Kind of document; each has to keep the promise on its own as far as it was seen. */
  readonly pool?: string
}

/**
 * The highest share of errors that still explains seeing at most `errors` among `count`, with 95 % certainty
 * (Clopper and Pearson, Biometrika 26, 1934). 1 without any decision.
 */
export function errorBound(errors: number, count: number): number {
  if (count === 0 || errors >= count) return 1
  let [low, high] = [errors / count, 1]
  for (let round = 0; round < 60; round++) {
    const share = (low + high) / 2
    if (atMost(errors, count, share) > 0.05) low = share
    else high = share
  }
  return high
}

/** The chance of at most `errors` among `count` when each fails with `share`. */
function atMost(errors: number, count: number, share: number): number {
  let term = count * Math.log1p(-share)
  let sum = Math.exp(term)
  for (let k = 1; k <= errors; k++) {
    term += Math.log((count - k + 1) / k) + Math.log(share) - Math.log1p(-share)
    sum += Math.exp(term)
  }
  return sum
}

/** Shares of the decisions that are tried, the surest first; fewer than the first would not be worth a promise. */
const shares = Array.from({ length: 13 }, (_, i) => (i + 8) / 20)

/**
 * The lowest confidence from which on at most `error` of the values are wrong with 95 % certainty; tried
 * from the surest to the least sure, ending at the first share that fails, so that trying many thresholds
 * promises no more than one would. No pool may have shown more errors than that, however few its decisions.
 * Null where there are too few decisions for any promise.
 */
export function certifiedThreshold(decisions: readonly Decision[], error: number): number | null {
  const sorted = decisions.toSorted((a, b) => b.confidence - a.confidence)
  let threshold: number | null = null
  for (const share of shares) {
    const taken = sorted.slice(0, Math.floor(share * sorted.length))
    const wrong = taken.filter(({ isRight }) => !isRight).length
    if (errorBound(0, taken.length) > error) continue
    if (errorBound(wrong, taken.length) > error) break
    if (worstPool(taken) > error) continue
    threshold = taken.at(-1)?.confidence ?? threshold
  }
  return threshold
}

/** The highest share of errors among the decisions of one pool. */
function worstPool(decisions: readonly Decision[]): number {
  const pools = Map.groupBy(decisions, ({ pool }) => pool)
  const shares = [...pools.values()].map(
    (pool) => pool.filter(({ isRight }) => !isRight).length / pool.length,
  )
  return Math.max(0, ...shares)
}
