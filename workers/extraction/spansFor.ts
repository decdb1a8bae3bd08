import type { FieldType } from '../model.ts'
import { withLostPoints } from './lostPoints.ts'
import type { Reading } from './reading.ts'
import { findSpans, type Span } from './spans.ts'

/** What is no identifier although it has digits: dates, amounts with decimals, account numbers, times. */
const notIdentifiers: readonly FieldType[] = ['date', 'iban', 'time', 'percent']

/** Without decimals and currency: few figures, or groups of three, as yen are printed. */
const wholeAmount = /^\D*(?:\d{1,7}|\d{1,3}(?:[.,'’]\d{3})+)\D*$/

/** Spans that could answer a field of a type: those of the type itself, less what is clearly another. */
export function spansFor(type: FieldType, reading: Reading): readonly Span[] {
  const spans = findSpans(type, reading)
  if (type === 'amount')
    return withLostPoints(
      spans.filter((span) => span.strong || wholeAmount.test(span.raw)),
      reading,
    )
  if (type === 'vat_id') {
    const others = findSpans('identifier', reading).filter((span) =>
      /^[A-Z]?[\d.\-/]{7,14}[A-Z]?$/.test(span.value),
    )
    return [...spans, ...others.filter((other) => !spans.some((span) => overlap(span, other)))]
  }
  if (type !== 'identifier') return spans
  const taken = notIdentifiers.flatMap((other) => findSpans(other, reading))
  const amounts = findSpans('amount', reading).filter((span) => /[.,]\d{2}\D*$/.test(span.raw))
  return spans.filter((span) => ![...taken, ...amounts].some((other) => overlap(span, other)))
}

function overlap(a: Span, b: Span): boolean {
  return a.line === b.line && a.from < b.to && b.from < a.to
}
