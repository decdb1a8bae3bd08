import type { Answer } from './fields.ts'
import { isVatId } from './parse/isVatId.ts'
import type { LabelScore } from './scoring.ts'
import { weigh } from './signals.ts'
import type { Span } from './spans.ts'

/** Whether the check digits of a span stand for it, whatever is printed around it. */
export function provesItself(span: Span): boolean {
  return (span.type === 'iban' && span.strong) || (span.type === 'vat_id' && isVatId(span.value))
}

/** A scored span as an answer to a field. */
export function answerOf(entry: LabelScore, proven: boolean): Answer {
  const { span, signals, score, why, kind, certainty } = entry
  const { value, raw, box, other, isMended } = span
  return {
    value,
    raw,
    box,
    other,
    signals,
    score,
    why: isMended ? [...why, 'a misread figure mended'] : why,
    isMended,
    proven,
    // Whoever draws a box names what stands in it.
    labelled: kind !== null || signals.placed !== undefined,
    page: span.line.line.page,
    words: span.line.wordsOf(span.from, span.to),
    ...(!proven && certainty !== undefined && { certainty }),
  }
}

/** The same with more or fewer points, named. */
export function withPoints(answer: Answer, name: string, points: number): Answer {
  if (points === 0) return answer
  const signals = { ...answer.signals, [name]: (answer.signals[name] ?? 0) + points }
  return { ...answer, signals, score: weigh(signals) }
}
