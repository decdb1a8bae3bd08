import { heightOf, median } from '../layout/geometry.ts'
import { linesOf } from '../layout/lines.ts'
import { type LineText, lineTextOf } from '../layout/lineText.ts'
import type { Page } from '../model.ts'
import { type DecimalMark, decimalMarkOf } from './parse/amount.ts'
import { findCurrencies, isWhole } from './parse/currency.ts'
import { type DateOrder, dateOrderOf } from './parse/date.ts'

/** The pages of one document as everything after wants them: lines, and the habits they share. */
export interface Reading {
  readonly pages: readonly Page[]
  /** Of all pages, in reading order. */
  readonly lines: readonly LineText[]
  readonly linesByPage: ReadonlyMap<number, readonly LineText[]>
  /** Points; the usual height of a word. */
  readonly wordHeight: number
  readonly language: string | null
  readonly decimal: DecimalMark | null
  /** Its amounts are printed with two decimals, at least three of them. */
  readonly hasDecimals: boolean
  /** False where an amount stands in a currency of whole units, such as yen or forint. */
  readonly currencyHasDecimals: boolean
  readonly dateOrder: DateOrder
  /** False when no date told which comes first, the day or the month. */
  readonly dateOrderCertain: boolean
  /** ISO date of the run. */
  readonly today: string
}

/** Lays the pages out and infers, from all of them together, language, decimal mark and date order. */
export function readingOf(pages: readonly Page[], today: string): Reading {
  const lines = pages.flatMap((page) => linesOf(page).map(lineTextOf))
  const texts = lines.map((line) => line.text)
  const language = mostOf(pages.map((page) => page.language))
  const { order, certain } = dateOrderOf(texts, looksAmerican(texts))
  return {
    pages,
    lines,
    linesByPage: Map.groupBy(lines, ({ line }) => line.page),
    wordHeight: median(pages.flatMap((page) => page.words.map((word) => heightOf(word.box)))) || 10,
    language,
    decimal: decimalMarkOf(texts),
    hasDecimals: texts.filter((text) => /\d[.,]\d{2}(?![\d.,])/.test(text)).length >= 3,
    currencyHasDecimals: !texts.some((text) =>
      findCurrencies(text).some(({ value, strong }) => strong && isWhole(value)),
    ),
    dateOrder: order,
    dateOrderCertain: certain || putsDayFirst(texts, language),
    today,
  }
}

/** Outside English, and outside the countries of the dollar, only the day stands first. */
function putsDayFirst(texts: readonly string[], language: string | null): boolean {
  if (language !== null && language !== 'en') return true
  const strong = texts.flatMap((text) => findCurrencies(text)).filter((currency) => currency.strong)
  return strong.length > 0 && strong.every(({ value }) => !monthFirstCurrencies.has(value))
}

/** Where the month may stand first; a bare dollar sign is taken for one of these. */
const monthFirstCurrencies = new Set(['USD', 'CAD', 'PHP'])

/** The same document as its pages were read in other ways; of each only the pages that were. */
export function otherReadings({ pages, today }: Reading): Reading[] {
  const most = Math.max(0, ...pages.map(({ others }) => others?.length ?? 0))
  return Array.from({ length: most }, (_, i) =>
    readingOf(
      pages.flatMap((page) => {
        const words = page.others?.[i]
        return words ? [{ ...page, words }] : []
      }),
      today,
    ),
  )
}

const stateAndZip =
  /\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),?\s+\d{5}(?:-\d{4})?\b/

/** Dollars, and a state with a zip code: the two marks of an American paper that others lack. */
function looksAmerican(texts: readonly string[]): boolean {
  const zip = texts.some((text) => stateAndZip.test(text))
  const currencies = texts.flatMap((text) => findCurrencies(text).map((currency) => currency.value))
  return zip && (currencies.length === 0 || currencies.includes('USD'))
}

function mostOf(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
