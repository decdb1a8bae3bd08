import { sharedHeight, sharedWidth } from '../layout/geometry.ts'
import type { Field, FieldType } from '../model.ts'
import type { Template, TemplateField } from '../template.ts'
import { type Answer, fieldOf } from './fields.ts'
import { textAnswers } from './freeText.ts'
import { type LabelHit, lexiconWithColumns } from './labels.ts'
import { findMerchant } from './merchant.ts'
import { findParties } from './parties.ts'
import type { PartyRole } from './partyAddress.ts'
import type { Party, PartyText } from './partyText.ts'
import type { Reading } from './reading.ts'
import { type LabelScore, scoreByLabels } from './scoring.ts'
import { findSpans, type Span } from './spans.ts'
import { decodeTotals, supportGross, type TotalPart } from './totals.ts'

/** Every header field of a template, found on the pages, in the template's order. */
export function findFields(
  template: Template,
  reading: Reading,
  hits: readonly LabelHit[],
): Field[] {
  const parties = partiesOf(template, reading, hits)
  const answers = new Map<string, readonly Answer[]>()
  for (const [type, specs] of Map.groupBy(template.fields, (field) => field.type))
    for (const [name, found] of answersOfType(template, type, specs, reading, hits))
      answers.set(name, found)
  return template.fields.map((spec) => {
    const found = partyAnswers(spec, parties) ?? answers.get(spec.name) ?? []
    const placed = spec.type === 'vat_id' ? byParty(spec, found, parties, reading) : found
    return fieldOf(spec, matching(spec, placed), reading)
  })
}

/** A template’s own pattern has the last word on what a value may look like. */
function matching(spec: TemplateField, answers: readonly Answer[]): readonly Answer[] {
  if (!spec.pattern || spec.type === 'text') return answers
  const whole = new RegExp(`^(?:${spec.pattern})$`, 'u')
  return answers.filter((answer) => whole.test(answer.raw))
}

function answersOfType(
  template: Template,
  type: FieldType,
  specs: readonly TemplateField[],
  reading: Reading,
  hits: readonly LabelHit[],
): Map<string, readonly Answer[]> {
  if (type === 'text')
    return new Map(specs.map((spec) => [spec.name, textAnswers(spec, reading, hits)]))
  if (type === 'name' || type === 'address') return new Map()
  const spans = spansFor(type, reading)
  const support = type === 'amount' ? template.support : []
  const names = [...specs, ...support].map(({ name }) => name)
  const scores = scoreByLabels(names, spans, hits, reading)
  const scored = new Map(
    specs.map((spec) => [
      spec.name,
      withPriors(spec, specs, titled(template, spec, scores.get(spec.name) ?? [], hits), reading),
    ]),
  )
  if (type === 'amount') {
    const parts = support.map(({ part, name }) => [part, scores.get(name) ?? []] as const)
    return amountAnswers(specs, scored, Object.fromEntries(parts))
  }
  return new Map(
    specs.map((spec) => [
      spec.name,
      (scored.get(spec.name) ?? []).map((entry) => answerOf(entry, provesItself(entry.span))),
    ]),
  )
}

/** “Invoice no. 4711 of 5 March”: a date behind the number of the document is the document’s date. */
function titled(
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
    const title = titles.find(
      (hit) =>
        hit.line === span.line &&
        hit.to < span.from &&
        !hit.line.text.slice(hit.to, span.from).includes('\t') &&
        (hit.line.text.slice(hit.to, span.from).match(/\S+/g)?.length ?? 0) <= 6,
    )
    return title
      ? { ...entry, score: Math.max(entry.score, 0) + 0.5, why: ['behind the document’s number'] }
      : entry
  })
}

function provesItself(span: Span): boolean {
  return span.strong && (span.type === 'iban' || span.type === 'vat_id')
}

