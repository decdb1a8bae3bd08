import { type Block, blocksOf } from '../layout/blocks.ts'
import { heightOf, union } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Segment } from '../model.ts'
import type { LabelHit } from './labels.ts'
import {
  alike,
  contactLine,
  isNameLike,
  legalForm,
  mergeAlike,
  namePrefix,
  onlyLabel,
  type Party,
  type PartyText,
  postcodePlace,
  streetNumber,
  textOf,
} from './partyText.ts'
import type { Reading } from './reading.ts'

export type PartyRole = 'seller' | 'buyer'

/** Seller and buyer of an invoice, from labels, address blocks, letterhead and legal forms. */
export function findParties(reading: Reading, hits: readonly LabelHit[]): Record<PartyRole, Party> {
  const blocks = blocksOf(reading.lines)
  const found = { seller: [] as Found[], buyer: [] as Found[] }
  for (const role of ['seller', 'buyer'] as const)
    found[role].push(...labelledParties(role, reading, hits, blocks))
  addressBlocks(reading, blocks).forEach((entry) => {
    found[entry.role].push(entry)
  })
  found.seller.push(...companyLines(reading, blocks), ...senderLines(reading))
  const seller = partyOf(found.seller)
  const sellerName = seller.names[0]
  // One company is not both: the buyer is the best party that is not the seller.
  const buyer = partyOf(
    found.buyer.filter(
      (entry) =>
        !sellerName ||
        !alike(entry.name.value, sellerName.value) ||
        entry.name.score > sellerName.score,
    ),
  )
  return { seller, buyer }
}

interface Found {
  readonly role: PartyRole
  readonly name: PartyText
  readonly address: PartyText | null
}

function partyOf(found: readonly Found[]): Party {
  const names = mergeAlike(found.map((entry) => entry.name))
  const addresses = found.flatMap((entry) => (entry.address ? [entry.address] : []))
  return { names, addresses: mergeAlike(addresses) }
}

function labelledParties(
  role: PartyRole,
  reading: Reading,
  hits: readonly LabelHit[],
  blocks: readonly Block[],
): Found[] {
  return hits
    .filter((hit) => hit.owners.fields.has(`${role}_name`) && isHeading(hit))
    .flatMap((hit): Found[] => {
      const why = `${role === 'seller' ? 'seller' : 'buyer'} label “${hit.text.trim()}”`
      const rest = restOfSegment(hit)
      const lines = rest ? [rest] : underHeading(hit, reading, blocks)
      const named = nameAmong(lines, reading)
      if (!named) return []
      const score = Math.min(
        0.95,
        0.5 + 0.4 * hit.strength + (legalForm.test(named.text) ? 0.1 : 0),
      )
      const after = rest
        ? underHeading(hit, reading, blocks)
        : lines.slice(lines.indexOf(named.segment) + 1)
      return [
        {
          role,
          name: textOf([named.segment], named.text, score, why),
          address: addressAmong(after, score, why),
        },
      ]
    })
}

/** A label opens its segment; inside a sentence (“… to our customer …”) it is only a word. */
function isHeading(hit: LabelHit): boolean {
  const start = hit.line.text.lastIndexOf('\t', hit.from) + 1
  return hit.line.text.slice(start, hit.from).trim() === ''
}

function restOfSegment(hit: LabelHit): Segment | null {
  const gap = /^[\s:.)\-–]*/.exec(hit.line.text.slice(hit.to))?.[0] ?? ''
  const from = hit.to + gap.length
  const end = hit.line.text.indexOf('\t', from)
  const stop = end < 0 ? hit.line.text.length : end
  if (!gap.includes(':') || !isNameLike(hit.line.text.slice(from, stop))) return null
  return segmentFrom(hit.line, from, stop)
}

function segmentFrom(line: LineText, from: number, to: number): Segment {
  return {
    page: line.line.page,
    box: line.boxOf(from, to),
    words: line.wordsOf(from, to),
    text: line.text.slice(from, to).replace(/\s+/g, ' ').trim(),
  }
}

