import { editDistance, fold } from './parse/fold.ts'

/** Words that addresses are made of in the languages we read, each unlike any other word of its language. */
const addressWords = new Set(
  [
    ['jalan', 'taman', 'lorong', 'kawasan', 'bandar', 'seksyen', 'perindustrian', 'kampung'],
    ['persiaran', 'lebuh', 'lebuhraya', 'tingkat', 'bangunan', 'wisma', 'kompleks', 'perniagaan'],
    ['street', 'avenue', 'square', 'building', 'ground', 'floor', 'industrial', 'estate', 'centre'],
    [
      'center',
      'highway',
      'boulevard',
      'terrace',
      'crescent',
      'shopping',
      'plaza',
      'level',
      'block',
    ],
    ['strasse', 'gasse', 'allee', 'platz', 'gewerbegebiet', 'industriestrasse', 'hauptstrasse'],
    ['chemin', 'impasse', 'quartier', 'faubourg', 'avenida', 'carretera', 'poligono', 'plazuela'],
    ['malaysia', 'singapore', 'indonesia', 'england', 'scotland', 'ireland', 'deutschland'],
    ['germany', 'schweiz', 'france', 'belgique', 'belgie', 'nederland', 'italia', 'espana'],
    ['piazza', 'piazzale', 'viale', 'strada', 'localita', 'straat', 'steenweg', 'industrieweg'],
  ].flat(),
)

/** Short ones, which are too like others to be mended, but likelier than what no word is. */
const shortWords = new Set(
  [
    ['seri', 'sri', 'jln', 'tmn', 'lrg', 'batu', 'baru', 'desa', 'kota', 'lot', 'no', 'unit'],
    ['road', 'lane', 'park', 'hill', 'mall', 'city', 'house', 'court', 'place', 'drive'],
    ['weg', 'ring', 'rue', 'via', 'calle', 'corso', 'paseo', 'laan', 'plein', 'kade'],
  ].flat(),
)

/** Words that English streets and houses end with. */
const placeWords = new Set(
  'street road lane avenue row yard court close drive crescent terrace square mews wharf quay house cottage way'.split(
    ' ',
  ),
)

/** Whether an English street or house may end with a word. */
export function isPlaceWord(text: string): boolean {
  return placeWords.has(fold(text))
}

/** Abbreviations that no word is like but by letters that look alike. */
const abbreviations = ['jln', 'tmn', 'blvd']

/** Letters that engines take for one another; each word is compared by these. */
function looksOf(folded: string): string {
  return folded.replace(/[i1]/g, 'l').replace(/[hn]/g, 'm').replace(/0/g, 'o').replace(/8/g, 'b')
}

/** Whether a word, whatever its case and the signs around it, is one that addresses are made of. */
export function isAddressWord(text: string): boolean {
  const folded = fold(text)
  return addressWords.has(folded) || shortWords.has(folded)
}

/** Below these confidences a word may be misread: in one letter, and in a letter too many or too few. */
const doubtful = { changed: 0.9, missing: 0.6 }

/**
 * A word of an address with its one misread letter mended; null where it is none, was read too surely, or
 * could be two of them.
 */
export function mendAddressWord(text: string, confidence: number): string | null {
  const folded = fold(text)
  if (confidence >= doubtful.changed || addressWords.has(folded)) return null
  const short = abbreviations.find((word) => looksOf(word) === looksOf(folded))
  if (short) return short === folded ? null : like(text, short)
  const likely = [...addressWords].filter((word) => {
    const isChanged = word.length === folded.length
    const isDoubtful = isChanged || (confidence < doubtful.missing && folded[0] === word[0])
    return isDoubtful && editDistance(folded, word, 1) === 1
  })
  const [word] = likely
  return word && likely.length === 1 ? like(text, word) : null
}

/** A word in the case of the text that was read, with the signs that stood around it. */
function like(text: string, word: string): string {
  const [, before = '', read = '', after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([.,;:]*)$/u.exec(text) ?? []
  const isCapital = !/\p{Ll}{2}|^\p{Ll}/u.test(read)
  const isTitle = /^\p{Lu}/u.test(read)
  const cased = isCapital ? word.toUpperCase() : isTitle ? titled(word) : word
  return before + cased + after
}

function titled(word: string): string {
  return (word[0] ?? '').toUpperCase() + word.slice(1)
}
