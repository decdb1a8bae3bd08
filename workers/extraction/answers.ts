import type { Answer } from './fields.ts'
import type { LabelScore } from './scoring.ts'
import type { Span } from './spans.ts'

/** Whether the check digits of a span stand for it, whatever is printed around it. */
export function provesItself(span: Span): boolean {
  return span.strong && (span.type === 'iban' || span.type === 'vat_id')
}

/** A scored span as an answer to a field. */
export function answerOf({ span, signals, score, why, kind }: LabelScore, proven: boolean): Answer {
  const { value, raw, box, other } = span
  return {
    value,
    raw,
    box,
    other,
    signals,
    score,
    why,
    proven,
    labelled: kind !== null,
    page: span.line.line.page,
    words: span.line.wordsOf(span.from, span.to),
  }
}
