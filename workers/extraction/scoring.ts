import { sharedWidth, widthOf } from '../layout/geometry.ts'
import { columnSums } from './columnSums.ts'
import type { LabelHit } from './labels.ts'
import { looksPast } from './looksPast.ts'
import type { Reading } from './reading.ts'
import { type RelationKind, relate } from './relate.ts'
import { type Signals, weigh } from './signals.ts'
import type { Span } from './spans.ts'

/** How well a span answers a field, by the labels around it. */
export interface LabelScore {
  readonly span: Span
  readonly signals: Signals
  /** Their weighted sum, from about -1 to 1; 0 without any label. */
  readonly score: number
  /** How the label that speaks for it stands; null without one. */
  readonly kind: RelationKind | null
  /** That label. */
  readonly hit?: LabelHit | null
  readonly why: readonly string[]
  /** 0 to 1, absent for 1: what is known to be uncertain although nothing else would answer better. */
  readonly certainty?: number
}

/** A label that another value of the same type answers better speaks this much less for this one. */
const secondChoice = 0.45
/** A label that is not the first before its value counts this much. */
const laterLabel = 0.4
/** What a bare whole number is worth before an amount of the same line. */
const bareCount = 0.5
/** What a value is worth that stands behind another one under the same label. */
const laterValue = 0.7
/** What a weak label is worth beside a telling one. */
export const weakLabel = 0.72
/** What it is worth where no telling label stands at any value. */
const onlyWeakLabel = 0.85

/**
 * Scores spans of one type for every field of that type at once, so that a label is spent on the
 * value that answers it best and a value next to another field's label loses.
 */
export function scoreByLabels(
  fields: readonly string[],
  spans: readonly Span[],
  hits: readonly LabelHit[],
  reading: Reading,
): ReadonlyMap<string, readonly LabelScore[]> {
  const speaks = ({ owners }: LabelHit, field: string) =>
    owners.fields.has(field) || owners.weakly.has(field) || owners.against.has(field)
  const relevant = hits.filter((hit) => fields.some((field) => speaks(hit, field)))
  const sums = columnSums(spans, reading)
  const votes = relevant.flatMap((hit) =>
    votesOf(hit, { relevant, all: hits, spans, reading }).flatMap((vote) => withSum(vote, sums)),
  )
  const bySpan = Map.groupBy(votes, (vote) => vote.span)
  return new Map(
    fields.map((field) => {
      const hasOwn = votes.some((vote) => vote.hit.owners.fields.has(field))
      const weakly = hasOwn ? weakLabel : onlyWeakLabel
      return [field, spans.map((span) => scoreOf(field, span, bySpan.get(span) ?? [], weakly))]
    }),
  )
}

interface Vote {
  readonly span: Span
  readonly hit: LabelHit
  readonly kind: RelationKind
  readonly weight: number
}

/** What stands around a label: labels of the fields that are asked for, those of all, and values. */
interface Around {
  readonly relevant: readonly LabelHit[]
  readonly all: readonly LabelHit[]
  readonly spans: readonly Span[]
  readonly reading: Reading
}

/** What one label says about all spans: its best answer counts whole, the others less. */
function votesOf(hit: LabelHit, { relevant, all, spans, reading }: Around): Vote[] {
  const related = spans.flatMap((span) => {
    const relation = relate(hit, span, reading)
    if (!relation || looksPast(hit, span, relation.kind, all)) return []
    const later =
      relation.kind === 'right' && isLaterLabel(hit, relevant, spans, span) ? laterLabel : 1
    const weight = relation.score * hit.strength * later
    return [{ span, hit, kind: relation.kind, weight }]
  })
  const weighed = related.map((vote) => {
    const factor = isBehindAnother(vote, related) ? laterValue : 1
    return { ...vote, weight: vote.weight * factor * (isCount(vote, related) ? bareCount : 1) }
  })
  const best = Math.max(0, ...weighed.map((vote) => vote.weight))
  return weighed.map((vote) =>
    vote.weight >= best ? vote : { ...vote, weight: vote.weight * secondChoice },
  )
}

/** Of several values on a line under one label, “4711 / 2”, the first is meant. */
function isBehindAnother({ span, hit, kind }: Vote, votes: readonly Vote[]): boolean {
  return (
    kind === 'below' &&
    votes.some(
      (other) =>
        other.kind === 'below' &&
        other.span.line === span.line &&
        other.span.from < span.from &&
        sharedWidth(other.span.box, hit.box) > 0.5 * widthOf(other.span.box),
    )
  )
}

/** “Total 12 $340.00” labels the sum: a bare number before one with decimals only counts something. */
function isCount({ span }: Vote, votes: readonly Vote[]): boolean {
  return (
    span.type === 'amount' &&
    !span.strong &&
    votes.some(
      ({ span: other }) => other.strong && other.line === span.line && other.from > span.from,
    )
  )
}

/** A label over a column speaks for the sum at its foot as much as for the first row. */
function withSum(vote: Vote, sums: ReadonlyMap<Span, Span>): Vote[] {
  const sum = vote.kind === 'below' ? sums.get(vote.span) : undefined
  return sum
    ? [
        { ...vote, weight: vote.weight * secondChoice },
        { ...vote, span: sum },
      ]
    : [vote]
}

/** “Total incl. VAT 12.00” is a total and “VAT in total 12.00” a tax: the first label of a value names it. */
function isLaterLabel(
  hit: LabelHit,
  hits: readonly LabelHit[],
  spans: readonly Span[],
  span: Span,
): boolean {
  if (hit.line !== span.line) return false
  return hits.some(
    (other) =>
      other.line === hit.line &&
      other.to <= hit.from &&
      !spans.some(
        (between) =>
          between.line === hit.line && between.from >= other.to && between.to <= hit.from,
      ),
  )
}

function scoreOf(field: string, span: Span, votes: readonly Vote[], weakly: number): LabelScore {
  const own = votes.flatMap((vote) => {
    if (vote.hit.owners.fields.has(field)) return [vote]
    return vote.hit.owners.weakly.has(field) ? [{ ...vote, weight: vote.weight * weakly }] : []
  })
  const strangers = votes.filter(
    ({ hit }) => !hit.owners.fields.has(field) && !hit.owners.weakly.has(field),
  )
  const bestOwn = own.reduce<Vote | null>(
    (best, vote) => (vote.weight > (best?.weight ?? 0) ? vote : best),
    null,
  )
  const stranger = Math.max(0, ...strangers.map((vote) => vote.weight))
  const support = bestOwn?.weight ?? 0
  const signals = {
    ...(bestOwn && { [bestOwn.kind]: support }),
    ...(stranger > 0 && { [stranger > support ? 'stranger' : 'faint']: stranger }),
  }
  return {
    span,
    signals,
    score: weigh(signals),
    kind: bestOwn?.kind ?? null,
    hit: bestOwn?.hit ?? null,
    why: bestOwn
      ? [`${bestOwn.kind === 'right' ? 'right of' : bestOwn.kind} “${bestOwn.hit.text.trim()}”`]
      : [],
  }
}

/** The same with a further signal; `why` says it to a person. */
export function withSignal(
  entry: LabelScore,
  name: string,
  value: number,
  why: string | null = null,
): LabelScore {
  const signals = { ...entry.signals, [name]: (entry.signals[name] ?? 0) + value }
  return { ...entry, signals, score: weigh(signals), why: why ? [...entry.why, why] : entry.why }
}
