import type { Box, Candidate, Field, FieldType, Reader, ReviewReason, Word } from '../model.ts'
import type { TemplateField } from '../template.ts'
import { confidenceOf, type Evidence, reviewThreshold } from './confidence.ts'
import type { Reading } from './reading.ts'
import { nothingScore, type Signals } from './signals.ts'

/** A value that might answer a field, from whatever found it. */
export interface Answer {
  readonly value: string
  readonly raw: string
  readonly page: number
  readonly box: Box
  readonly words: readonly Word[]
  /** What the score is made of. */
  readonly signals: Signals
  readonly score: number
  readonly why: readonly string[]
  readonly proven: boolean
  /** A label, a heading or the place of a name speaks for it. */
  readonly labelled: boolean
  /** The other reading of an ambiguous date or amount. */
  readonly other: string | null
  /** Misread figures of it were mended. */
  readonly isMended?: boolean
  /** Share of the other readings that say the same here, 0 to 1; absent where the page was read once. */
  readonly agreement?: number
  /** 0 to 1, absent for 1: what is known to be uncertain although nothing else would answer better. */
  readonly certainty?: number
}

const mostCandidates = 5

/** What a field is called and is to hold. */
type FieldSpec = Pick<TemplateField, 'name' | 'label' | 'type' | 'role' | 'required'>

/** The answers worth showing, one a value, best first; none is a way to say that the value is not there. */
export function rank(type: FieldType, answers: readonly Answer[]): readonly Answer[] {
  const least = nothingScore(type)
  return distinct(answers.filter((answer) => answer.score > least)).slice(0, mostCandidates)
}

/** What is known of an answer beside its best rival. */
export function evidenceOf(
  { type, role }: Pick<TemplateField, 'type' | 'role'>,
  answer: Answer,
  { rival, reading }: { readonly rival: Answer | undefined; readonly reading: Reading },
): Evidence {
  const { score, proven, words, labelled, certainty, agreement, isMended = false } = answer
  const known = { score, proven, words, labelled, certainty, agreement, isMended }
  const page = reading.pages.find(({ number }) => number === answer.page)
  return {
    type,
    isParty: role !== 'document',
    ...known,
    runnerUp: rival?.score ?? 0,
    pageConfidence: page?.confidence ?? 0,
  }
}

/** The field with its best answer and the runners-up; without any answer it is empty. */
export function fieldOf(spec: FieldSpec, answers: readonly Answer[], reading: Reading): Field {
  const ranked = likelierFirst(spec, rank(spec.type, answers), reading)
  const candidates = ranked.map((answer, i) =>
    candidateOf(
      evidenceOf(spec, answer, { rival: i === 0 ? ranked[1] : ranked[0], reading }),
      answer,
      reading,
    ),
  )
  const [best] = candidates
  const chosen = ranked[0]
  if (!best || !chosen) return emptyField(spec)
  const reasons = reasonsFor(best.confidence, chosen, ranked[1])
  return {
    name: spec.name,
    label: spec.label,
    type: spec.type,
    value: best.value,
    raw: best.raw,
    confidence: best.confidence,
    needsReview: reasons.length > 0,
    reasons,
    reader: best.reader,
    provenance: best.provenance,
    candidates: withOtherReading(candidates, chosen),
  }
}

/** Less likely than this, the answer with most points gives way to one that is more so by as much again. */
const unlikely = 0.3
const likelier = 0.1

/**
 * Of amounts the second first, where the one with most points is unlikely and equations or readings that agree make
 * that one likelier: points say what looks most like the field, chances what is right.
 */
function likelierFirst(
  spec: FieldSpec,
  ranked: readonly Answer[],
  reading: Reading,
): readonly Answer[] {
  const [first, second, ...rest] = ranked
  if (!first || !second) return ranked
  const chance = confidenceOf(evidenceOf(spec, first, { rival: second, reading }))
  if (spec.type !== 'amount' || chance >= unlikely) return ranked
  const other = confidenceOf(evidenceOf(spec, second, { rival: first, reading }))
  return other > chance + likelier ? [second, first, ...rest] : ranked
}

/** A field that was looked for and not found. */
export function emptyField(spec: {
  name: string
  label: string
  type: FieldType
  required?: boolean
}): Field {
  const reasons: ReviewReason[] = spec.required ? ['not_found'] : []
  return {
    name: spec.name,
    label: spec.label,
    type: spec.type,
    value: null,
    raw: null,
    confidence: spec.required ? 0 : 0.9,
    needsReview: reasons.length > 0,
    reasons,
    reader: null,
    provenance: null,
    candidates: [],
  }
}

function distinct(answers: readonly Answer[]): Answer[] {
  const best = new Map<string, Answer>()
  for (const answer of answers.toSorted((a, b) => b.score - a.score))
    if (!best.has(answer.value)) best.set(answer.value, answer)
  return [...best.values()]
}

function candidateOf(evidence: Evidence, answer: Answer, reading: Reading): Candidate {
  const { value, raw, why, page, box, words } = answer
  const confidence = confidenceOf(evidence) * (answer.other ? 0.6 : 1)
  return {
    value,
    raw,
    confidence,
    why,
    reader: readerOf(words),
    provenance: provenanceOf(page, box, raw, reading),
  }
}

/** Where a value stands, with the size of its page and its text with white space collapsed. */
export function provenanceOf(
  page: number,
  box: Box,
  text: string,
  reading: Reading,
): Candidate['provenance'] {
  const pageSize = reading.pages.find((candidate) => candidate.number === page)?.size ?? [0, 0]
  return { page, box, pageSize, text: text.replace(/\s+/g, ' ').trim() }
}

/** How the words of a value were got; what someone typed into a form, if only in part, came from the form. */
export function readerOf(words: readonly Word[]): Reader {
  if (words.some(({ reader }) => reader === 'form')) return 'form'
  return words[0]?.reader ?? 'text_layer'
}

function reasonsFor(
  confidence: number,
  chosen: Answer,
  second: Answer | undefined,
): ReviewReason[] {
  const reasons: ReviewReason[] = []
  if (chosen.other) reasons.push(isDay(chosen.value) ? 'ambiguous_date' : 'ambiguous_amount')
  if (chosen.isMended && !chosen.proven) reasons.push('mended')
  if (confidence >= reviewThreshold) return reasons
  if (chosen.words.some((word) => word.reader === 'ocr' && word.confidence < 0.6))
    reasons.push('low_ocr')
  if (!chosen.proven && second && second.score > chosen.score - 0.15) reasons.push('close_second')
  if (!chosen.labelled) reasons.push('label_missing')
  if (reasons.length === 0) reasons.push('low_confidence')
  return reasons
}

/** What could be read in two ways offers the other one as the second candidate, seen in the same place. */
function withOtherReading(candidates: readonly Candidate[], chosen: Answer): Candidate[] {
  const [first, ...rest] = candidates
  if (!first || !chosen.other || rest.some((candidate) => candidate.value === chosen.other))
    return [...candidates]
  const swapped = {
    ...first,
    value: chosen.other,
    confidence: first.confidence * 0.6,
    why: [
      isDay(first.value)
        ? 'the same with day and month swapped'
        : 'the same with its mark before decimals',
    ],
  }
  return [first, swapped, ...rest].slice(0, mostCandidates)
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)