/** The segments below a heading: those of the block it opens, else of the nearest block under it. */
function underHeading(
  hit: LabelHit,
  reading: Reading,
  blocks: readonly Block[],
): readonly Segment[] {
  const height = reading.wordHeight
  const page = hit.line.line.page
  const ahead = blocks
    .filter((block) => block.page === page)
    .map((block) =>
      block.segments.filter((segment) => segment.box[1] > hit.box[1] + 0.6 * heightOf(hit.box)),
    )
    .filter((segments) => segments.length > 0)
    .map((segments) => ({ segments, box: union(segments.map((segment) => segment.box)) }))
    .filter(
      ({ box }) =>
        box[1] - hit.box[3] < 3.5 * height &&
        box[0] < hit.box[2] + 2 * height &&
        box[2] > hit.box[0] - height,
    )
    .sort(
      (a, b) =>
        a.box[1] -
        b.box[1] +
        0.5 * (Math.abs(a.box[0] - hit.box[0]) - Math.abs(b.box[0] - hit.box[0])),
    )
  return ahead[0]?.segments ?? rowsUnder(hit, reading)
}

/** Print-outs of forms: “Name:” left, the name right, under a heading. */
function rowsUnder(hit: LabelHit, reading: Reading): readonly Segment[] {
  return reading.lines
    .filter(
      ({ line }) =>
        line.page === hit.line.line.page &&
        line.box[1] > hit.box[1] &&
        line.box[1] - hit.box[3] < 6 * reading.wordHeight,
    )
    .slice(0, 2)
    .flatMap(({ line }) => line.segments.slice(-1))
}

function nameAmong(
  segments: readonly Segment[],
  reading: Reading,
): { segment: Segment; text: string } | null {
  for (const segment of segments.slice(0, 3)) {
    if (onlyLabel.test(segment.text)) {
      const beside = segmentRightOf(segment, reading)
      if (beside) return { segment: beside, text: beside.text }
      continue
    }
    const text = segment.text.replace(namePrefix, '').trim()
    if (isNameLike(text)) return { segment, text }
  }
  return null
}

function segmentRightOf(segment: Segment, reading: Reading): Segment | null {
  const line = reading.lines.find(({ line }) => line.segments.includes(segment))?.line
  const next = line?.segments[line.segments.indexOf(segment) + 1]
  return next && isNameLike(next.text) ? next : null
}

/** Lines that lead down to a line with postcode and place: an address, whose first line is the name. */
function addressBlocks(reading: Reading, blocks: readonly Block[]): Found[] {
  const firstPage = reading.pages[0]
  if (!firstPage) return []
  const segments = reading.lines
    .filter(({ line }) => line.page === firstPage.number)
    .flatMap(({ line }) => line.segments)
  return segments
    .filter((segment) => postcodePlace.test(segment.text) && segment.words.length <= 8)
    .flatMap((place): Found[] => {
      const lines = linesAbove(place, segments)
      const named = nameAmong(lines, reading)
      if (!named || named.segment === place) return []
      const { role, score } = roleByPlace(place, lines, blocks, firstPage.size)
      const why =
        role === 'buyer' ? 'address in the place of the recipient' : 'address of a letterhead'
      const total = score + (legalForm.test(named.text) ? 0.1 : 0)
      const after = [...lines.slice(lines.indexOf(named.segment) + 1), place]
      return [
        {
          role,
          name: textOf([named.segment], named.text, total, why),
          address: addressAmong(after, total, why),
        },
      ]
    })
}

/** Up to five segments above one, on its left edge, each within two and a half lines of the next. */
function linesAbove(place: Segment, segments: readonly Segment[]): Segment[] {
  const height = heightOf(place.box)
  const lines: Segment[] = []
  let below = place
  for (const segment of segments.toReversed()) {
    const gap = below.box[1] - segment.box[3]
    if (gap < -0.3 * height || Math.abs(segment.box[0] - place.box[0]) > 0.7 * height) continue
    if (gap > 2.4 * height || lines.length === 5) break
    // A heading or a sentence ends the address above it.
    if (segment.words.length > 9 || /:$/.test(segment.text)) break
    lines.unshift(segment)
    below = segment
  }
  return lines
}

