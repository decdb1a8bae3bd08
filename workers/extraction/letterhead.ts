import type { Block } from '../layout/blocks.ts'
import { heightOf } from '../layout/geometry.ts'
import type { Segment } from '../model.ts'
import { segmentFrom } from './labelledParties.ts'
import { addressAmong, type FoundParty } from './partyAddress.ts'
import { isStreet } from './partyLines.ts'
import {
  contactLine,
  isNameLike,
  legalForm,
  postcodePlace,
  streetNumber,
  textOf,
} from './partyText.ts'
import type { Reading } from './reading.ts'

/** Sellers as papers name themselves: letterhead, company in the foot, sender’s line. */
export function letterheadParties(
  reading: Reading,
  blocks: readonly Block[],
  isName: (text: string) => boolean,
): FoundParty[] {
  return [
    ...headLines(reading, isName),
    ...companyLines(reading, blocks, isName),
    ...senderLines(reading),
  ]
}

/** Large type at the head of the first page, and the first line whatever its type. */
function headLines(reading: Reading, isName: (text: string) => boolean): FoundParty[] {
  const firstPage = reading.pages[0]
  if (!firstPage) return []
  const head = reading.lines
    .filter(({ line }) => line.page === firstPage.number && line.box[1] < 0.22 * firstPage.size[1])
    .flatMap(({ line }) => line.segments)
  return head.flatMap((segment, i): FoundParty[] => {
    const size = heightOf(segment.box) / reading.wordHeight
    // Boxes of OCR are as high as their letters happen to reach.
    const large = segment.words.some((word) => word.reader === 'ocr') ? 1.5 : 1.25
    if (!isName(segment.text) || (size < large && i > 0) || segment.words.length > 7) return []
    const below = head
      .slice(i + 1)
      .filter((other) => isUnder(segment, other))
      .slice(0, 4)
    if (size < large && isStreet(segment.text, below)) return []
    const score =
      (size < large ? 0.34 : 0.5 + Math.min(0.1, 0.1 * (size - 1.25))) -
      0.02 * i +
      (legalForm.test(segment.text) ? 0.1 : 0)
    const why = size < large ? 'first line of the page' : 'large type in the head of the page'
    return [
      {
        name: textOf([segment], segment.text, score, why),
        address: addressAmong(below, score, why),
      },
    ]
  })
}

function isUnder(above: Segment, below: Segment): boolean {
  const left = Math.abs(above.box[0] - below.box[0])
  const middle = Math.abs(above.box[0] + above.box[2] - below.box[0] - below.box[2]) / 2
  return below.box[1] > above.box[1] && Math.min(left, middle) < heightOf(above.box)
}

/** Lines with a legal form at the head or foot of the first page. */
function companyLines(
  reading: Reading,
  blocks: readonly Block[],
  isName: (text: string) => boolean,
): FoundParty[] {
  const firstPage = reading.pages[0]
  if (!firstPage) return []
  return blocks
    .filter((block) => block.page === firstPage.number)
    .flatMap((block) =>
      block.segments.flatMap((segment): FoundParty[] => {
        const height = segment.box[1] / firstPage.size[1]
        const words = segment.text.split(/\s+/).length
        if (!legalForm.test(segment.text) || words > 8 || (height > 0.14 && height < 0.82))
          return []
        const name = segment.text.split(/\s[·|•–]\s|, /)[0]?.trim() ?? ''
        if (!isName(name)) return []
        const score = height < 0.14 ? 0.5 : 0.42
        const why =
          height < 0.14 ? 'company in the head of the page' : 'company in the foot of the page'
        const after = block.segments.slice(
          block.segments.indexOf(segment) + 1,
          block.segments.indexOf(segment) + 4,
        )
        return [
          {
            name: textOf([segment], name, score, why),
            address: addressAmong(after, score, why),
          },
        ]
      }),
    )
}

/** The small line over a window address: sender, street and place in a row. */
function senderLines(reading: Reading): FoundParty[] {
  const firstPage = reading.pages[0]
  if (!firstPage) return []
  return reading.lines.flatMap((line): FoundParty[] => {
    if (line.line.page !== firstPage.number || line.line.box[1] > 0.35 * firstPage.size[1])
      return []
    const start = line.line.segments[0]
    if (!start) return []
    const parts = line.text.split(/\t/)[0]?.split(/\s*[·|•*]\s*|\s+[-–—]\s+|,\s+/) ?? []
    if (parts.length < 3 || !parts.slice(1).some((part) => postcodePlace.test(part))) return []
    const name = parts[0]?.trim() ?? ''
    if (!isNameLike(name) || /^\d+\s?\w?$/.test(parts[1] ?? '')) return []
    const isStreetPart = (part: string) =>
      streetNumber.test(part) && !postcodePlace.test(part) && !contactLine.test(part)
    const isAddressAlone = isStreetPart(name) && !parts.slice(1).some(isStreetPart)
    if (isAddressAlone && !legalForm.test(name)) return []
    const rest = parts.slice(1).join(', ')
    const why = 'sender’s line over the recipient'
    const score = 0.66 + (legalForm.test(name) ? 0.1 : 0)
    const nameSegment = segmentFrom(line, 0, name.length)
    return [
      {
        name: textOf([nameSegment], name, score, why),
        address: textOf([start], rest, score, why),
      },
    ]
  })
}
