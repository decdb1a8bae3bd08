import { heightOf, middleOf, sharedHeight, sharedWidth } from '../layout/geometry.ts'
import type { LineText } from '../layout/lineText.ts'
import type { LabelHit } from './labels.ts'
import type { Reading } from './reading.ts'
import type { Span } from './spans.ts'

export type RelationKind = 'right' | 'below' | 'above'

/** How a value stands to a label. */
export interface Relation {
  readonly kind: RelationKind
  /** 0 to 1: how usual such a place is for the label's value. */
  readonly score: number
}

/** Words that may stand between a label and its value and mean nothing there. */
const fillers =
  /^(?:no|nr|nummer|number|num|n|vom|am|of|on|von|du|de|des|del|della|den|dem|zum|bis|is|by|le|la|the|van|per|in|eur|euro|usd|gbp|chf|rm|incl|inkl)$/iu

/** The relation of a value to a label, null where the label cannot speak for it. */
export function relate(hit: LabelHit, span: Span, reading: Reading): Relation | null {
  if (hit.line.line.page !== span.line.line.page) return null
  if (hit.line === span.line) {
    const relation = hit.to <= span.from ? onOneLine(hit, span) : null
    // “Invoice (380) no. 4711”: what stands in parentheses only explains the label.
    const isAside =
      /\(\s*$/.test(span.line.text.slice(0, span.from)) &&
      /^\s*\)/.test(span.line.text.slice(span.to))
    return relation && isAside ? { ...relation, score: relation.score - 0.35 } : relation
  }
  const shared = sharedHeight(hit.box, span.box) / Math.min(heightOf(hit.box), heightOf(span.box))
  if (shared > 0.5 && span.box[0] >= hit.box[2])
    return { kind: 'right', score: 0.7 - distancePenalty(hit, span, reading) }
  if (middleOf(span.box) > middleOf(hit.box)) return below(hit, span, reading)
  return above(hit, span, reading)
}

function onOneLine(hit: LabelHit, span: Span): Relation | null {
  const between = hit.line.text.slice(hit.to, span.from)
  const tokens = between.match(/[\p{L}\p{N}.,]*[\p{L}\p{N}]/gu) ?? []
  const strangers = tokens.filter((token) => !fillers.test(token)).length
  if (!between.includes('\t')) {
    if (strangers > 4) return null
    return { kind: 'right', score: 1 - 0.13 * strangers }
  }
  return { kind: 'right', score: Math.max(0.2, 0.95 - 0.1 * strangers) }
}

function below(hit: LabelHit, span: Span, reading: Reading): Relation | null {
  const height = reading.wordHeight
  const gap = (span.box[1] - hit.box[3]) / height
  if (gap > 3.4) return null
  const overlap = sharedWidth(hit.box, span.box)
  const aligned =
    Math.abs(hit.box[0] - span.box[0]) < 1.2 * height ||
    Math.abs(hit.box[2] - span.box[2]) < 1.2 * height
  const grid = inGrid(hit, span)
  if (grid && gap < 2) return { kind: 'below', score: 0.84 }
  if (overlap <= 0 && !aligned)
    return isLastOfBox(hit, span, reading, gap) ? { kind: 'below', score: 0.5 } : null
  const blocked = (reading.linesByPage.get(span.line.line.page) ?? []).some(
    (line) =>
      line !== hit.line &&
      line !== span.line &&
      line.line.box[1] > hit.box[1] + 0.5 * height &&
      line.line.box[3] < span.box[1] + 0.5 * height &&
      line.line.segments.some((segment) => sharedWidth(segment.box, span.box) > 0),
  )
  const score = 0.8 - 0.06 * Math.max(0, gap) - (aligned ? 0 : 0.12) - (blocked ? 0.35 : 0)
  return score > 0 ? { kind: 'below', score } : null
}

/** A row of labels over a row of as many values: the value in the label’s place, however it is aligned. */
function inGrid(hit: LabelHit, span: Span): boolean {
  const [labels, values] = [hit.line.line.segments, span.line.line.segments]
  if (labels.length < 3 || labels.length !== values.length) return false
  const placeOf = (line: LineText, at: number) => line.text.slice(0, at).split('\t').length
  return placeOf(hit.line, hit.from) === placeOf(span.line, span.from)
}

/** A ruled box holds its label at the left above and its value at the right below, both the last of their lines. */
function isLastOfBox(hit: LabelHit, span: Span, reading: Reading, gap: number): boolean {
  if (gap > 2.2 || span.box[0] < hit.box[2]) return false
  const isLast =
    !hit.line.text.slice(hit.to).includes('\t') && !span.line.text.slice(span.to).includes('\t')
  const between = (reading.linesByPage.get(hit.line.line.page) ?? []).filter(
    ({ line }) =>
      line.box[1] > hit.box[1] &&
      line.box[3] < span.box[3] - 0.5 * reading.wordHeight &&
      line.segments.some((segment) => segment.box[2] > hit.box[2]),
  )
  return isLast && between.length === 0
}

/** Boxed forms print the label small under the value; one as large as the value is hardly its label. */
function above(hit: LabelHit, span: Span, reading: Reading): Relation | null {
  const gap = (hit.box[1] - span.box[3]) / reading.wordHeight
  if (gap > 1.2 || sharedWidth(hit.box, span.box) <= 0) return null
  const isCaption = heightOf(hit.box) < 0.85 * heightOf(span.box)
  return { kind: 'above', score: isCaption ? 0.66 : 0.25 }
}

function distancePenalty(hit: LabelHit, span: Span, reading: Reading): number {
  const width = reading.pages.find((page) => page.number === hit.line.line.page)?.size[0] ?? 600
  return (0.4 * (span.box[0] - hit.box[2])) / width
}
