import { blocksOf } from '../layout/blocks.ts'
import { heightOf } from '../layout/geometry.ts'
import type { Segment } from '../model.ts'
import { labelList, type Template } from '../template.ts'
import { labelledParties } from './labelledParties.ts'
import type { LabelHit } from './labels.ts'
import { letterheadParties } from './letterhead.ts'
import { lexiconWithColumns } from './lexicon.ts'
import { fold } from './parse/fold.ts'
import { addressAmong, type FoundParty, type PartyRole } from './partyAddress.ts'
import { headsOther, isNoCompany, isPerson } from './partyLines.ts'
import { nameAmong } from './partyName.ts'
import {
  alike,
  contactLine,
  isNameLike,
  legalForm,
  mergeAlike,
  type Party,
  postcodePlace,
  textOf,
} from './partyText.ts'
import type { Reading } from './reading.ts'

/**
 * The two parties of a document: who is labelled first; then the letterhead, which is the seller’s unless
 * the template says otherwise; then addresses without a label, which are the other party’s than the one
 * already known.
 */
export function findParties(
  template: Template,
  reading: Reading,
  hits: readonly LabelHit[],
): Record<PartyRole, Party> {
  const blocks = blocksOf(reading.lines)
  const labels = lexiconWithColumns(template)
  const titles = new Set(labelList(template.titles).map(fold))
  const isName = (text: string) =>
    isNameLike(text) && !labels.has(fold(text)) && !titles.has(fold(text)) && !isNoCompany(text)
  const labelled = (role: PartyRole) =>
    template.fields
      .filter((field) => field.type === 'name' && field.role === role)
      .flatMap(({ name }) => labelledParties(name, reading, hits, blocks, isName))
  const isSellers = template.letterhead === 'seller'
  const [head, other] = [
    labelled(isSellers ? 'seller' : 'buyer'),
    labelled(isSellers ? 'buyer' : 'seller'),
  ]
  const isOther = (found: FoundParty) =>
    other.some((known) => alike(known.name.value, found.name.value))
  head.push(...letterheadParties(reading, blocks, isName).filter((found) => !isOther(found)))
  for (const entry of addressesOf(reading, isName)) {
    const isHead = head.some((known) => alike(known.name.value, entry.party.name.value))
    if (isOther(entry.party)) other.push(entry.party)
    else if (isHead || entry.looksLikeHead || other.length > 0) head.push(entry.party)
    else other.push(entry.party)
  }
  // Accounts are rather held by persons; a bill to one may as well be to the company in a line that is missing.
  const arePersons = template.tables.some(({ kind }) => kind === 'ledger')
  const sure = (party: Party) => (arePersons ? party : withDoubtedPersons(party))
  const [first, second] = [
    partyOf(head),
    sure(partyOf(other.filter((found) => !isBest(head, found)))),
  ]
  return isSellers ? { seller: first, buyer: second } : { seller: second, buyer: first }
}

/** One company is not both: the best name of the head is not the other’s. */
function isBest(parties: readonly FoundParty[], found: FoundParty): boolean {
  const best = parties.toSorted((a, b) => b.name.score - a.name.score)[0]
  return (
    best !== undefined &&
    best.name.score >= found.name.score &&
    alike(best.name.value, found.name.value)
  )
}

function withDoubtedPersons({ names, addresses }: Party): Party {
  return {
    names: names.map((name) => (isPerson(name.value) ? { ...name, certainty: 0.5 } : name)),
    addresses,
  }
}

function partyOf(found: readonly FoundParty[]): Party {
  const names = mergeAlike(found.map((entry) => entry.name))
  const [best] = names
  // The address that stands by the chosen name, before any other.
  const addresses = found.flatMap(({ name, address }) => {
    if (!address) return []
    return [best && alike(best.value, name.value) ? { ...address, score: best.score } : address]
  })
  return { names, addresses: mergeAlike(addresses) }
}

/** An amount: beside one stand goods, no addresses. */
const decimals = /^\D{0,4}\d[\d.,'’ ]*[.,]\d{2}\D{0,4}$/u

interface AddressEntry {
  readonly party: FoundParty
  readonly looksLikeHead: boolean
}

/** Lines of the first page that lead down to one with postcode and place; the first of them is the name. */
function addressesOf(reading: Reading, isName: (text: string) => boolean): AddressEntry[] {
  const firstPage = reading.pages[0]
  if (!firstPage) return []
  const [pageWidth, pageHeight] = firstPage.size
  const segments = reading.lines
    .filter(({ line }) => line.page === firstPage.number)
    .filter(({ line }) => !line.segments.some(({ text }) => decimals.test(text)))
    .flatMap(({ line }) => line.segments)
  return segments
    .filter((segment) => postcodePlace.test(segment.text) && segment.words.length <= 8)
    .flatMap((place): AddressEntry[] => {
      const lines = linesBeside(place, segments, 'above')
      const named = nameAmong([...lines, place], reading, isName)
      if (!named || named.segment === place) return []
      if (lines.some(({ text }) => headsOther(text))) return []
      const top = (lines[0] ?? place).box[1] / pageHeight
      const hasContact = linesBeside(place, segments, 'below').some(
        (line) =>
          contactLine.test(line.text) && !/^(?:ust|vat|tva|p\.? ?iva|nif|btw)/i.test(line.text),
      )
      const isFoot = top > 0.75
      const inWindow = place.box[0] < 0.4 * pageWidth && top > 0.09 && top < 0.36 && !hasContact
      const score =
        (inWindow ? 0.62 : 0.45) + (legalForm.test(named.text) ? 0.1 : 0) - (isFoot ? 0.15 : 0)
      const why = inWindow ? 'address in the place of the recipient' : 'address of the first page'
      const after = [...lines.slice(lines.indexOf(named.segment) + 1), place]
      return [
        {
          party: {
            name: textOf([named.segment], named.text, score, why),
            address: addressAmong(after, score, why),
          },
          looksLikeHead: hasContact || isFoot || top < 0.075,
        },
      ]
    })
}

/** Up to five segments above or below one on its left edge, each within two and a half lines of the next. */
function linesBeside(
  place: Segment,
  segments: readonly Segment[],
  side: 'above' | 'below',
): Segment[] {
  const height = heightOf(place.box)
  const lines: Segment[] = []
  let last = place
  for (const segment of side === 'above' ? segments.toReversed() : segments) {
    const gap = side === 'above' ? last.box[1] - segment.box[3] : segment.box[1] - last.box[3]
    if (gap < -0.3 * height || Math.abs(segment.box[0] - place.box[0]) > 0.7 * height) continue
    if (gap > 2.4 * height || lines.length === 5) break
    // A heading or a sentence ends the address above it.
    if (side === 'above' && (segment.words.length > 9 || /:$/.test(segment.text))) break
    if (side === 'above' && isSmall(segment, place)) break
    if (side === 'above') lines.unshift(segment)
    else lines.push(segment)
    last = segment
  }
  return lines
}

/** The sender’s line over a window address, and captions, are set smaller than what stands under them. */
function isSmall(segment: Segment, below: Segment): boolean {
  const isOcr = segment.words.some(({ reader }) => reader === 'ocr')
  return heightOf(segment.box) < (isOcr ? 0.5 : 0.75) * heightOf(below.box)
}
