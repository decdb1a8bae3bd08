import type { LineText } from '../layout/lineText.ts'
import type { Box, FieldType } from '../model.ts'
import { type ParsedAmount, parseAmount } from './parse/amount.ts'
import { findEmails, findPhones } from './parse/contact.ts'
import { currencyPattern, findCurrencies } from './parse/currency.ts'
import { findDates } from './parse/date.ts'
import { findBics, findIbans, findReferences, findVatIds } from './parse/identifier.ts'
import { mendAmounts } from './parse/mendAmounts.ts'
import { findMisreadDates } from './parse/mendDates.ts'
import type { Reading } from './reading.ts'

/** A stretch of a line that parses as a value of some type. */
export interface Span {
  readonly type: FieldType
  readonly line: LineText
  readonly from: number
  readonly to: number
  readonly box: Box
  readonly value: string
  readonly raw: string
  /** The other reading of a date whose day and month could be swapped, of an amount whose mark could be either. */
  readonly other: string | null
  /** Type-specific: an IBAN’s check digits hold, a VAT id has its country’s shape, decimals are printed. */
  readonly strong: boolean
  /** Figures were misread and mended: the value is not what was read. */
  readonly isMended: boolean
}

type Found = Pick<Span, 'from' | 'to' | 'value' | 'raw' | 'strong'> & {
  readonly other?: string | null
  readonly isMended?: boolean
}

type Finder = (text: string, reading: Reading) => Found[]

const finders: Partial<Record<FieldType, Finder>> = {
  date: (text, reading) =>
    findDates(text, reading.dateOrder, reading.today).map((date) => ({
      ...date,
      other: reading.dateOrderCertain ? null : date.other,
      strong: true,
    })),
  amount: (text, reading) => findAmounts(text, reading, 'amount'),
  number: (text, reading) => findAmounts(text, reading, 'number'),
  percent: (text) => findPercents(text),
  currency: (text) => findCurrencies(text),
  iban: (text) => findIbans(text).map(asFound),
  bic: (text) => findBics(text).map(asFound),
  vat_id: (text) => findVatIds(text).map((found) => ({ ...found, strong: true })),
  identifier: (text) => findReferences(text).map(asFound),
  phone: (text) => findPhones(text).map(asFound),
  email: (text) => findEmails(text).map(asFound),
  time: (text) => [...text.matchAll(printedTime)].map(timeOf),
}

/** With a point only where a word says that it is a time: “7.25” is a price, “7.25 Uhr” is not. */
const printedTime =
  /(?<![\d.:,])(?<h>[01]?\d|2[0-3])(?:[:h](?<m>[0-5]\d)(?:[:.](?<s>[0-5]\d))?|\.(?<after>[0-5]\d)(?=\s?(?:Uhr|h\b|[AaPp]\.?[Mm]\b)))(?:\s?(?<half>[AaPp])\.?[Mm]\b)?(?![\d.,]|:\d)/g

function asFound(found: {
  value: string
  raw: string
  from: number
  to: number
  proven: boolean
}): Found {
  return { ...found, strong: found.proven }
}

