import { type DateOrder, type FoundDate, findDates } from './date.ts'
import { asFigures } from './mendAmounts.ts'

/** A run of what figures and the strokes between them are read as, long enough for a date. */
const run =
  /(?<![\p{L}\p{N}/-])[\dOoQDIlSsBZ¢][\dOoQDIlSsBZ¢|/.,:;£'-]{5,9}[\dOoQDIlSsBZ¢](?![\p{L}\p{N}/])/gu

/** What a stroke between day, month and year is read as, beside itself. */
const misreadStroke = /[|lI17£,:;']/u
const stroke = /[-/.]/

/** More mended places than this and the date would be ours, not the paper’s. */
const mostMended = 2

/** Years that papers are of, seen from today. */
const oldest = 25

interface Parse {
  readonly text: string
  readonly mended: number
}

/**
 * Dates of a line read by OCR whose figures or strokes were misread: “01705/2016”, “27032018”, “2O/01/2018”,
 * “21-03-4018”. A date is given where the fewest mendings, two at most, leave one day of the calendar.
 */
export function findMisreadDates(text: string, order: DateOrder, today: string): FoundDate[] {
  return [...inFigures(text, order, today), ...byName(text, order, today)]
}

function inFigures(text: string, order: DateOrder, today: string): FoundDate[] {
  return [...text.matchAll(run)].flatMap((match): FoundDate[] => {
    const [raw] = match
    const parses = parsesOf(raw).sort((a, b) => a.mended - b.mended)
    const dates = parses.flatMap((parse) =>
      findDates(parse.text, order, today)
        .filter(({ value }) => isLikely(value, today))
        .map((date) => ({ ...date, mended: parse.mended })),
    )
    const least = dates.filter(({ mended }) => mended === dates[0]?.mended)
    const [first] = least
    if (!first || new Set(least.map(({ value }) => value)).size > 1) return []
    const { value, other } = first
    return [{ value, other, raw, from: match.index, to: match.index + raw.length }]
  })
}

/** Every way to take a run apart into day, month and year of four figures, or of two between plain strokes. */
function parsesOf(raw: string): Parse[] {
  const found: Parse[] = []
  for (const first of [2, 1])
    for (const gap of [1, 0])
      for (const second of [2, 1])
        for (const other of [1, 0]) {
          const yearAt = first + gap + second + other
          const [a, b] = [raw.slice(0, first), raw.slice(first + gap, first + gap + second)]
          const strokes = [raw.slice(first, first + gap), raw.slice(yearAt - other, yearAt)]
          const parse = parseOf(a, b, raw.slice(yearAt), strokes)
          // Without its stroke a day of one figure cannot be told from the month behind it.
          if (parse && (first + second === 4 || gap + other === 2)) found.push(parse)
        }
  return found
}

function parseOf(a: string, b: string, y: string, strokes: readonly string[]): Parse | null {
  const figures = [a, b, y].map(asFigures)
  const [day = '', month = '', year = ''] = figures
  if (!/^\d+$/.test(figures.join('')) || !(year.length === 4 || year.length === 2)) return null
  const costs = strokes.map((mark) =>
    stroke.test(mark) ? 0 : mark === '' || misreadStroke.test(mark) ? 1 : 9,
  )
  const lost = costs.reduce((sum: number, cost) => sum + cost, 0)
  if (year.length === 2 && lost > 0) return null
  const century = year.length === 4 && !/^(?:19|20)/.test(year) && year[1] === '0'
  const full = century ? `2${year.slice(1)}` : year
  const letters = [...(a + b + y)].filter((letter) => !/\d/.test(letter)).length
  const mended = lost + letters + (century ? 1 : 0)
  return mended > mostMended ? null : { text: `${day}/${month}/${full}`, mended }
}

function isLikely(iso: string, today: string): boolean {
  const year = Number(iso.slice(0, 4))
  const now = Number(today.slice(0, 4))
  return year > now - oldest && iso.slice(0, 7) <= `${now + 1}-${today.slice(5, 7)}`
}

const named =
  /(?<![\p{L}\p{N}])(?<d>[\dOoIlSB]{1,2})(?<one>[\s.\-/]{1,2})(?<name>\p{L}{3})(?<two>[\s.\-/,']{1,2})(?<y>[\dOoIliSB]{4})(?![\p{L}\p{N}])/gu

/** The first three letters of months as English, German, French, Spanish, Italian and Dutch papers print them. */
const shortMonths =
  'jan feb mar apr may jun jul aug sep oct nov dec mai okt dez ene abr ago dic gen mag giu lug set ott mrt mei'.split(
    ' ',
  )

/** “2O/JAN/2018”, “05 lan 2017”: a month of three letters one of which is misread, and letters for figures. */
function byName(text: string, order: DateOrder, today: string): FoundDate[] {
  return [...text.matchAll(named)].flatMap((match): FoundDate[] => {
    const { d = '', name = '', y = '' } = match.groups ?? {}
    const month = monthLike(name.toLowerCase())
    const [date] = month ? findDates(`${asFigures(d)} ${month} ${asFigures(y)}`, order, today) : []
    if (!date || !isLikely(date.value, today)) return []
    const [from, to] = [match.index, match.index + match[0].length]
    return [{ value: date.value, other: null, raw: match[0], from, to }]
  })
}

/** The only month that differs in no more than one letter. */
function monthLike(name: string): string | null {
  if (shortMonths.includes(name)) return name
  const alike = shortMonths.filter(
    (month) => [...month].filter((letter, i) => letter !== name[i]).length === 1,
  )
  return alike.length === 1 ? (alike[0] ?? null) : null
}
