import { decimalMarkOf, parseAmount } from '../../extraction/parse/amount.ts'
import { isRealDate } from '../dateSerial.ts'
import { excelDate } from '../formatDate.ts'
import { type DecimalMark, type ThousandsMark, thousandsMarks } from '../layoutChoices.ts'

/** How a sample writes dates, as far as its values tell. */
export interface SampleDates {
  /** null: they are no dates. */
  readonly pattern: string | null
  /** The other order of day and month fits as well. */
  readonly other: string | null
}

const orders = ['dMy', 'Mdy', 'yMd'] as const
const patterns = orders.flatMap((order) =>
  ['.', '/', '-', ' ', ''].flatMap((mark) =>
    [
      { d: 'dd', M: 'MM', y: 'yyyy' },
      { d: 'dd', M: 'MM', y: 'yy' },
      // Without a mark between them, nobody could tell where one figure ends.
      ...(mark === ''
        ? []
        : [
            { d: 'd', M: 'M', y: 'yyyy' },
            { d: 'd', M: 'M', y: 'yy' },
          ]),
    ].map((parts) => [...order].map((part) => parts[part as keyof typeof parts]).join(mark)),
  ),
)

/** The pattern that all values are written by. Where day and month could be either, the day comes first. */
export function datesOf(values: readonly string[]): SampleDates {
  if (values.length === 0) return { pattern: null, other: null }
  if (values.every((value) => /^\d{5}$/.test(value) && Number(value) > 20_000))
    return { pattern: excelDate, other: null }
  const [pattern = null, ...others] = patterns.filter((one) =>
    values.every((value) => isDateBy(value, one)),
  )
  const firstOf = (one: string | null) => one?.[0]
  const other = others.find((one) => firstOf(one) !== firstOf(pattern)) ?? null
  return { pattern, other: firstOf(pattern) === 'y' || firstOf(other) === 'y' ? null : other }
}

function isDateBy(value: string, pattern: string): boolean {
  const names: string[] = []
  const source = pattern.replace(/[.*+?^$/-]/g, '\\$&').replace(/yyyy|yy|MM|M|dd|d/g, (part) => {
    names.push(part[0] ?? '')
    if (part === 'yyyy') return '(\\d{4})'
    return part.length === 2 ? '(\\d{2})' : '([1-9]\\d?)'
  })
  const found = new RegExp(`^${source}$`).exec(value)
  if (!found) return false
  const figuresOf = (name: string) => (found[names.indexOf(name) + 1] ?? '').padStart(2, '0')
  const year = figuresOf('y')
  return isRealDate(`${year.length === 2 ? `20${year}` : year}-${figuresOf('M')}-${figuresOf('d')}`)
}

/** How a sample writes numbers. */
export interface SampleNumbers {
  readonly decimals: number | null
  readonly mark: DecimalMark | null
  readonly thousands: ThousandsMark
}

/** Whether all of them are numbers, with or without a currency. */
export function isNumbers(values: readonly string[]): boolean {
  const plain = values.map(bare)
  const mark = decimalMarkOf(plain)
  return plain.length > 0 && plain.every((value) => parseAmount(value, mark) !== null)
}

function bare(value: string): string {
  return value.replace(/[\p{Sc}%\s]+$|^\p{Sc}\s*|[A-Z]{3}$/gu, '').trim()
}

/** How the values are written; null where they are no numbers, or nothing can be told. */
export function numbersOf(values: readonly string[]): SampleNumbers | null {
  if (!isNumbers(values)) return null
  const plain = values.map(bare)
  const mark = decimalMarkOf(plain)
  const lengths = plain.map((value) => (mark === null ? 0 : (value.split(mark)[1]?.length ?? 0)))
  const [decimals = 0] = lengths
  const groups = plain.flatMap((value) => /\d(\D)\d{3}(?!\d)/u.exec(value)?.[1] ?? [])
  const group = groups.find((one) => one !== mark) ?? ''
  const thousands = thousandsMarks.find((one) => one === group.replace(/\s/u, ' ')) ?? ''
  // Whole numbers alone say nothing of cents: those of other documents must not be cut off.
  const isSame = decimals > 0 && lengths.every((length) => length === decimals)
  if (mark === null && thousands === '') return null
  return { decimals: isSame ? decimals : null, mark, thousands }
}
