/** Words of a text read beside the words that truly stand there. Tallies of several texts add up. */
export interface Tally {
  /** Words that are in both, each as often as in both. */
  readonly hits: number
  readonly read: number
  readonly true: number
}

/** Compares two texts as bags of words: their order does not count, case does. */
export function tallyWords(read: string, truth: string): Tally {
  const [found, wanted] = [bagOf(read), bagOf(truth)]
  let hits = 0
  for (const [word, count] of wanted) hits += Math.min(count, found.get(word) ?? 0)
  return { hits, read: sizeOf(found), true: sizeOf(wanted) }
}

/** 0 to 1: the harmonic mean of precision and recall. Null when there is nothing to compare. */
export function f1Of(tallies: readonly Tally[]): number | null {
  const total = (key: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[key], 0)
  const words = total('read') + total('true')
  return words === 0 ? null : (2 * total('hits')) / words
}

/** Words of a text that have a letter or a digit. */
export function countWords(text: string): number {
  return sizeOf(bagOf(text))
}

type Bag = ReadonlyMap<string, number>

/** How often each word stands there, without the punctuation around it. */
function bagOf(text: string): Bag {
  const bag = new Map<string, number>()
  for (const piece of text.normalize('NFKC').split(/\s+/)) {
    const word = piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    if (word !== '') bag.set(word, (bag.get(word) ?? 0) + 1)
  }
  return bag
}

function sizeOf(bag: Bag): number {
  return [...bag.values()].reduce((sum, count) => sum + count, 0)
}
