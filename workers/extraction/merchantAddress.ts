import type { Segment } from '../model.ts'
import { editDistance, fold } from './parse/fold.ts'
import {
  contactLine,
  notName,
  type PartyText,
  postcodePlace,
  streetNumber,
  textOf,
} from './partyText.ts'

/** Lines of an address at most. */
const mostLines = 6
/** Lines that may stand between a name and its address: registration, slogan, telephone. */
const furthest = 5

/** Lines that look like an address, up to the one after the postcode; contact lines, dates and prices end it. */
export function merchantAddress(lines: readonly Segment[]): PartyText[] {
  const parts: Segment[] = []
  for (const [i, line] of lines.entries()) {
    const { text } = line
    const ends = endsAddress(text)
    if (parts.length === 0) {
      if (i > furthest || hasPrice.test(text)) break
      if (ends || !looksLikeAddress(text)) continue
    } else if (ends || parts.length >= mostLines) break
    else if (parts.some(hasPostcode) && !isPlaceAlone(text, parts.at(-1)?.text ?? '')) break
    const above = lines[i - 1]
    if (parts.length === 0 && above && isStreetAbove(above.text, text)) parts.push(above)
    parts.push(line)
  }
  if (parts.length === 0) return []
  const text = parts.map((part) => part.text).join(' ')
  const score = 0.35 + (parts.some(hasPostcode) ? 0.25 : 0) + (parts.length > 1 ? 0.1 : 0)
  return [textOf(parts, text, score, 'the lines under the merchant’s name')]
}

/** A street without a number, over the line that begins with the postcode. */
function isStreetAbove(above: string, text: string): boolean {
  return (
    /^\d{4,5} \p{Lu}/u.test(text) && /^\p{L}[\p{L}.,'’ -]{8,}$/u.test(above) && !endsAddress(above)
  )
}

function endsAddress(text: string): boolean {
  return (
    contactLine.test(text) ||
    notName.test(text) ||
    dayOrTime.test(text) ||
    hasPrice.test(text) ||
    endsInPhone.test(text) ||
    isHeading(text)
  )
}

/** An area code and a number, whatever became of the word before them. */
const endsInPhone = /(?<!\S)0\d{1,3}[-/ ] ?\d{3,4}[ -]?\d{3,5}$/

const hasPrice = /\d[.,]\d{2}(?:\s*\p{L}{0,3})?$/u

const dayOrTime =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b\d{1,2} \p{L}{3,9}\.? \d{4}\b|\b\d{1,2}:\d{2}\b/u

const headings = [
  'taxinvoice',
  'invoice',
  'receipt',
  'cashbill',
  'rechnung',
  'quittung',
  'facture',
  'factura',
  'fattura',
  'factuur',
  'kwitantie',
  'kassabon',
  'kassenbon',
  'scontrino',
]

/** What the paper is called, though OCR misread a letter or two of it. */
function isHeading(text: string): boolean {
  const folded = fold(text)
  return headings.some(
    (heading) => editDistance(folded, heading, 2) <= (heading.length > 8 ? 2 : 1),
  )
}

/** What names a place in a building or an estate, with its number. */
const unit = /^(?:lot|unit|level|floor|block|blk|suite|flat|shop)\b.*\d/iu

function looksLikeAddress(text: string): boolean {
  return (
    unit.test(text) ||
    streetNumber.test(text) ||
    postcodePlace.test(text) ||
    /,/.test(text) ||
    /\b\d{4,5}\b/.test(text)
  )
}

/** A number behind “lot” or “no.” is that of a house, however long. */
function hasPostcode({ text }: Segment): boolean {
  const places = text.replace(/\b(?:(?:lot|no|unit|ptd?|p\.t\.?)(?!\p{L})[\s.:]*)+[\w-]*/giu, ' ')
  return postcodePlace.test(places) || /(?:^|[\s,])\d{5}(?![\d,/-])/.test(places)
}

/** A province or country on a line of its own below the postcode; of two words where one stands behind the place already. */
function isPlaceAlone(text: string, above: string): boolean {
  const behindPostcode = above.replace(/^.*\d{4}/, '')
  const most = /,\s*\p{L}{4,}/u.test(behindPostcode) ? 2 : 4
  return /^[\p{L}.,'’ ]+$/u.test(text) && text.split(' ').length <= most
}
