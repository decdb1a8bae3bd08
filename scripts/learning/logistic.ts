/** One decision: what was known, by name, and how it ended. */
export interface Example {
  readonly signs: Readonly<Record<string, number>>
  readonly isRight: boolean
}

/** Names of signs to what each counts. */
export type Weights = Readonly<Record<string, number>>

export interface FitOptions {
  /** How strongly weights are drawn to where they start; one number, or one a sign. */
  readonly pull: (name: string) => number
  readonly start?: Weights
}

/** The chance that an example ends well. */
export function chanceOf(weights: Weights, signs: Example['signs']): number {
  let sum = 0
  for (const [name, value] of Object.entries(signs)) sum += value * (weights[name] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/**
 * Logistic regression with a Gaussian prior around `start`: iteratively reweighted least squares
 * (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.1). The same examples in the
 * same order give the same weights.
 */
export function fitLogistic(
  examples: readonly Example[],
  { pull, start = {} }: FitOptions,
): Weights {
  const names = [...new Set(examples.flatMap(({ signs }) => Object.keys(signs)))].sort()
  const place = new Map(names.map((name, at) => [name, at]))
  const rows = examples.map(({ signs, isRight }) => ({
    isRight,
    cells: Object.entries(signs).map(
      ([name, value]) => [place.get(name) as number, value] as const,
    ),
  }))
  const origin = names.map((name) => start[name] ?? 0)
  const weights = [...origin]
  for (let round = 0; round < 30; round++) {
    const slope = names.map((name, at) => -pull(name) * ((weights[at] ?? 0) - (origin[at] ?? 0)))
    const bend = names.map((name, at) => names.map((_, to) => (at === to ? pull(name) : 0)))
    for (const { cells, isRight } of rows) {
      const sum = cells.reduce((total, [at, value]) => total + value * (weights[at] ?? 0), 0)
      const chance = 1 / (1 + Math.exp(-sum))
      const spread = Math.max(1e-6, chance * (1 - chance))
      for (const [at, value] of cells) {
        slope[at] = (slope[at] ?? 0) + (Number(isRight) - chance) * value
        const row = bend[at] as number[]
        for (const [to, other] of cells) row[to] = (row[to] ?? 0) + spread * value * other
      }
    }
    const step = solve(bend, slope)
    let change = 0
    for (const [at, by] of step.entries()) {
      weights[at] = (weights[at] ?? 0) + by
      change = Math.max(change, Math.abs(by))
    }
    if (change < 1e-8) break
  }
  return Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0]))
}

/** The vector that a symmetric, positive matrix takes to `target`: elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], target: readonly number[]): number[] {
  const size = target.length
  const rows = matrix.map((row, at) => [...row, target[at] ?? 0])
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, pivot, column))) pivot = row
    const chosen = rows[pivot] as number[]
    rows[pivot] = rows[column] as number[]
    rows[column] = chosen
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const share = at(rows, row, column) / at(rows, column, column)
      if (share === 0) continue
      const line = rows[row] as number[]
      for (let cell = column; cell <= size; cell++)
        line[cell] = (line[cell] ?? 0) - share * (chosen[cell] ?? 0)
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1))
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0
}
