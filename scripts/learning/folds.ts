/** A part of the examples to judge, and all the others to learn from. */
export interface Fold<T> {
  readonly learned: readonly T[]
  readonly judged: readonly T[]
}

const count = 5

/**
 * Five parts of the examples, each beside the rest; what has the same key is never on both sides. Which
 * part a key falls into is chance, the same one every time.
 */
export function foldsBy<T>(examples: readonly T[], keyOf: (example: T) => string): Fold<T>[] {
  return Array.from({ length: count }, (_, part) => {
    const { learned = [], judged = [] } = Object.groupBy(examples, (example) =>
      partOf(keyOf(example)) === part ? 'judged' : 'learned',
    )
    return { learned, judged }
  })
}

function partOf(key: string): number {
  return [...key].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % count
}
