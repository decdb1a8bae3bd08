import { isFoundBy } from './searchTerms.ts'

/** Words around a place that was found, and which of them it is. */
export interface Excerpt {
  readonly before: string
  readonly hit: string
  readonly after: string
}

const around = 5

/**
 * Where words in reading order have what is looked for: the place where most of it stands together. Null where
 * none of it is.
 */
export function excerptOf(words: readonly string[], wanted: readonly string[]): Excerpt | null {
  let best = { at: -1, length: 0 }
  for (const at of words.keys()) {
    const length = runAt(words, at, wanted)
    if (length > best.length) best = { at, length }
    if (length === wanted.length) break
  }
  if (best.length === 0) return null
  const [from, to] = [best.at, best.at + best.length]
  const join = (start: number, end: number) => words.slice(Math.max(0, start), end).join(' ')
  return { before: join(from - around, from), hit: join(from, to), after: join(to, to + around) }
}

/** How many of the wanted terms stand here, one after the other. */
function runAt(words: readonly string[], at: number, wanted: readonly string[]): number {
  const first = wanted.findIndex((term) => isFoundBy(words[at] ?? '', term))
  if (first < 0) return 0
  let length = 1
  while (first + length < wanted.length) {
    const [word, term] = [words[at + length], wanted[first + length]]
    if (word === undefined || term === undefined || !isFoundBy(word, term)) break
    length++
  }
  return length
}
