import { heightOf, sharedHeight, sharedWidth } from '../layout/geometry.ts'
import type { FieldType } from '../model.ts'
import type { LabelHit } from './labels.ts'
import { type LabelScore, withSignal } from './scoring.ts'
import type { Span } from './spans.ts'

/** What is left of the confidence in a value although a label of just its field has none. */
const doubtful = 0.3
/** What it costs a date without a label that another field’s label names elsewhere. */
const anothers = 0.5
/** Of these types values are found where nothing names them. */
const foundAnywhere: ReadonlySet<FieldType> = new Set(['date', 'amount'])
/** How far below a label its value may stand, and how far sums of one list reach, in heights of the label. */
const reach = { value: 2.4, list: 14 }

/**
 * Doubts values of a field that has a label whose own place is empty: the field is meant there, and what is
 * found without a label, or in another row of the same list, may be something else.
 */
export function withEmptyPlaces(
  { name, type }: { readonly name: string; readonly type: FieldType },
  scores: readonly LabelScore[],
  hits: readonly LabelHit[],
): readonly LabelScore[] {
  if (!foundAnywhere.has(type)) return scores
  const spans = scores.map(({ span }) => span)
  const empty = hits.filter(
    (hit) => isOf(hit, name) && standsAlone(hit) && !hasInk(hit) && !spans.some(isAt(hit)),
  )
  if (empty.length === 0) return scores
  const named = new Set(
    scores.filter(({ signals }) => (signals.stranger ?? 0) > 0.5).map(({ span }) => span.value),
  )
  return scores.map((entry) => {
    const { hit, span } = entry
    if (!hit) {
      const cost = type === 'date' && named.has(span.value) ? -anothers : 0
      return { ...withSignal(entry, 'emptyPlace', cost), certainty: doubtful }
    }
    const isDoubtful = type === 'amount' && empty.some((other) => isSameList(hit, other))
    return isDoubtful ? { ...entry, certainty: doubtful } : entry
  })
}

function isOf({ owners }: LabelHit, name: string): boolean {
  return owners.fields.has(name) || owners.weakly.has(name)
}

/** A label that is all that its segment says; in a sentence the same words ask for no value. */
function standsAlone({ line, from, to }: LabelHit): boolean {
  const start = line.text.lastIndexOf('\t', from) + 1
  const end = line.text.indexOf('\t', to)
  const after = line.text.slice(to, end < 0 ? undefined : end)
  // “No. 4711 of”, and nothing more on the line.
  if (/^(?:vom|dated|del)$/iu.test(line.text.slice(from, to)) && after.trim() === '') return true
  const rest = line.text.slice(start, from) + after
  return !/\p{L}{4}|\d/u.test(rest)
}

/** Whether something beside a label may be its value, misread. */
function hasInk({ line, box }: LabelHit): boolean {
  return line.line.words.some(
    (word) => word.box[0] >= box[2] && word.reader === 'ocr' && /\p{L}|\p{N}/u.test(word.text),
  )
}

function isAt(hit: LabelHit): (span: Span) => boolean {
  return ({ box, line }) => {
    if (line.line.page !== hit.line.line.page) return false
    const height = heightOf(hit.box)
    const isBeside =
      box[0] >= hit.box[2] && sharedHeight(box, hit.box) > 0.3 * Math.min(height, heightOf(box))
    const gap = box[1] - hit.box[3]
    const isBelow = gap > -0.5 * height && gap < reach.value * height
    const isUnder = sharedWidth(box, hit.box) > 0 || Math.abs(box[0] - hit.box[0]) < height
    return isBeside || (isBelow && isUnder)
  }
}

/** Captions of one list begin or end at the same place. */
function isSameList(a: LabelHit, b: LabelHit): boolean {
  if (a === b || a.line.line.page !== b.line.line.page) return false
  const height = heightOf(b.box)
  const isAligned = Math.abs(a.box[0] - b.box[0]) < height || Math.abs(a.box[2] - b.box[2]) < height
  return isAligned && Math.abs(a.box[1] - b.box[1]) < reach.list * height
}
