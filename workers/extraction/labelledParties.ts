import type { Block } from '../layout/blocks.ts'
import { heightOf, union } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { Segment } from '../model.ts'
import type { LabelHit } from './labels.ts'
import { addressAmong, type FoundParty } from './partyAddress.ts'
import { nameAmong } from './partyName.ts'
import { isNameLike, legalForm, textOf } from './partyText.ts'
import type { Reading } from './reading.ts'

/** Parties that a label of a field heads: what follows it on its line, else the lines below it. */
export function labelledParties(
  field: string,
  reading: Reading,
  hits: readonly LabelHit[],
  blocks: readonly Block[],
  isName: (text: string) => boolean,
): FoundParty[] {
  return hits
    .filter((hit) => hit.owners.fields.has(field) && isHeading(hit))
    .flatMap((hit): FoundParty[] => {
      const why = `labelled “${hit.text.trim()}”`
      const rest = restOfSegment(hit)
      const lines = rest ? [rest] : underHeading(hit, reading, blocks)
      const named = nameAmong(lines, reading, isName)
      if (!named) return []
      const score = Math.min(
        0.95,
        0.5 + 0.4 * hit.strength + (legalForm.test(named.text) ? 0.1 : 0),
      )
      const after = rest
        ? underHeading(hit, reading, blocks)
        : lines.slice(lines.indexOf(named.segment) + 1)
      const isWhole =
        rest !== null || legalForm.test(named.text) || !lacksFirstLine(hit, lines, named.segment)
      return [
        {
          name: {
            ...textOf([named.segment], named.text, score, why),
            ...(!isWhole && { certainty: doubtful }),
          },
          address: addressAmong(after, score, why),
        },
      ]
    })
}

/** What is left of the confidence in a name that stands where another line would be looked for. */
const doubtful = 0.5

/** Under a heading the name is the first line; where that was passed over, or a line is left out above it, it may be missing. */
function lacksFirstLine(hit: LabelHit, lines: readonly Segment[], name: Segment): boolean {
  const [first, second] = lines
  if (!first || first !== name) return true
  if (!second) return false
  const height = heightOf(first.box)
  const gap = first.box[1] - hit.box[3]
  return gap > 1.15 * height && second.box[1] - first.box[3] < 0.6 * height
}

/** A heading stands alone or before a colon; “our customer …” and “Seller VAT id” only use the word. */
function isHeading(hit: LabelHit): boolean {
  const { text } = hit.line
  const start = text.lastIndexOf('\t', hit.from) + 1
  const goesOn = /^[ .)/]*[\p{L}\p{N}_]/u.test(text.slice(hit.to))
  return text.slice(start, hit.from).trim() === '' && !goesOn
}

function restOfSegment(hit: LabelHit): Segment | null {
  const gap = /^[\s:.)\-–]*/.exec(hit.line.text.slice(hit.to))?.[0] ?? ''
  const from = hit.to + gap.length
  const end = hit.line.text.indexOf('\t', from)
  const stop = end < 0 ? hit.line.text.length : end
  if (!gap.includes(':') || !isNameLike(hit.line.text.slice(from, stop))) return null
  return segmentFrom(hit.line, from, stop)
}

/** A stretch of a line as a segment of its own. */
export function segmentFrom(line: LineText, from: number, to: number): Segment {
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
