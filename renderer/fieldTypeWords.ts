import { type FieldType, fieldTypes } from '../workers/model.ts'

interface TypeWords {
  readonly words: string
  /** How such a value may be printed. */
  readonly example: string
}

/** What a person calls a type of value, with an example of one. */
export const fieldTypeWords: Record<FieldType, TypeWords> = {
  text: { words: 'Text', example: 'Annual service of the boiler' },
  name: { words: 'Name', example: 'Harbour & Finch Ltd' },
  address: { words: 'Address', example: '4 Quay Street, Bristol' },
  date: { words: 'Date', example: '31 March 2026' },
  time: { words: 'Time', example: '14:05' },
  amount: { words: 'Amount of money', example: '1,234.50' },
  number: { words: 'Number', example: '12.5' },
  percent: { words: 'Percentage', example: '19 %' },
  currency: { words: 'Currency', example: 'EUR' },
  identifier: { words: 'Number or code', example: 'INV-2026-0042' },
  iban: { words: 'IBAN', example: 'DE89 3704 0044 0532 0130 00' },
  bic: { words: 'BIC', example: 'COBADEFFXXX' },
  vat_id: { words: 'VAT number', example: 'DE123456788' },
  phone: { words: 'Telephone number', example: '+44 20 7946 0018' },
  email: { words: 'E-mail address', example: 'office@example.com' },
}

/** “Date, such as 31 March 2026”, for a list to choose from. */
export const fieldTypeChoices = fieldTypes.map((type) => ({
  value: type,
  label: `${fieldTypeWords[type].words}, such as ${fieldTypeWords[type].example}`,
}))

/** A type as a list of types gives it. */
export function typeOf(value: string): FieldType {
  return fieldTypes.find((type) => type === value) ?? 'text'
}
