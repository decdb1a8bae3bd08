import type { Word } from '../model.ts'
import { type DecimalMark, parseAmount } from './parse/amount.ts'
import { currencyPattern } from './parse/currency.ts'

/** A number as a cell shows it. `value` is for judging equations, never for reporting. */
export interface CellNumber {
  readonly value: number
  /** Digits that are printed behind the decimal mark. */
  readonly decimals: number
  readonly words: readonly Word[]
  /** The printed number without its currency, unit and percent sign. */
  readonly text: string
  /** A currency is printed beside it: it counts nothing. */
  readonly isMoney: boolean
}

const currencies = new RegExp(currencyPattern, 'gu')
/** One number: groups of three after a mark or a space, then decimals; two numbers never run together. */
const oneNumber =
  /(?<![\p{L}\d])[-–−(]?\s?(?:\d{1,3}(?:[.,'’ ]\d{3})+(?!\d)|\d+)(?:[.,]\d{1,4})?(?:[-–−)](?!\d)|[.,]-)?/u
/** What may stand beside the number of a cell that is nothing else: a unit, a tax code, a note in brackets. */
const besideNumber = /^[\s*:]*(?:\p{L}{1,4}[.²³]?)?\s*$/u

/** The first number of a cell; percentages count only where they are asked for. Null without any. */
export function numberIn(
  words: readonly Word[],
  decimal: DecimalMark | null,
  percent = false,
): CellNumber | null {
  const raw = words.map((word) => word.text).join(' ')
  if (!/\d/.test(raw)) return null
  const own = percent ? raw.replace(/%/g, '') : raw.replace(/[-–−]?\d+(?:[.,]\d+)? ?%/g, '')
  const text = oneNumber.exec(own.replace(currencies, '').trim())?.[0].trim()
  const parsed = text ? parseAmount(text, decimal) : null
  if (!text || !parsed) return null
  const decimals = /[.,](\d{1,4})\D*$/.exec(text)?.[1]?.length ?? 0
  const isGrouped = decimals === 3 && Number(parsed.value) >= 1000
  return {
    value: Number(parsed.value),
    decimals: isGrouped ? 0 : decimals,
    words,
    text,
    isMoney: raw.replace(currencies, '') !== raw,
  }
}

/** A short word with a colon, or anything in brackets: “(Net): 60,00”, “(Gross: 65,00)”. */
const labelBefore = /^\s*(?:\([^)\d]*\)|\(?\p{L}{1,12}\.?(?=\s?:))\s?:?/u

/**
 * Whether a cell is one number alone, with at most a currency, a short unit or a code beside it; when
 * `labelled`, also behind a short label of its own.
 */
export function isOneNumber(
  words: readonly Word[],
  decimal: DecimalMark | null,
  labelled = false,
): boolean {
  const number = numberIn(words, decimal)
  if (!number) return false
  const raw = words
    .map((word) => word.text)
    .join(' ')
    .replace(currencies, '')
  const rest = raw.replace(labelled ? labelBefore : /^\s*\([^)\d]*\)/, '')
  const at = rest.indexOf(number.text)
  if (at < 0) return false
  const behind = rest.slice(at + number.text.length)
  return rest.slice(0, at).trim() === '' && besideNumber.test(behind) && !/\d/.test(behind)
}

/** The number of a cell of numbers: none where words stand before it, as in “SKU 4711”. */
export function cellNumber(words: readonly Word[], decimal: DecimalMark | null): CellNumber | null {
  const number = numberIn(words, decimal)
  if (!number) return null
  const raw = words
    .map((word) => word.text)
    .join(' ')
    .replace(labelBefore, '')
  const before = raw.slice(0, raw.indexOf(number.text)).replace(currencies, '')
  return /\p{L}{2}/u.test(before) ? null : number
}
