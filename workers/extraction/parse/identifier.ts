import { isVatId } from './isVatId.ts'

/** IBAN lengths by country (ISO 13616 registry). */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  XK: 20,
}

export interface FoundIdentifier {
  readonly value: string
  readonly raw: string
  readonly from: number
  readonly to: number
  /** Its check digits hold. */
  readonly proven: boolean
}

/**
 * IBANs in a text, printed in groups or as one. Only lengths that the country has; `proven` by
 * mod 97 (ISO 13616). The value has no spaces. One that is proven is never hidden by a look-alike
 * that begins before it (“VAT DE123456789 IBAN DE89 …”).
 */
export function findIbans(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = []
  const pattern = /(?<![\p{L}\p{N}])[A-Z]{2} ?\d{2}(?: {0,2}[A-Z0-9]){11,30}/gu
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    pattern.lastIndex = match.index + 1
    const length = ibanLengths[match[0].slice(0, 2)]
    if (!length) continue
    const raw = firstLetters(match[0], length)
    const value = raw.replace(/\s/g, '')
    if (value.length !== length) continue
    const to = match.index + raw.length
    found.push({ value, raw, from: match.index, to, proven: isIban(value) })
  }
  return found.filter(
    (iban) =>
      iban.proven ||
      !found.some((other) => other !== iban && other.from < iban.to && other.to > iban.from),
  )
}

/** The start of a text that holds so many characters other than spaces. */
function firstLetters(text: string, count: number): string {
  let seen = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== ' ') seen++
    if (seen === count) return text.slice(0, i + 1)
  }
  return text
}

/** Whether the check digits of an IBAN hold (mod 97 gives 1). */
export function isIban(value: string): boolean {
  const moved = value.slice(4) + value.slice(0, 4)
  let rest = 0
  for (const letter of moved) {
    const digits = String(Number.parseInt(letter, 36))
    rest = Number(`${rest}${digits}`) % 97
  }
  return rest === 1
}

/** Shapes of VAT ids by country, without spaces and points. */
const vatShapes = new RegExp(
  `^(?:${[
    'ATU\\d{8}',
    'BE[01]\\d{9}',
    'BG\\d{9,10}',
    'CY\\d{8}[A-Z]',
    'CZ\\d{8,10}',
    'DE\\d{9}',
    'DK\\d{8}',
    'EE\\d{9}',
    'EL\\d{9}',
    'ES[A-Z0-9]\\d{7}[A-Z0-9]',
    'FI\\d{8}',
    'FR[A-HJ-NP-Z0-9]{2}\\d{9}',
    'GB(?:\\d{9}|\\d{12}|GD\\d{3})',
    'HR\\d{11}',
    'HU\\d{8}',
    'IE\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}',
    'IT\\d{11}',
    'LT(?:\\d{9}|\\d{12})',
    'LU\\d{8}',
    'LV\\d{11}',
    'MT\\d{8}',
    'NL\\d{9}B\\d{2}',
    'PL\\d{10}',
    'PT\\d{9}',
    'RO\\d{2,10}',
    'SE\\d{12}',
    'SI\\d{8}',
    'SK\\d{10}',
    'XI\\d{9}',
    'CHE\\d{9}(?:MWST|TVA|IVA)?',
    'NO\\d{9}(?:MVA)?',
  ].join('|')})$`,
)

/** Whether a value without spaces and points looks like a VAT id of some country. */
export function hasVatShape(value: string): boolean {
  return vatShapes.test(value)
}

/**
 * VAT ids of European shape in a text, with or without spaces and points; the value has none. Those whose
 * check digits fail are found as well: specimens have made-up ones, and some countries have none.
 */
export function findVatIds(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = []
  const pattern =
    /(?<![\p{L}\p{N}])(?:CHE|AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|NO)[-. ]{0,2}[A-Z0-9](?:[-. ]?[A-Z0-9+*]){5,15}(?![\p{L}\p{N}])/gu
  for (const match of text.matchAll(pattern)) {
    // The next word may have been drawn in: give up words from the end until a country's shape fits.
    for (let raw = match[0]; raw.length >= 8; raw = raw.replace(/[-. ]?[^-. ]+$/, '')) {
      const value = raw.replace(/[-. ]/g, '')
      if (!hasVatShape(value)) {
        if (!/[-. ]/.test(raw)) break
        continue
      }
      const to = match.index + raw.length
      found.push({ value, raw, from: match.index, to, proven: isVatId(value) })
      break
    }
  }
  return found
}

/** SWIFT/BIC codes (ISO 9362): bank, country, place and an optional branch. */
export function findBics(text: string): FoundIdentifier[] {
  return [
    ...text.matchAll(
      /(?<![\p{L}\p{N}])[A-Z]{4}(?<country>[A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![\p{L}\p{N}])/gu,
    ),
  ]
    .filter(
      (match) => (match.groups?.country ?? '') in ibanLengths || match.groups?.country === 'US',
    )
    .map((match) => ({
      value: match[0],
      raw: match[0],
      from: match.index,
      to: match.index + match[0].length,
      // A word in capitals has the shape as well; one with a digit or a branch is hardly chance.
      proven: /\d/.test(match[0]) || match[0].endsWith('XXX'),
    }))
}

/**
 * Runs that could be a number somebody gave to a document: at least one digit, letters, and the
 * marks that such numbers use. Leading zeros and case stay.
 */
export function findReferences(text: string): FoundIdentifier[] {
  const pattern =
    /(?<![\p{L}\p{N}])#?(?<value>[\p{L}\p{N}](?:[\p{L}\p{N}]|[-/._+:](?=[\p{L}\p{N}]))*)/gu
  return [...text.matchAll(pattern)]
    .filter((match) => /\d/.test(match[0]) && match[0].length <= 40)
    .map((match) => {
      const value = match.groups?.value ?? match[0]
      const to = match.index + match[0].length
      return { value, raw: value, from: to - value.length, to, proven: false }
    })
}
