import type { Answer } from './fields.ts'
import type { LabelScore } from './scoring.ts'
import type { Span } from './spans.ts'

/** Whether the check digits of a span stand for it, whatever is printed around it. */
export function provesItself(span: Span): boolean {
  return span.strong && (span.type === 'iban' || span.type === 'vat_id')
}

/** A scored span as an answer to a field. */
export function answerOf({ span, score, why }: LabelScore, proven: boolean): Answer {
  const { value, raw, box, other, isMended } = span
  return {
    value,
    raw,
    box,
    other,
    score,
    why: isMended ? [...why, 'a misread figure mended'] : why,
    isMended,
    proven,
    page: span.line.line.page,
    words: span.line.wordsOf(span.from, span.to),
  }
}
