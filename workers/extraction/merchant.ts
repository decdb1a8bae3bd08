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

/** A company’s registration number behind its name: “(139386 X)”, “273500-U”. */
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
    const sure =
      segment.words.reduce((sum, word) => sum + word.confidence, 0) / segment.words.length
    const letters = segment.text.match(/\p{L}/gu)?.length ?? 0
    if (
      !isNameLike(segment.text) ||
      letters < 4 ||
      sure < 0.3 ||
      (streetNumber.test(segment.text) && !legalForm.test(segment.text))
    )
      return []
    const score =
      0.45 -
      0.05 * i +
      (legalForm.test(segment.text) ? 0.38 : 0) +
      0.12 * (sure - 0.7) +
      (heightOf(segment.box) > 1.25 * reading.wordHeight ? 0.06 : 0)
    return [
      textOf(
        [segment],
        nameIn(segment.text),
        Math.min(0.95, score),
        i === 0 ? 'first line of the receipt' : 'among the first lines',
      ),
    ]
  })
  const ranked = mergeAlike(names)
  const [name] = ranked
  const start = head.findIndex((segment) => name?.segments.includes(segment))
  return { names: ranked, addresses: merchantAddress(head.slice(start + 1)) }
}

function merchantAddress(lines: readonly Segment[]): PartyText[] {
  const parts: Segment[] = []
  for (const segment of lines) {
    const isContact = contactLine.test(segment.text)
    const looksLike =
      streetNumber.test(segment.text) ||
      postcodePlace.test(segment.text) ||
      /,/.test(segment.text) ||
      /\b\d{4,5}\b/.test(segment.text)
    if (isContact && parts.length === 0) continue
    if (
      isContact ||
      parts.length >= 5 ||
      /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(segment.text) ||
      notName.test(segment.text)
    )
      break
    if (parts.length === 0 && !looksLike) continue
    parts.push(segment)
  }
  if (parts.length === 0) return []
  const text = parts.map((part) => part.text).join(' ')
  const score = 0.35 + (/\b\d{4,5}\b/.test(text) ? 0.25 : 0) + (parts.length > 1 ? 0.1 : 0)
  return [textOf(parts, text, score, 'the lines under the merchant’s name')]
}

/** The name on a line without the registration number behind it and specks before it. */
function nameIn(line: string): string {
  return line.replace(registration, '').replace(/^[^\p{L}\p{N}]+/u, '')
}
