import type { Segment } from '../model.ts'
import { contactLine, type PartyText, postcodePlace, streetNumber, textOf } from './partyText.ts'

export type PartyRole = 'seller' | 'buyer'

/** A name with the address that stands by it. */
export interface FoundParty {
  readonly name: PartyText
  readonly address: PartyText | null
}

/** Street and place among the lines under a name, up to the line with the postcode. */
export function addressAmong(
  segments: readonly Segment[],
  score: number,
  why: string,
): PartyText | null {
  const end = segments.findIndex((segment) => postcodePlace.test(segment.text))
  if (end < 0 || end > 5) return null
  const lines = segments.slice(0, end + 1).filter((segment) => !contactLine.test(segment.text))
  const from = Math.max(
    0,
    // The place itself begins with a number, too.
    lines.slice(0, -1).findIndex((segment) => streetNumber.test(segment.text)),
  )
  const parts = lines.slice(from)
  if (parts.length === 0) return null
  return textOf(parts, parts.map((part) => part.text).join(', '), score, why)
}
