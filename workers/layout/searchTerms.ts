import { searchText } from './searchText.ts'

/**
 * What the words of a page are found under: each as it stands without accents, capitals and the signs around it,
 * and where signs part it (`INV-2026/17`), each of its parts. Every term once.
 */
export function searchTerms(words: readonly string[]): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const word of words) {
    const whole = termOf(word)
    if (whole === '') continue
    terms.add(whole)
    const parts = whole.split(/[^\p{L}\p{N}]+/u)
    if (parts.length > 1) for (const part of parts) if (part !== '') terms.add(part)
  }
  return terms
}

/** What is looked for, word by word; the last letters of each may be missing. */
export function wantedTerms(search: string): readonly string[] {
  return [...new Set(search.split(/\s+/).map(termOf))].filter((term) => term !== '')
}

/** Whether a word of a page is found under a wanted term: by its beginning, or by that of one of its parts. */
export function isFoundBy(word: string, wanted: string): boolean {
  for (const term of searchTerms([word])) if (term.startsWith(wanted)) return true
  return false
}

function termOf(word: string): string {
  return searchText(word)
    .replace(/\s+/g, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