function answerOf({ span, score, why }: LabelScore, proven: boolean): Answer {
  const { value, raw, box, other } = span
  return {
    value,
    raw,
    box,
    other,
    score,
    why,
    proven,
    page: span.line.line.page,
    words: span.line.wordsOf(span.from, span.to),
  }
}

/** What is no identifier although it has digits: dates, amounts with decimals, account numbers, times. */
const notIdentifiers: readonly FieldType[] = ['date', 'iban', 'time', 'percent']

function spansFor(type: FieldType, reading: Reading): readonly Span[] {
  const spans = findSpans(type, reading)
  if (type === 'amount')
    return spans.filter((span) => span.strong || /^\D*\d{1,7}\D*$/.test(span.raw))
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

/**
 * What is known before any label: the only IBAN is the IBAN, the first date of a paper is rather its
 * own than another. Priors never beat a label; they order what has none.
 */
function withPriors(
  spec: TemplateField,
  siblings: readonly TemplateField[],
  scores: readonly LabelScore[],
  reading: Reading,
): LabelScore[] {
  const isMain = siblings.find((sibling) => sibling.required) === spec || siblings.length === 1
  const counts = new Map<string, number>()
  for (const { span } of scores) counts.set(span.value, (counts.get(span.value) ?? 0) + 1)
  return scores.map((entry, i) => {
    const { span } = entry
    const prior = priorOf(spec, span, {
      isMain,
      order: i,
      repeats: counts.get(span.value) ?? 1,
      isOnly: counts.size === 1,
      reading,
    })
    return {
      ...entry,
      score: entry.score + prior,
      why: entry.why.length ? entry.why : [reasonOf(spec.type)],
    }
  })
}

function reasonOf(type: FieldType): string {
  return type === 'iban' || type === 'vat_id' || type === 'bic'
    ? 'has the form of one'
    : 'stands without a label'
}

/** What stands around a span apart from labels. */
interface Known {
  /** The field is the main one of its type. */
  readonly isMain: boolean
  /** Among the spans of its type, from the top. */
  readonly order: number
  readonly repeats: number
  /** The document prints no other value of this type. */
  readonly isOnly: boolean
  readonly reading: Reading
}

function priorOf(
  { type, role, total }: TemplateField,
  span: Span,
  { isMain, order, repeats, isOnly, reading }: Known,
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
      return isMain
        ? plausibleDate(span.value, reading.today) *
            (isOnly ? 0.6 : 0.4 - 0.03 * Math.min(order, 8)) +
            repeated
        : 0
    case 'time':
      return isMain ? (isOnly ? 0.6 : 0.48 - 0.05 * Math.min(order, 6)) : 0
    case 'currency':
      return (span.strong ? (isOnly ? 0.65 : 0.5) : 0.3) + Math.min(0.45, 0.03 * repeats)
    case 'amount':
      return (
        (span.strong ? 0 : -0.3) +
        (total === 'gross' ? 0.06 * placeOf(span, reading) + repeated : 0)
      )
    case 'identifier':
      return (span.value.length < 3 ? -0.15 : 0) + (isMain ? repeated * 0.5 : 0)
    default:
      return 0
  }
}

/** How far down the document a span stands, 0 to 1: sums come last. */
function placeOf(span: Span, reading: Reading): number {
  return reading.lines.indexOf(span.line) / Math.max(1, reading.lines.length)
}

function plausibleDate(iso: string, today: string): number {
  const years = (Date.parse(today) - Date.parse(iso)) / 31_557_600_000
  return years > -1.2 && years < 30 ? 1 : 0.3
}

