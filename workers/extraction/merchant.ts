import { heightOf } from '../layout/geometry.ts'
import type { Segment } from '../model.ts'
import {
  contactLine,
  isNameLike,
  legalForm,
  mergeAlike,
  notName,
  type Party,
  type PartyText,
  postcodePlace,
  streetNumber,
  textOf,
} from './partyText.ts'
import type { Reading } from './reading.ts'

/** A company’s registration number behind its name: “(123456-X)”, “123456-U”. */
const registration = /\s*(?:\(\s*[\dA-Z][\d\s-]{4,}[\s-]?[A-Z]?\s*\)?|\b\d{5,7}\s?-\s?[A-Z]\b).*$/u

/**
 * Merchant of a receipt: the first telling line at the top, a legal form or large type speaking for it;
 * the address is what follows up to the contact lines.
 */
export function findMerchant(reading: Reading): Party {
  const firstPage = reading.pages[0]
  if (!firstPage) return { names: [], addresses: [] }
  const head = reading.lines
    .filter(({ line }) => line.page === firstPage.number)
    .slice(0, 14)
    .map(({ line }) => ({
      page: line.page,
      box: line.box,
      words: line.words,
      text: line.segments.map((s) => s.text).join(' '),
    }))
  const names = head.slice(0, 9).flatMap((segment, i): PartyText[] => {
    const [before, next] = [head[i - 1], head[i + 1]]
    if (before && continuesName(before, segment)) return []
    const whole = next && continuesName(segment, next) ? [segment, next] : [segment]
    return [nameAt(whole, i, reading)].filter((name) => name !== null)
  })
  const ranked = mergeAlike(names)
  const [name] = ranked
  const start = head.findLastIndex((segment) => name?.segments.includes(segment))
  return { names: ranked, addresses: merchantAddress(head.slice(start + 1)) }
}

/** “RIVER BOOK” over “CO. (M) SDN BHD”: a line of little but a legal form belongs to the name above. */
function continuesName(segment: Segment, next: Segment): boolean {
  const form = legalForm.exec(next.text)
  if (!form || legalForm.test(segment.text)) return false
  const others = next.text.replace(new RegExp(legalForm, 'gu'), '').match(/\p{L}{2,}/gu) ?? []
  return others.length === 0 && isNameLike(segment.text)
}

/** A line (or two) of the head as a name; null where it cannot be one. */
function nameAt(lines: readonly Segment[], place: number, reading: Reading): PartyText | null {
  const text = lines.map((line) => line.text).join(' ')
  const words = lines.flatMap((line) => line.words)
  const sure = words.reduce((sum, word) => sum + word.confidence, 0) / words.length
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const hasForm = legalForm.test(text)
  // “77 QUICK MART” at the very top is a shop, further down a house number with its street.
  const isStreet = place > 0 && streetNumber.test(text) && !hasForm
  if (!isNameLike(text) || letters < 4 || sure < 0.3 || isStreet) return null
  const isLarge = heightOf((lines[0] as Segment).box) > 1.25 * reading.wordHeight
  const score =
    0.45 - 0.05 * place + (hasForm ? 0.38 : 0) + 0.12 * (sure - 0.7) + (isLarge ? 0.06 : 0)
  const why = place === 0 ? 'first line of the receipt' : 'among the first lines'
  return textOf(lines, nameIn(text), Math.min(0.95, score), why)
}

/** Lines that look like an address, up to the one after the postcode; contact lines and dates end it. */
function merchantAddress(lines: readonly Segment[]): PartyText[] {
  const parts: Segment[] = []
  for (const segment of lines) {
    const text = withoutSpecks(segment.text)
    const ends = contactLine.test(text) || notName.test(text) || dayOrTime.test(text)
    if (ends && parts.length === 0) continue
    if (ends || parts.length >= 5 || (parts.some(hasPostcode) && !isPlaceAlone(text))) break
    if (parts.length === 0 && !looksLikeAddress(text)) continue
    parts.push({ ...segment, text })
  }
  if (parts.length === 0) return []
  const text = parts.map((part) => part.text).join(' ')
  const score = 0.35 + (parts.some(hasPostcode) ? 0.25 : 0) + (parts.length > 1 ? 0.1 : 0)
  return [textOf(parts, text, score, 'the lines under the merchant’s name')]
}

const dayOrTime =
  /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\b\d{1,2} \p{L}{3,9}\.? \d{4}\b|\b\d{1,2}:\d{2}\b/u

function looksLikeAddress(text: string): boolean {
  return (
    streetNumber.test(text) ||
    postcodePlace.test(text) ||
    /,/.test(text) ||
    /\b\d{4,5}\b/.test(text)
  )
}

function hasPostcode({ text }: Segment): boolean {
  return postcodePlace.test(text) || /\b\d{5}\b/.test(text)
}

/** A province or country on a line of its own below the postcode. */
function isPlaceAlone(text: string): boolean {
  return /^[\p{L}.,'’ ]+$/u.test(text) && text.split(' ').length <= 4
}

/** Without the bars and dots that OCR sees in folds and borders. */
function withoutSpecks(text: string): string {
  return text.replace(/^[^\p{L}\p{N}(#]+|[|©®°_~*\s]+$/gu, '').trim()
}

/** The name on a line without the registration number behind it and specks before it. */
function nameIn(line: string): string {
  return line.replace(registration, '').replace(/^[^\p{L}\p{N}]+/u, '')
}
