/** One field of one document: what might answer it, and which of it does; none is an answer, too. */
export interface Choice {
  /** Signals of each candidate, `nothing` last. */
  readonly options: readonly Readonly<Record<string, number>>[]
  /** Places in `options` that are right: every print of the true value, or `nothing`. */
  readonly right: ReadonlySet<number>
}

/** How likely each option is: a softmax over the weighted sums of its signals. */
export function chances(
  weights: Readonly<Record<string, number>>,
  options: Choice['options'],
): number[] {
  const sums = options.map((signals) =>
    Object.entries(signals).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0),
  )
  const most = Math.max(...sums)
  const parts = sums.map((sum) => Math.exp(sum - most))
  const all = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / all)
}

/**
 * A conditional logit (McFadden 1974): weights under which the right options are likely, summed over the
 * prints of one value, with a Gaussian prior around `start` of strength `pull`; signals that are not in
 * `start` keep weight. AdaGrad (Duchi, Hazan and Singer 2011) over all choices at once, so that the same
 * choices give the same weights.
 */
export function fitChoices(
  choices: readonly Choice[],
  {
    start,
    free,
    pull,
    rounds = 200,
  }: {
    start: Readonly<Record<string, number>>
    /** Names of the weights that may move. */
    free: ReadonlySet<string>
    pull: number
    rounds?: number
  },
): Record<string, number> {
  const weights = { ...start }
  const squares: Record<string, number> = {}
  for (let round = 0; round < rounds; round++) {
    const slope = slopeOf(choices, weights, free)
    for (const name of free) {
      const by = (slope[name] ?? 0) - pull * ((weights[name] ?? 0) - (start[name] ?? 0))
      squares[name] = (squares[name] ?? 0) + by * by
      weights[name] = (weights[name] ?? 0) + (0.25 * by) / Math.sqrt((squares[name] ?? 0) + 1e-9)
    }
  }
  return weights
}

function slopeOf(
  choices: readonly Choice[],
  weights: Readonly<Record<string, number>>,
  free: ReadonlySet<string>,
): Record<string, number> {
  const slope: Record<string, number> = {}
  for (const { options, right } of choices) {
    const likely = chances(weights, options)
    const rightShare = [...right].reduce((sum, at) => sum + (likely[at] ?? 0), 0)
    options.forEach((signals, at) => {
      const chance = likely[at] ?? 0
      const push = (right.has(at) ? chance / Math.max(1e-9, rightShare) : 0) - chance
      if (Math.abs(push) < 1e-6) return
      for (const [name, value] of Object.entries(signals))
        if (free.has(name)) slope[name] = (slope[name] ?? 0) + push * value
    })
  }
  return slope
}
