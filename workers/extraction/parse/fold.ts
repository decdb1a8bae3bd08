/** Letters and digits alone, lower case, without accents: how labels are compared. */
export function fold(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const result = foldNew(text)
  if (folded.size >= mostRemembered) folded.clear()
  folded.set(text, result)
  return result
}

/** The same words come again on every page. */
const mostRemembered = 20_000
const folded = new Map<string, string>()

function foldNew(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}%#]/gu, '')
}

/** Edits between two short texts; anything beyond `most` is given back as `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const cost = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1)
      current.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    previous = current
  }
  return previous[b.length] ?? most + 1
}
