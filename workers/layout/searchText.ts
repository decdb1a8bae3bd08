/** A text as a search sees it: without capitals and accents, so that `muller` finds `Müller`. */
export function searchText(text: string): string {
  // Most names and values are plain, and there are hundreds of thousands of them.
  if (isPlain.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, lines and tabs too.
const isPlain = /^[\x00-\x7f]*$/
