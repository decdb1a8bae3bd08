import { findPhoneNumbersInText } from 'libphonenumber-js/min'

/** A telephone number or an address for e-mail in a text. */
export interface FoundContact {
  readonly value: string
  readonly raw: string
  readonly from: number
  readonly to: number
  /** The numbering plan of its country, or the form of the address, vouches for it. */
  readonly proven: boolean
}

/** An area code that begins with nought, or is set in brackets or apart as in North America. */
const national =
  /(?<![\p{L}\d.,/-])(?<!\d )(?:\(?0\d{1,5}\)?(?:[ /.-]{1,3}\d{2,8}){1,5}|\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}[-.]\d{3}[-.]\d{4})(?![\p{L}\d]|[.,/-]\d)/gu

const day = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/

/**
 * Telephone numbers: with a country code as E.164 (`+493055501171`), by libphonenumber’s numbering plans; without
 * one as the digits that are printed, since nothing on a page says for sure which country’s they are.
 */
export function findPhones(text: string): FoundContact[] {
  const international = findPhoneNumbersInText(text).map(({ number, startsAt, endsAt }) => ({
    value: number.number,
    raw: text.slice(startsAt, endsAt),
    from: startsAt,
    to: endsAt,
    proven: true,
  }))
  const local = [...text.matchAll(national)].map((match) => ({
    value: match[0].replace(/\D/g, ''),
    raw: match[0],
    from: match.index,
    to: match.index + match[0].length,
    proven: false,
  }))
  const isTaken = (found: FoundContact) =>
    international.some((other) => found.from < other.to && other.from < found.to)
  const isNumber = ({ value, raw }: FoundContact) =>
    value.length >= 7 && value.length <= 15 && !day.test(raw)
  return [...international, ...local.filter((found) => isNumber(found) && !isTaken(found))]
}

/** A local part, a domain of two parts and more; a full stop behind it ends the sentence. */
const address = /(?<![\p{L}\d@])[\p{L}\d][\p{L}\d._%+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}/gu

/** Addresses for e-mail, in small letters. */
export function findEmails(text: string): FoundContact[] {
  return [...text.matchAll(address)].map((match) => ({
    value: match[0].toLowerCase(),
    raw: match[0],
    from: match.index,
    to: match.index + match[0].length,
    proven: true,
  }))
}
