import { type DateOrder, findDates } from './parse/date.ts'
import type { Reading } from './reading.ts'

/** A date at the head of a movement. */
export interface LedgerDate {
  /** ISO; null until the year is known. */
  readonly value: string | null
  readonly raw: string
  readonly from: number
  readonly to: number
}

const monthName = '\\p{L}{3,10}\\.?'
/** “05.03.”, “05/03”, “5 Mar”, “Mar 5”: a day and a month without a year. */
const withoutYear = new RegExp(
  `(?<![\\d.,/\\p{L}])(?:\\d{1,2}(?:\\.\\s?\\d{1,2}\\.?|/\\d{1,2}|-\\d{1,2})|\\d{1,2}\\.?[ -]${monthName}|${monthName}[ -]\\d{1,2})(?![\\d,/.\\p{L}])`,
  'gu',
)
/** Characters before the first date, at most: a line’s number. */
const mostBefore = 6

/** The dates with which a line begins: booked, and valued where there are two. */
export function headDates(text: string, reading: Reading): LedgerDate[] {
  const full = findDates(text, reading.dateOrder, reading.today).map(
    ({ value, raw, from, to }): LedgerDate => ({ value, raw, from, to }),
  )
  const isFree = (from: number, to: number) =>
    full.every((date) => date.to <= from || date.from >= to)
  const partial = [...text.matchAll(withoutYear)].flatMap((match): LedgerDate[] => {
    const [from, to] = [match.index, match.index + match[0].length]
    const isDate = isFree(from, to) && completed(match[0], 2024, reading.dateOrder) !== null
    return isDate ? [{ value: null, raw: match[0], from, to }] : []
  })
  const dates: LedgerDate[] = []
  for (const date of [...full, ...partial].sort((a, b) => a.from - b.from)) {
    const before = dates.at(-1)
    const gap = text.slice(before?.to ?? 0, date.from)
    if (before ? gap.trim() !== '' : gap.length > mostBefore || /\p{L}{2}/u.test(gap)) break
    dates.push(date)
  }
  return dates.slice(0, 2)
}

/** A day and month in a given year as ISO; null when they make no date. */
export function completed(raw: string, year: number, order: DateOrder): string | null {
  const trimmed = raw.replace(/[.\s]+$/, '')
  const separator = /^\d{1,2}\s?([./-])\s?\d/.exec(trimmed)?.[1] ?? ' '
  const [found] = findDates(`${trimmed}${separator}${year}`, order, `${year}-12-31`)
  return found?.value ?? null
}

/**
 * The latest date of a statement’s period: the latest full date that is not after the day of reading, as
 * an ISO date. Statements name their period, or at least the day they were made.
 */
export function periodEnd(reading: Reading): string {
  const dates = reading.lines.flatMap((line) =>
    findDates(line.text, reading.dateOrder, reading.today).map(({ value }) => value),
  )
  const past = dates.filter((value) => value <= reading.today).sort()
  return past.at(-1) ?? reading.today
}

/** A date with the year that puts it last before the end of the period: New Year may lie inside. */
export function dated(date: LedgerDate, end: string, order: DateOrder): string | null {
  if (date.value !== null) return date.value
  const year = Number(end.slice(0, 4))
  const inYear = completed(date.raw, year, order)
  if (inYear !== null && inYear <= end) return inYear
  return completed(date.raw, year - 1, order)
}
