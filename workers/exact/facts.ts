import type { ExactSource, Fact } from '../model.ts'

/** An e-invoice’s facts before it is known what they are read from. */
export type Facts = Pick<ExactSource, 'facts' | 'rows'>
export type FactRow = ExactSource['rows'][number]

/** Facts of those terms that have a value; what is absent or empty is no fact. */
export function factsOf(values: Readonly<Record<string, string | null>>): Fact[] {
  return Object.entries(values).flatMap(([term, value]) => (value ? [{ term, value }] : []))
}

/** A text with white space collapsed; null when there is none. */
export function wordsIn(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null
}

/** A decimal number with at least two decimals, as amounts are kept; null for anything else. */
export function amountIn(text: string | null | undefined): string | null {
  const number = numberIn(text)
  if (number === null) return null
  const [whole = '', fraction = ''] = number.split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}

/** A decimal number without trailing zeros; null for anything else. */
export function numberIn(text: string | null | undefined): string | null {
  const match = /^([+-]?)0*(\d{1,15})(?:\.(\d*))?$/.exec(text?.trim() ?? '')
  if (!match) return null
  const [, sign, whole, fraction = ''] = match
  const digits = fraction.slice(0, 10).replace(/0+$/, '')
  const value = digits ? `${whole}.${digits}` : (whole ?? '')
  return sign === '-' && /[1-9]/.test(value) ? `-${value}` : value
}

/** ISO date of `2024-03-05`, `20240305` and either with a time behind it; null when no calendar has it. */
export function dateIn(text: string | null | undefined): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d(?!\d{3}))/.exec(text?.trim() ?? '')
  if (!match) return null
  const iso = `${match[1]}-${match[2]}-${match[3]}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** Street, place and the like as one line, as addresses are kept. */
export function addressOf(
  street: readonly (string | null)[],
  postcode: string | null,
  place: string | null,
): string | null {
  const town = wordsIn(`${postcode ?? ''} ${place ?? ''}`)
  return [...street, town].filter(Boolean).join(', ') || null
}
