/** Letters of a name, at most: it heads a column. */
const mostLetters = 40

/**
 * Names for columns out of the labels that people print: “3. Date of birth” is `date_of_birth`. Each is
 * given once; the next one alike gets a number. A label without Latin letters is a `field`.
 */
export function pairNamer(taken: Iterable<string>): (label: string) => string {
  const used = new Set(taken)
  return (label) => {
    const base = slugOf(label)
    let name = base
    for (let number = 2; used.has(name); number++) name = `${base}_${number}`
    used.add(name)
    return name
  }
}

function slugOf(label: string): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[\d_]+/, '')
  return words.slice(0, mostLetters).replace(/_+$/, '') || 'field'
}
