import { searchText } from './searchText.ts'

/** Where a text has what is searched for, as it stands there with its accents; null where it has not. */
export function foundIn(
  text: string,
  search: string,
): { readonly before: string; readonly hit: string; readonly after: string } | null {
  const letters = [...text]
  const folded = letters.map(searchText)
  // One letter may be two without accents, as in “Straße”.
  const owner = folded.flatMap((part, at) => Array.from({ length: part.length }, () => at))
  const wanted = searchText(search)
  const at = wanted === '' ? -1 : folded.join('').indexOf(wanted)
  const first = owner[at]
  const last = owner[at + wanted.length - 1]
  if (at < 0 || first === undefined || last === undefined) return null
  const part = (from: number, to?: number) => letters.slice(from, to).join('')
  return { before: part(0, first), hit: part(first, last + 1), after: part(last + 1) }
}
