import { heightOf, sharedWidth } from '../layout/geometry.ts'
import type { LabelHit } from './labels.ts'
import type { RelationKind } from './relate.ts'
import type { Span } from './spans.ts'

/** So many words before a value in its segment are a sentence, in which no label above it names anything. */
const sentence = 4

/** From here on OCR is sure of a word. */
const sureWord = 0.6

/**
 * Whether a label would have to look past something to a value: past another label that names it, the caption
 * of its row, or words of a sentence. A label whose own place is empty has no value.
 */
export function looksPast(
  hit: LabelHit,
  span: Span,
  kind: RelationKind,
  hits: readonly LabelHit[],
): boolean {
  if (preposition.test(hit.text) && (kind !== 'right' || isOfSomething(hit, hits))) return true
  if (kind === 'right')
    return isAnothersSegment(hit, span, hits) || isInText(hit, span) || isOfAnother(hit, span)
  const before = textBefore(span)
  if (kind === 'above')
    return /[\p{L}\d]{2}/u.test(before + textAfter(span)) || hasLabelAbove(hit, span, hits)
  const words = before.match(/\p{L}{2,}/gu) ?? []
  return words.length >= sentence || isNamed(hit, span, hits) || hasRowCaption(hit, span)
}

/** What stands before a value in its segment. */
function textBefore({ line, from }: Span): string {
  return line.text.slice(line.text.lastIndexOf('\t', from - 1) + 1, from)
}

/** What stands behind a value in its segment. */
function textAfter({ line, to }: Span): string {
  const end = line.text.indexOf('\t', to)
  return line.text.slice(to, end < 0 ? line.text.length : end)
}

/** Labels that only join a date to the word before them. */
const preposition = /^(?:vom|del|le|of|on|du|van)$/iu

/** “Vertrag vom 14.03.2024”, “Version 7 vom …”: the date is that of what stands before, which a label has to name. */
function isOfSomething(hit: LabelHit, hits: readonly LabelHit[]): boolean {
  const { text } = hit.line
  const before = text.slice(text.lastIndexOf('\t', hit.from) + 1, hit.from).trim()
  if (before === '' || before.endsWith(',')) return false
  const isWord = /\p{L}{3}$/u.test(before)
  return !hits.some(
    (other) =>
      other.line === hit.line &&
      other.to <= hit.from &&
      (!isWord || /^[\s.:]*$/.test(text.slice(other.to, hit.from))),
  )
}

/** “Invoice … 418 Thistle Rd”: beside a heading of large type another line has a number of its own. */
function isInText(hit: LabelHit, span: Span): boolean {
  if (hit.line === span.line || span.type !== 'identifier' || !/^\d+$/.test(span.value))
    return false
  const before = textBefore(span)
  if (before === '') return /\p{L}{3}/u.test(textAfter(span))
  return (before.match(/\p{L}{2,}/gu) ?? []).length > 1
}

/** “Invoice credited: 4711”: with a further word before the colon a weak label names something else. */
function isOfAnother(hit: LabelHit, span: Span): boolean {
  if (hit.line !== span.line || hit.owners.fields.size > 0) return false
  return /^[ \t]*\p{L}{5,}:\s*$/u.test(hit.line.text.slice(hit.to, span.from))
}

/** Whether a label says something of what another one names. */
function isAnothers({ owners }: LabelHit, hit: LabelHit): boolean {
  const own = [...hit.owners.fields, ...hit.owners.weakly]
  return !own.some((field) => owners.fields.has(field) || owners.weakly.has(field))
}

/** “SIRET: N° TVA: FR51…”: beyond a gap or a colon, another label begins what stands there. */
function isAnothersSegment(hit: LabelHit, span: Span, hits: readonly LabelHit[]): boolean {
  const { line } = span
  const start = line.text.lastIndexOf('\t', span.from - 1) + 1
  return hits.some((other) => {
    if (other.line !== line || other.to > span.from || !isAnothers(other, hit)) return false
    if (hit.line === line && other.from < hit.to) return false
    const isFirst = line.text.slice(start, other.from).trim() === '' && other.from >= start
    const isBeyond = hit.line !== line || hit.to <= start
    const colon = hit.line === line && /:/.test(line.text.slice(hit.to, other.from))
    return (isFirst && isBeyond) || (colon && adjoins(other, span))
  })
}

/** Whether nothing but signs stands between a label and a value. */
function adjoins(hit: LabelHit, span: Span): boolean {
  return (
    hit.line === span.line &&
    hit.to <= span.from &&
    /^[ :.)#–-]*$/.test(span.line.text.slice(hit.to, span.from))
  )
}

/** Another label stands right before the value. */
function isNamed(hit: LabelHit, span: Span, hits: readonly LabelHit[]): boolean {
  return hits.some((other) => other !== hit && isAnothers(other, hit) && adjoins(other, span))
}

/** A label right over the value: what stands under it is not named from below as well. */
function hasLabelAbove(hit: LabelHit, span: Span, hits: readonly LabelHit[]): boolean {
  const height = heightOf(span.box)
  return hits.some((other) => {
    if (other === hit || other.line.line.page !== span.line.line.page) return false
    const gap = span.box[1] - other.box[3]
    return gap > -0.3 * height && gap < height && Math.abs(other.box[0] - span.box[0]) < height
  })
}

/** In a list of captions and values the row below has a caption of its own, in the column of the label. */
function hasRowCaption(hit: LabelHit, span: Span): boolean {
  return span.line.line.segments.some(
    ({ box, text, words }) =>
      box[2] < span.box[0] &&
      sharedWidth(box, hit.box) > 0.5 * Math.min(box[2] - box[0], hit.box[2] - hit.box[0]) &&
      /\p{L}{4}/u.test(text) &&
      !/\d/.test(text) &&
      // What OCR was not sure of may be the label again, misread.
      words.every(({ confidence }) => confidence > sureWord),
  )
}