/** Totals are decoded together; every other amount stands alone. */
function amountAnswers(
  specs: readonly TemplateField[],
  scored: ReadonlyMap<string, readonly LabelScore[]>,
  support: Parameters<typeof supportGross>[1],
): Map<string, readonly Answer[]> {
  const partOf = (part: TotalPart) => {
    const spec = specs.find((candidate) => candidate.total === part)
    return { name: spec?.name, scores: (spec && scored.get(spec.name)) ?? [] }
  }
  const gross = partOf('gross')
  const parts = {
    net: partOf('net'),
    tax: partOf('tax'),
    gross: { name: gross.name, scores: supportGross(gross.scores, support) },
  }
  const { chosen, proven, taxes } = decodeTotals({
    net: parts.net.scores,
    tax: parts.tax.scores,
    gross: parts.gross.scores,
  })
  const result = new Map<string, readonly Answer[]>()
  for (const spec of specs)
    result.set(
      spec.name,
      (scored.get(spec.name) ?? []).map((entry) => answerOf(entry, false)),
    )
  for (const part of ['net', 'tax', 'gross'] as const) {
    const { name, scores } = parts[part]
    if (!name) continue
    const isUndecided =
      part !== 'gross' && !chosen[part] && chosen.gross !== undefined && !chosen.net
    if ((part === 'tax' && taxes.length > 0) || isUndecided) {
      // Only the sums of each rate are printed; none of them is the document’s.
      result.set(name, [])
      continue
    }
    const pick = chosen[part]
    result.set(
      name,
      scores.map((entry) =>
        entry === pick ? promoted(entry, scores, proven) : answerOf(entry, false),
      ),
    )
  }
  return result
}

/** The decoded choice leads its list; with a proof its score says so. */
function promoted(entry: LabelScore, scores: readonly LabelScore[], proven: boolean): Answer {
  const best = Math.max(...scores.map((other) => other.score))
  const score = Math.max(best + 0.01, proven ? Math.max(0.7, entry.score + 0.25) : entry.score)
  const why = proven ? [...entry.why, 'net, tax and total add up'] : entry.why
  return answerOf({ ...entry, score, why }, proven)
}

type Parties = Record<PartyRole, Party>
const nobody: Party = { names: [], addresses: [] }

function partiesOf(template: Template, reading: Reading, hits: readonly LabelHit[]): Parties {
  const specs = template.fields.filter((field) => field.type === 'name')
  if (specs.length === 0) return { seller: nobody, buyer: nobody }
  if (!specs.some((spec) => spec.role === 'buyer'))
    return { seller: findMerchant(reading), buyer: nobody }
  return findParties(reading, hits, lexiconWithColumns(template))
}

function partyAnswers(spec: TemplateField, parties: Parties): readonly Answer[] | null {
  if ((spec.type !== 'name' && spec.type !== 'address') || spec.role === 'document') return null
  const party = parties[spec.role]
  return (spec.type === 'name' ? party.names : party.addresses).map(partyAnswer)
}

/** How far below a name its tax number may stand, in word heights. */
const partyReach = 11

/** A tax id among the lines under a party’s name is that party’s, whatever its label says. */
function byParty(
  spec: TemplateField,
  answers: readonly Answer[],
  parties: Parties,
  reading: Reading,
): readonly Answer[] {
  const height = reading.wordHeight
  const stands = (answer: Answer, party: Party) => {
    const [name] = party.names
    if (!name || name.page !== answer.page || name.score < 0.5) return false
    const down = (answer.box[1] - name.box[3]) / height
    const aside = answer.box[0] - name.box[0]
    return down > -0.5 && down < partyReach && aside > -2 * height && aside < 14 * height
  }
  return answers.map((answer) => {
    const [own, other] =
      spec.role === 'buyer' ? [parties.buyer, parties.seller] : [parties.seller, parties.buyer]
    const isOwn = stands(answer, own)
    const isOthers = stands(answer, other)
    if (isOwn === isOthers) return answer
    return { ...answer, score: answer.score + (isOwn ? 0.35 : -0.7) }
  })
}

function partyAnswer({ value, box, page, segments, score, why }: PartyText): Answer {
  const words = segments
    .flatMap((segment) => segment.words)
    .filter((word) => sharedWidth(word.box, box) > 0 && sharedHeight(word.box, box) > 0)
  return { value, raw: value, box, page, words, score, why, proven: false, other: null }
}
