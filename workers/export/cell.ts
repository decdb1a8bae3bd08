import { isRealDate } from './dateSerial.ts'
import type { DecimalMark, ThousandsMark } from './layoutChoices.ts'
import type { ResultField } from './record.ts'

/** What stands in one place of a table. */
export type Cell = (
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** A decimal string, exact; `decimals` is how many to show, null as many as there are. */
  | {
      readonly kind: 'number'
      readonly decimal: string
      readonly decimals: number | null
      /** ISO 4217, of an amount whose currency is known. */
      readonly currency?: string
      /** The marks that a column layout asks for; a null mark is that of the dialect. */
      readonly written?: {
        readonly mark: DecimalMark | null
        readonly thousands: ThousandsMark
      }
    }
  | {
      readonly kind: 'date'
      readonly iso: string
      /** As a column layout writes it (formatDate.ts); left out: ISO. */
      readonly pattern?: string
      /** Written so it is figures with a zero in front, which must stay. */
      readonly isLikeId?: boolean
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** To a place beside the export. */
  | { readonly kind: 'link'; readonly text: string; readonly target: string }
  /** A PNG file, shown so large, in points. */
  | { readonly kind: 'picture'; readonly file: string; readonly size: readonly [number, number] }
) & {
  /** A person should look at it; the note says why. */
  readonly isMarked?: boolean
  readonly note?: string
}

export const empty: Cell = { kind: 'empty' }

export function textCell(text: string | null): Cell {
  return text === null || text === '' ? empty : { kind: 'text', text: printable(text) }
}

export function booleanCell(value: boolean | null): Cell {
  return value === null ? empty : { kind: 'boolean', value }
}

export function countCell(value: number | null): Cell {
  return value === null ? empty : { kind: 'number', decimal: String(value), decimals: null }
}

/** A measure with its noise cut off: four decimals for a confidence, two for points. */
export function measureCell(value: number | null, decimals: number): Cell {
  return value === null ? empty : countCell(rounded(value, decimals))
}

export function rounded(value: number, decimals: number): number {
  // `+ 0` turns -0 into 0.
  return Number(value.toFixed(decimals)) + 0
}

/** A field's value with the type that the field has; what does not fit its type stays text. */
export function valueCell(field: ResultField, currency: string | null): Cell {
  const { type, value } = field
  if (value === null) return empty
  if (type === 'date' && isRealDate(value)) return { kind: 'date', iso: value }
  if (isDecimal(value)) {
    if (type === 'amount')
      return {
        ...{ kind: 'number', decimal: value, decimals: shownDecimals(value, currency) },
        ...(isCurrency(currency) && { currency }),
      }
    if (type === 'number' || type === 'percent')
      return { kind: 'number', decimal: value, decimals: null }
  }
  return textCell(value)
}

// "007" is somebody's number, not seven.
function isDecimal(value: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)
}

/** As many as the currency has, more where a unit price uses more: 0.1250 shows 0.125. */
function shownDecimals(decimal: string, currency: string | null): number {
  const used = /\.(\d*[1-9])0*$/.exec(decimal)?.[1]?.length ?? 0
  return Math.max(currencyDecimals(currency), used)
}

function isCurrency(text: string | null): text is string {
  return text !== null && /^[A-Z]{3}$/.test(text)
}

function currencyDecimals(currency: string | null): number {
  if (!isCurrency(currency)) return 2
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/**
 * Text without what XML 1.0 forbids, for CSV too: a NUL or half a surrogate pair stops the programs
 * that people open these files with.
 */
export function printable(text: string): string {
  // With the flag u, \p{Cs} meets only halves of pairs that stand alone.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
}
