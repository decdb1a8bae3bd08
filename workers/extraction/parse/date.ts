export type DateOrder = 'dmy' | 'mdy'

export interface ParsedDate {
  /** ISO, `YYYY-MM-DD`. */
  readonly value: string
  /** The other reading of a day and month that could be swapped; null when there is only one. */
  readonly other: string | null
}

export interface FoundDate extends ParsedDate {
  readonly from: number
  readonly to: number
  readonly raw: string
}

/** Month names and their usual abbreviations in the languages of our labels, accents folded. */
const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january jan januar janner januari janvier janv enero ene gennaio gen',
    'february feb februar februari fevrier fevr febrero febbraio',
    'march mar marz maerz mrz maart mrt mars marzo',
    'april apr avril avr abril abr aprile',
    'may mai mei mayo maggio mag',
    'june jun juni juin junio giugno giu',
    'july jul juli juillet juil julio luglio lug',
    'august aug augustus aout agosto ago',
    'september sep sept septembre septiembre settembre set',
    'october oct oktober okt octobre octubre ottobre ott',
    'november nov novembre noviembre',
    'december dec dezember dez decembre diciembre dic dicembre',
  ].flatMap((names, i) => names.split(' ').map((name) => [name, i + 1])),
)

const monthName = String.raw`(?<name>\p{L}{3,10})\.?`
const year = String.raw`(?<y>(?:19|20)\d{2}|\d{2})`

/** In order of trust: what an earlier pattern found, a later one does not find again. */
const patterns: readonly RegExp[] = [
  /(?<![\d.,/-])(?<y>(?:19|20)\d{2})\s?(?<sep>[-/.])\s?(?<m>\d{1,2})\s?\k<sep>\s?(?<d>\d{1,2})(?!\d|[.,/-]\d)/gu,
  /(?<![\d.,/-])(?<a>\d{1,2})\s?(?<sep>[-/.])\s?(?<b>\d{1,2})\s?\k<sep>\s?(?<y>(?:19|20)\d{2})(?!\d|\/\d|-\d(?!\d?:\d))/gu,
  new RegExp(
    String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|\.)?[\s.\-/]{0,2}(?:de |di )?${monthName}[\s.,\-/']{0,2}(?:de |del )?${year}(?!\d)`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})${monthName}\s?(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(?<y>(?:19|20)\d{2})(?!\d)`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})${monthName}\s?(?<d>\d{1,2})\s?[/'’]\s?(?<y>(?:19|20)\d{2}|\d{2})(?!\d)`,
    'giu',
  ),
  /(?<![\d.,/-])(?<a>\d{1,2})\s?(?<sep>[-/.])\s?(?<b>\d{1,2})\s?\k<sep>\s?(?<y>\d{2})(?!\d|[.,/-]\d)/gu,
]

/** A hyphen between two whole dates: “05/01/20-05/07/20”. */
const joinedDates =
  /(?<=\d[./]\d{1,2}[./](?:\d{4}|\d{2}))-(?=\d{1,2}[./]\d{1,2}[./]\d|\d{4}[./]\d)/g

/**
 * Every date printed in a text, by numbers or month names in six languages.
 * ISO is never reinterpreted; where day and month could be swapped, `order` decides and the other
 * reading is kept. Two-digit years belong to the hundred years that end next year as seen from `today`.
 */
export function findDates(text: string, order: DateOrder, today: string): FoundDate[] {
  const found: FoundDate[] = []
  const parted = text.replace(joinedDates, ' ')
  for (const pattern of patterns)
    for (const match of parted.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (found.some((date) => date.from < to && date.to > from)) continue
      const parsed = readDate(match.groups ?? {}, order, today)
      if (parsed) found.push({ ...parsed, from, to, raw: match[0] })
    }
  return found.sort((a, b) => a.from - b.from)
}

function readDate(
  parts: Record<string, string | undefined>,
  order: DateOrder,
  today: string,
): ParsedDate | null {
  const y = fullYear(parts.y ?? '', today)
  if (parts.name !== undefined) {
    const month = months[parts.name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
    return month ? only(isoDate(y, month, Number(parts.d))) : null
  }
  if (parts.m !== undefined) return only(isoDate(y, Number(parts.m), Number(parts.d)))
  const [a, b] = [Number(parts.a), Number(parts.b)]
  const readings = { dmy: isoDate(y, b, a), mdy: isoDate(y, a, b) }
  const other: DateOrder = order === 'dmy' ? 'mdy' : 'dmy'
  const value = readings[order] ?? readings[other]
  if (!value) return null
  const second = readings[order] && readings[other] !== value ? readings[other] : null
  return { value, other: second }
}

function only(value: string | null): ParsedDate | null {
  return value ? { value, other: null } : null
}

function fullYear(digits: string, today: string): number {
  if (digits.length === 4) return Number(digits)
  const next = Number(today.slice(0, 4)) + 1
  const year = Math.floor(next / 100) * 100 + Number(digits)
  return year > next ? year - 100 : year
}

/** `YYYY-MM-DD`, null when the calendar has no such day or it is before 1930 or after 2100. */
function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!exists || year < 1930 || year > 2100) return null
  return date.toISOString().slice(0, 10)
}

/**
 * Whether the dates of a document put the day first. A number above 12 tells; else `american` (its
 * currency and addresses) does. `certain` is false when nothing told.
 */
export function dateOrderOf(
  texts: Iterable<string>,
  american: boolean,
): { order: DateOrder; certain: boolean } {
  let dayFirst = 0
  let monthFirst = 0
  for (const text of texts)
    for (const { groups } of text.matchAll(
      /(?<![\d./-])(?<a>\d{1,2})(?<sep>[./-])(?<b>\d{1,2})\k<sep>(?:\d{4}|\d{2})(?![\d])/g,
    )) {
      const [a, b] = [Number(groups?.a), Number(groups?.b)]
      // A point between numbers is only ever used with the day first.
      if (groups?.sep === '.' || (a > 12 && b <= 12)) dayFirst++
      else if (b > 12 && a <= 12) monthFirst++
    }
  if (dayFirst !== monthFirst)
    return { order: dayFirst > monthFirst ? 'dmy' : 'mdy', certain: true }
  return { order: american ? 'mdy' : 'dmy', certain: false }
}