function timeOf(match: RegExpExecArray): Found {
  const { h = '0', m = match.groups?.after ?? '00', half } = match.groups ?? {}
  const hour = half ? (Number(h) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(h)
  return {
    value: `${String(hour).padStart(2, '0')}:${m}`,
    raw: match[0],
    from: match.index,
    to: match.index + match[0].length,
    strong: match[0].includes(':'),
  }
}

const number = String.raw`\d{1,3}(?:[.,'’ ]\d{3})+[.,]\d{2}(?!\d)|\d{1,3}(?:[.,'’]\d{3})+(?![\d])|\d+[.,]\d{1,4}(?!\d)|\d+[.,][-–](?!\d)|\d+`
/** What OCR makes of a decimal mark: a space beside it. */
const brokenNumber = String.raw`\d{1,6} ?[.,] \d{2}(?!\d)|\d{1,6} [.,]\d{2}(?!\d)`

/** Thousands by spaces without decimals, beside a currency that has none: “127 000 Ft”. */
const spacedNumber = String.raw`\d{1,3}(?: \d{3})+(?= {0,2}${currencyPattern}(?!\p{L}))|(?<=${currencyPattern} {0,2})\d{1,3}(?: \d{3})+(?![ .,]?\d)`

const amountPattern = amountsOf(number)
/** Where no decimals are printed. */
const wholeAmountPattern = amountsOf(`${spacedNumber}|${number}`)

function amountsOf(numbers: string): RegExp {
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}.,/])(?<lead>[-–−] ?)?(?:(?<before>${currencyPattern})\.? {0,2}(?<inner>[-–−] ?)?)?(?<number>${brokenNumber}|${numbers})(?<sign>[-–−](?![\p{N}\p{L}]))?(?: {0,2}(?<after>${currencyPattern})(?!\p{L}))?(?<cr> ?CR\b)?`,
    'gu',
  )
}

/** Amounts and plain numbers, with their currency and sign as part of the raw text. */
function findAmounts(text: string, reading: Reading, type: 'amount' | 'number'): Found[] {
  const pattern = reading.hasDecimals ? amountPattern : wholeAmountPattern
  return [...text.matchAll(pattern)].flatMap((match): Found[] => {
    const groups = match.groups ?? {}
    const rest = text.slice(match.index + match[0].length)
    // Part of a date, a code, a percentage or a measure: not a sum of money.
    if (/^(?:[\p{L}\p{N}]|[/:]\d|[.,]\d|-\d)/u.test(rest) && !groups.after) return []
    if (/^\s?%/.test(rest)) return []
    const isNegative =
      Boolean(groups.inner ?? groups.lead ?? groups.sign ?? groups.cr) ||
      isBracketed(text, match.index, match[0].length)
    const digits = (groups.number ?? '').replace(/ (?=[.,])|(?<=[.,]) /g, '')
    const parsed = parseAmount(digits, reading.decimal)
    if (!parsed) return []
    const value = isNegative && parsed.units !== 0n ? `-${parsed.value}` : parsed.value
    return [
      {
        value: type === 'number' ? trimDecimals(value) : value,
        raw: match[0].trim(),
        from: match.index + (match[0].length - match[0].trimStart().length),
        to: match.index + match[0].trimEnd().length,
        strong: parsed.hasDecimals || Boolean(groups.before ?? groups.after),
        other: otherReading(digits, parsed, reading),
      },
    ]
  })
}

/**
 * “1.234” where no other number of the document tells what a point means: read as thousands, it could be a
 * little more than one. Null where the document or a currency without decimals tells.
 */
function otherReading(digits: string, parsed: ParsedAmount, reading: Reading): string | null {
  if (parsed.reading === 'certain' || reading.decimal !== null || !reading.currencyHasDecimals)
    return null
  const mark = digits.includes(',') ? ',' : '.'
  return parseAmount(digits, mark)?.value ?? null
}

/** Accountants bracket what they subtract; in a sentence or behind a label, brackets only explain. */
function isBracketed(text: string, from: number, length: number): boolean {
  return /(?:^|\t)\($/.test(text.slice(0, from)) && text[from + length] === ')'
}

function findPercents(text: string): Found[] {
  const printed = /(?<![\d.,])(?<number>\d{1,3}(?:[.,]\d{1,3})?)\s?%/g
  return [...text.matchAll(printed)].flatMap((match): Found[] => {
    const parsed = parseAmount((match.groups?.number ?? '').replace(',', '.'), '.')
    if (!parsed) return []
    const [from, to] = [match.index, match.index + match[0].length]
    return [{ value: trimDecimals(parsed.value), raw: match[0], from, to, strong: true }]
  })
}

/** `20.00` as `20`, `2.50` as `2.5`. */
export function trimDecimals(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}

const found = new WeakMap<Reading, Map<FieldType, readonly Span[]>>()

/** Every stretch of the lines that could be a value of a type; none for names, addresses and free text. */
export function findSpans(type: FieldType, reading: Reading): readonly Span[] {
  const byType = found.get(reading) ?? new Map<FieldType, readonly Span[]>()
  found.set(reading, byType)
  const spans = byType.get(type) ?? reading.lines.flatMap((line) => spansOn(line, type, reading))
  byType.set(type, spans)
  return spans
}

/** Types whose values may have no digit. */
const digitless: ReadonlySet<FieldType> = new Set(['currency', 'bic', 'email'])

function spansOn(line: LineText, type: FieldType, reading: Reading): Span[] {
  const find = finders[type]
  if (!find || (!digitless.has(type) && !/\d/.test(line.text))) return []
  return [...find(line.text, reading), ...mended(type, line, reading)].map((found) => ({
    ...{ type, line, other: null, isMended: false },
    ...found,
    box: line.boxOf(found.from, found.to),
  }))
}

/** What a line read by OCR says more when misread figures are mended; nothing where it can be read as it is. */
function mended(type: FieldType, line: LineText, reading: Reading): Found[] {
  if (!line.line.words.some((word) => word.reader === 'ocr')) return []
  if (type === 'date') {
    const dates = findDates(line.text, reading.dateOrder, reading.today)
    return findMisreadDates(line.text, reading.dateOrder, reading.today)
      .filter(({ from, to }) => !dates.some((date) => date.from < to && date.to > from))
      .map((date) => ({ ...date, strong: true, isMended: true }))
  }
  if (type !== 'amount') return []
  const text = mendAmounts(line.text)
  const asItIs = findAmounts(line.text, reading, type)
  return findAmounts(text, reading, type).flatMap((found) => {
    const { from, to, value } = found
    if (asItIs.some((other) => other.value === value && other.from < to && other.to > from))
      return []
    const raw = line.text.slice(from, to)
    // A blanked currency changes no figure.
    return [{ ...found, raw, isMended: raw !== found.raw }]
  })
}
