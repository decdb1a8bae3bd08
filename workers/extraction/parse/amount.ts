export type DecimalMark = '.' | ','

export interface ParsedAmount {
  /** Decimal string with a point, at least two decimals: `-1234.50`. */
  readonly value: string
  /** The same in units of 1/10000, for exact sums. */
  readonly units: bigint
  /** Decimals were printed. */
  readonly hasDecimals: boolean
  /** How surely the separators were understood: `certain` unless one mark before three digits decided. */
  readonly reading: 'certain' | 'by_locale'
}

/** A number as printed: grouped, or with decimals, or plain; sign before, behind or as parentheses. */
const printed =
  /^(?<open>\()?\s*(?<sign>[-–−+])?\s*(?<digits>\d[\d.,'’\u00A0\u2009\u202F ]*?)(?:[.,][-–—]{1,2})?\s*(?<after>[-–−]|CR)?\s*(?<close>\))?$/u

/**
 * Reads a printed amount or number, without its currency.
 * Rules: where points and commas both occur, the last one is the decimal mark; a mark that repeats is
 * a thousands mark; one mark before exactly three digits is what `decimal` (the document's habit) says;
 * apostrophes and spaces only ever group. Returns null for anything else.
 */
export function parseAmount(text: string, decimal: DecimalMark | null): ParsedAmount | null {
  const match = printed.exec(text.trim())
  const groups = match?.groups
  if (!groups?.digits) return null
  const split = splitDigits(groups.digits.replace(/['’\s]/gu, ''), decimal)
  if (!split) return null
  const { whole, fraction, reading } = split
  if (whole.length > 15 || fraction.length > 4) return null
  const negative = groups.sign !== undefined && groups.sign !== '+'
  const isNegative = negative || groups.after !== undefined || Boolean(groups.open && groups.close)
  const units = BigInt(whole + fraction.padEnd(4, '0')) * (isNegative ? -1n : 1n)
  return { value: decimalString(units), units, hasDecimals: fraction.length > 0, reading }
}

interface Split {
  readonly whole: string
  readonly fraction: string
  readonly reading: ParsedAmount['reading']
}

function splitDigits(digits: string, decimal: DecimalMark | null): Split | null {
  const marks = [...digits].filter((letter) => letter === '.' || letter === ',')
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0) return { whole: digits, fraction: '', reading: 'certain' }
  const [before, after] = [digits.slice(0, last), digits.slice(last + 1)]
  const mark = digits[last]
  const grouped: Split = { whole: digits.replace(/[.,]/g, ''), fraction: '', reading: 'certain' }
  const split: Split = { whole: before.replace(/[.,]/g, ''), fraction: after, reading: 'certain' }

  if (after === '') return { ...grouped, whole: before.replace(/[.,]/g, '') }
  if (new Set(marks).size === 2) return before.includes(mark as string) ? null : split
  if (marks.length > 1) {
    if (/^\d{1,3}([.,]\d{3})+$/.test(digits)) return grouped
    return /^\d{1,3}([.,]\d{3})*$/.test(before) && after.length <= 2 ? split : null
  }
  if (after.length !== 3 || before.length > 3 || /^0\d*$/.test(before)) return split
  return { ...(decimal === mark ? split : grouped), reading: 'by_locale' }
}

/** Units of 1/10000 as a decimal string with two to four decimals. */
export function decimalString(units: bigint): string {
  const negative = units < 0n
  const digits = String(negative ? -units : units).padStart(5, '0')
  const fraction = digits.slice(-4).replace(/0{1,2}$/, '')
  return `${negative ? '-' : ''}${digits.slice(0, -4)}.${fraction}`
}

/** A decimal string in units of 1/10000; null when it is none. */
export function unitsOf(value: string | null | undefined): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(value ?? '')
  if (!match) return null
  const units = BigInt((match[2] ?? '') + (match[3] ?? '').padEnd(4, '0'))
  return match[1] ? -units : units
}

/** Which mark the numbers of a document use for decimals; null when they do not tell. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | null {
  let comma = 0
  let point = 0
  const vote = (mark: string, weight: number) => {
    if (mark === ',') comma += weight
    else point += weight
  }
  for (const text of texts)
    for (const [number] of text.matchAll(/(?<![\d.,])\d+(?:[.,'’]\d+)+(?![\d.,]\d)/g)) {
      const both = /([.,'’])\d{3}([.,])\d{1,2}$/.exec(number)
      if (both && both[1] !== both[2]) vote(both[2] as string, 6)
      // Two marks are as likely a date as a number; only one before one or two digits votes.
      else if (/^\d+[.,]\d{2}$/.test(number)) vote(number.at(-3) as string, 1.5)
      else if (/^[1-9]\d{0,2}([.,]\d{3})+$/.test(number))
        vote(number.includes('.') ? ',' : '.', 0.7)
    }
  if (Math.abs(comma - point) < 1) return null
  return comma > point ? ',' : '.'
}
