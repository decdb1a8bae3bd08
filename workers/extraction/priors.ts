import type { FieldType } from '../model.ts'
import type { Template, TemplateField } from '../template.ts'
import { datePairs } from './dateRanges.ts'
import type { LabelHit } from './labels.ts'
import type { Reading } from './reading.ts'
import { type LabelScore, withSignal } from './scoring.ts'
import type { Span } from './spans.ts'

/** “Invoice no. 4711 of 5 March”: a date behind the number of the document is the document’s date. */
export function titled(
  template: Template,
  spec: TemplateField,
  scores: readonly LabelScore[],
  hits: readonly LabelHit[],
): readonly LabelScore[] {
  const number = template.fields.find((field) => field.type === 'identifier' && field.required)
  const main = template.fields.find((field) => field.type === 'date' && field.required)
  if (spec !== main || !number) return scores
  const titles = hits.filter(
    ({ owners }) => owners.fields.has(number.name) || owners.weakly.has(number.name),
  )
  return scores.map((entry) => {
    const { span } = entry
    const title = titles.find((hit) => {
      if (hit.line !== span.line || hit.to >= span.from) return false
      const between = hit.line.text.slice(hit.to, span.from)
      const words = between.match(/\S+/g) ?? []
      // Without a number in between it is a sentence: “invoice for the ride of 4 March”.
      return !between.includes('\t') && words.length <= 6 && /\d/.test(between)
    })
    if (!title) return entry
    // What stands behind the number needs no label, and no other label speaks against it.
    const own = entry.score < 0 ? { ...entry, signals: {} } : entry
    return { ...withSignal(own, 'title', 1), why: ['behind the document’s number'] }
  })
}

/**
 * What is known before any label: the only IBAN is the IBAN, the first date of a paper is rather its
 * own than another. Priors never beat a label; they order what has none.
 */
export function withPriors(
  spec: TemplateField,
  siblings: readonly TemplateField[],
  scores: readonly LabelScore[],
  reading: Reading,
): LabelScore[] {
  const pairs = spec.type === 'date' ? datePairs(siblings) : []
  const isEnd = pairs.some(({ from, to }) => spec.name === from || spec.name === to)
  const isMain =
    !isEnd && (siblings.find((sibling) => sibling.required) === spec || siblings.length === 1)
  const counts = new Map<string, number>()
  for (const { span } of scores) counts.set(span.value, (counts.get(span.value) ?? 0) + 1)
  return scores.map((entry, i) => {
    const { span } = entry
    const prior = priorOf(spec, span, {
      isMain,
      order: i,
      repeats: counts.get(span.value) ?? 1,
      isOnly: counts.size === 1,
      isAnothers: (entry.signals.stranger ?? 0) > 0.5,
      reading,
    })
    const known = withSignal(entry, `known:${spec.type}`, prior)
    const priced = span.isMended ? withSignal(known, 'mended', -mendedCost) : known
    return { ...priced, why: entry.why.length ? entry.why : [reasonOf(spec.type)] }
  })
}

function reasonOf(type: FieldType): string {
  return type === 'iban' || type === 'vat_id' || type === 'bic'
    ? 'has the form of one'
    : 'stands without a label'
}

/** What was mended gives way to what could be read as it stands. */
const mendedCost = 0.08

/** What stands around a span apart from labels. */
interface Known {
  /** The field is the main one of its type. */
  readonly isMain: boolean
  /** Among the spans of its type, from the top. */
  readonly order: number
  readonly repeats: number
  /** The document prints no other value of this type. */
  readonly isOnly: boolean
  /** Another field’s label clearly names it. */
  readonly isAnothers: boolean
  readonly reading: Reading
}

function priorOf(
  { type, role, total }: TemplateField,
  span: Span,
  { isMain, order, repeats, isOnly, isAnothers, reading }: Known,
): number {
  const repeated = Math.min(0.15, 0.05 * (repeats - 1))
  switch (type) {
    case 'iban':
      return (span.strong ? 0.65 : 0.1) - 0.02 * order
    case 'bic':
      return span.strong ? 0.35 : 0
    case 'vat_id':
      return (span.strong ? (role === 'buyer' ? 0.05 : 0.4) : -0.15) - 0.05 * order
    case 'date':
      return isMain && !isAnothers
        ? plausibleDate(span.value, reading.today) *
            (isOnly ? 0.6 : 0.4 - 0.03 * Math.min(order, 8)) +
            repeated
        : 0
    case 'time':
      return isMain ? (isOnly ? 0.6 : 0.48 - 0.05 * Math.min(order, 6)) + besideDate(span) : 0
    case 'currency':
      return (span.strong ? (isOnly ? 0.65 : 0.5) : 0.3) + Math.min(0.45, 0.03 * repeats)
    case 'amount':
      return (
        (span.strong ? 0 : -0.3) +
        (hasDecimals(span) || !reading.hasDecimals ? 0 : -0.25) +
        (total === 'gross' ? 0.06 * placeOf(span, reading) + repeated - ofNothing(span) : 0)
      )
    case 'identifier':
      return (span.value.length < 3 ? -0.15 : 0) + (isMain ? repeated * 0.5 : 0)
    default:
      return 0
  }
}

/** A till prints the time beside the day. */
function besideDate({ line }: Span): number {
  return /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/.test(line.text) ? 0.2 : 0
}

/** A total of nothing is printed, but rarely where another amount is as likely. */
function ofNothing({ value }: Span): number {
  return Number(value) === 0 ? 0.12 : 0
}

function hasDecimals({ raw }: Span): boolean {
  return /[.,]\s?\d{2}(?!\d)/.test(raw)
}

/** How far down the document a span stands, 0 to 1: sums come last. */
function placeOf(span: Span, reading: Reading): number {
  return reading.lines.indexOf(span.line) / Math.max(1, reading.lines.length)
}

function plausibleDate(iso: string, today: string): number {
  const years = (Date.parse(today) - Date.parse(iso)) / 31_557_600_000
  return years > -1.2 && years < 30 ? 1 : 0.3
}