/** Recipients stand at the left below the head of a page, without telephone; all others are senders. */
function roleByPlace(
  place: Segment,
  lines: readonly Segment[],
  blocks: readonly Block[],
  [pageWidth, pageHeight]: readonly [number, number],
): { role: PartyRole; score: number } {
  const top = (lines[0] ?? place).box[1] / pageHeight
  const block = blocks.find((candidate) => candidate.segments.includes(place))
  const contacts = (block?.segments ?? []).filter((segment) =>
    contactLine.test(segment.text),
  ).length
  const isWindow = place.box[0] < 0.4 * pageWidth && top > 0.09 && top < 0.36 && contacts === 0
  if (isWindow) return { role: 'buyer', score: 0.62 }
  const isFoot = top > 0.75
  const isSeller = contacts > 0 || isFoot || top < 0.1 || place.box[0] > 0.5 * pageWidth
  return {
    role: isSeller ? 'seller' : 'buyer',
    score: 0.45 + (contacts > 0 ? 0.1 : 0) - (isFoot ? 0.1 : 0),
  }
}

/** Lines with a legal form at the head or foot of the first page. */
function companyLines(reading: Reading, blocks: readonly Block[]): Found[] {
  const firstPage = reading.pages[0]
  if (!firstPage) return []
  return blocks
    .filter((block) => block.page === firstPage.number)
    .flatMap((block) =>
      block.segments.flatMap((segment): Found[] => {
        const height = segment.box[1] / firstPage.size[1]
        const words = segment.text.split(/\s+/).length
        if (!legalForm.test(segment.text) || words > 8 || (height > 0.14 && height < 0.82))
          return []
        const name = segment.text.split(/\s[·|•–]\s|, /)[0]?.trim() ?? ''
        if (!isNameLike(name)) return []
        const score = height < 0.14 ? 0.5 : 0.42
        const why =
          height < 0.14 ? 'company in the head of the page' : 'company in the foot of the page'
        const after = block.segments.slice(
          block.segments.indexOf(segment) + 1,
          block.segments.indexOf(segment) + 4,
        )
        return [
          {
            role: 'seller',
            name: textOf([segment], name, score, why),
            address: addressAmong(after, score, why),
          },
        ]
      }),
    )
}

/** The small line over a window address: sender, street and place in a row. */
function senderLines(reading: Reading): Found[] {
  const firstPage = reading.pages[0]
  if (!firstPage) return []
  return reading.lines.flatMap((line): Found[] => {
    if (line.line.page !== firstPage.number || line.line.box[1] > 0.35 * firstPage.size[1])
      return []
    const start = line.line.segments[0]
    if (!start) return []
    const parts = line.text.split(/\t/)[0]?.split(/\s*[·|•*]\s*|\s+[-–—]\s+|,\s+/) ?? []
    if (parts.length < 3 || !parts.slice(1).some((part) => postcodePlace.test(part))) return []
    const name = parts[0]?.trim() ?? ''
    if (!isNameLike(name)) return []
    const rest = parts.slice(1).join(', ')
    const why = 'sender’s line over the recipient'
    const score = 0.66 + (legalForm.test(name) ? 0.1 : 0)
    const nameSegment = segmentFrom(line, 0, name.length)
    return [
      {
        role: 'seller',
        name: textOf([nameSegment], name, score, why),
        address: textOf([start], rest, score, why),
      },
    ]
  })
}

/** Street and place among the lines under a name, up to the line with the postcode. */
function addressAmong(segments: readonly Segment[], score: number, why: string): PartyText | null {
  const end = segments.findIndex((segment) => postcodePlace.test(segment.text))
  if (end < 0 || end > 5) return null
  const lines = segments.slice(0, end + 1).filter((segment) => !contactLine.test(segment.text))
  const from = Math.max(
    0,
    lines.findIndex((segment) => streetNumber.test(segment.text)),
  )
  const parts = lines.slice(from)
  if (parts.length === 0) return null
  return textOf(parts, parts.map((part) => part.text).join(', '), score, why)
}
