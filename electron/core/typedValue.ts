import { AppError } from '../../workers/errors.ts'
import { parseAmount } from '../../workers/extraction/parse/amount.ts'
import { currencyOf } from '../../workers/extraction/parse/currency.ts'
import { findDates } from '../../workers/extraction/parse/date.ts'
import type { FieldType } from '../../workers/model.ts'

/** How values of a type are kept; null says that the text is none. Other types are kept as typed. */
const kept: Partial<Record<FieldType, (text: string) => string | null>> = {
  amount: (text) => {
    const own = decimal(text)
    if (own === null) return parseAmount(withoutCurrency(text), null)?.value ?? null
    const [whole, fraction = ''] = own.split('.')
    return `${whole}.${fraction.padEnd(2, '0')}`
  },
  number: (text) => decimal(text) ?? parseAmount(text, null)?.value ?? null,
  percent: (text) => {
    const number = text.replace(/\s*%$/, '')
    return decimal(number) ?? parseAmount(number, null)?.value ?? null
  },
  date: (text) => {
    const [found, ...others] = findDates(text, 'dmy', '2100-01-01')
    // Day and month could be swapped: a person who settles a document should not leave that open.
    return found && others.length === 0 && found.raw === text && !found.other ? found.value : null
  },
  currency: (text) => currencyOf(text) ?? (/^[a-z]{3}$/i.test(text) ? text.toUpperCase() : null),
  iban: (text) => text.replace(/\s/g, '').toUpperCase(),
  bic: (text) => text.replace(/\s/g, '').toUpperCase(),
}

const asked: Partial<Record<FieldType, string>> = {
  amount: 'an amount, such as 1234.50',
  number: 'a number, such as 2 or 1.5',
  percent: 'a percentage, such as 19 or 7.5',
  date: 'a date that can be read in only one way, such as 2026-05-04',
  currency: 'a currency, such as EUR',
}

/** What a person typed, in the form in which values of this type are kept. Throws invalid_input. */
export function typedValue(field: { type: FieldType; label: string }, typed: string): string {
  const text = typed.replace(/\s+/g, ' ').trim()
  const keep = kept[field.type]
  if (!keep) return text
  const value = keep(text)
  if (value !== null) return value
  const problem = `“${text}” is not ${asked[field.type]} (${field.label}).`
  throw new AppError('invalid_input', { problem })
}

/** A number as we write it ourselves is never reinterpreted: 1.234 is not a thousand. */
function decimal(text: string): string | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null
}

function withoutCurrency(text: string): string {
  return text.replace(/^[^\d(+-]+|[^\d)-]+$/g, '')
}
