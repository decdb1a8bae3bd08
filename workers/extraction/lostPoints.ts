import type { Reading } from './reading.ts'
import type { Span } from './spans.ts'

/** Amounts that must stand over or under a number before its last two figures are taken for decimals. */
const leastAligned = 2

/**
 * Amounts whose decimal point OCR lost: “1200” and “41 50” that end where amounts with two decimals end, on
 * pages that print their amounts so. The number as it was read stays a value beside them.
 */
export function withLostPoints(amounts: readonly Span[], reading: Reading): Span[] {
  if (!reading.hasDecimals) return [...amounts]
  const printed = amounts.filter(({ raw }) => /\d[.,] ?\d{2}$/.test(raw))
  const found = amounts.flatMap((span): Span[] => {
    if (!span.line.wordsOf(span.from, span.to).some(({ reader }) => reader === 'ocr')) return []
    const behind = /^ ?(?<cents>\d{2})(?=\s|$)/.exec(span.line.text.slice(span.to))?.groups?.cents
    const whole = /^\D*(?<figures>\d{1,6})$/.exec(span.raw)?.groups?.figures
    if (!whole) return []
    const split = behind && span.line.text[span.to] === ' ' && whole.length <= 4
    const figures = split ? whole + behind : whole
    if (figures.length < 3 || (!split && figures.length > 5)) return []
    const to = split ? span.to + 1 + behind.length : span.to
    const box = span.line.boxOf(span.from, to)
    const aligned = printed.filter(
      (other) => Math.abs(other.box[2] - box[2]) < 0.8 * reading.wordHeight,
    )
    if (aligned.length < leastAligned) return []
    const value = `${Number(figures.slice(0, -2))}.${figures.slice(-2)}`
    const raw = span.line.text.slice(span.from, to)
    return [{ ...span, to, box, value, raw, strong: true, isMended: true }]
  })
  return [...amounts, ...found]
}
