import fs from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What is known about a document of the evaluation that lies beside the checkout. */
export interface Truth {
  /** Path within its set. */
  readonly file: string
  /** Documents of one vendor share it. */
  readonly vendor: string
  readonly valueOf: (field: string) => string | null
  /** The truth says nothing of this field. */
  readonly isSilent: (field: string) => boolean
}

interface Line {
  readonly file: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly normalized?: Readonly<Record<string, unknown>>
  readonly not_printed?: readonly string[]
  readonly absent_fields?: readonly string[]
  readonly group?: string
}

/** Where the evaluation stands; it is no part of the product. */
export const evaluation = fileURLToPath(new URL('../../../shared/eval', import.meta.url))

/** Names that receipts of the evaluation use for our fields. */
const ours: Readonly<Record<string, string>> = {
  merchant_name: 'company',
  merchant_address: 'address',
}

/** The documents of a set with their truth. */
export function truthsOf(set: string): Truth[] {
  const file = `${evaluation}/data/${set}/dev/truth.jsonl`
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line) => truthOf(JSON.parse(line) as Line))
}

/** What a line of a truth file says about its document. */
export function truthOf(line: Line): Truth {
  const known = (field: string) => ours[field] ?? field
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const vendor = line.fields.company ?? line.fields.seller_name ?? line.fields.advertiser
  return {
    file: line.file,
    vendor: fold(line.group ?? text(vendor) ?? line.file),
    valueOf: (field) =>
      line.absent_fields?.includes(known(field))
        ? null
        : (addressOf(line, field) ??
          text(line.normalized?.[known(field)] ?? line.fields[known(field)])),
    isSilent: (field) =>
      line.not_printed?.includes(known(field)) ||
      (addressOf(line, field) === null &&
        line.fields[known(field)] === undefined &&
        !line.absent_fields?.includes(known(field))),
  }
}

/** The parts of a party’s address, one a line, where the truth has them apart; null where it has not all. */
function addressOf({ fields, not_printed = [] }: Line, field: string): string | null {
  const party = /^(seller|buyer)_address$/.exec(field)?.[1]
  const names = ['street', 'postcode', 'city'].map((part) => `${party}_${part}`)
  const parts = names.map((name) => fields[name])
  if (names.some((name) => not_printed.includes(name))) return null
  return parts.every((part) => typeof part === 'string' && part !== '') ? parts.join('\n') : null
}

/** Whether a value is the wanted one, as the evaluation’s own scorer sees it. */
export function isSame(field: string, wanted: string, value: string): boolean {
  if (/date|^flight_/.test(field))
    return (isoOf(wanted) ?? fold(wanted)) === (isoOf(value) ?? fold(value))
  if (/total|amount|payable|charge/.test(field)) return amountOf(wanted) === amountOf(value)
  // An address is right with all of its parts; a country or a name may stand with them.
  if (wanted.includes('\n'))
    return wanted.split('\n').every((part) => fold(value).includes(fold(part)))
  return fold(wanted) === fold(value)
}

/** Letters and digits alone, in capitals: what the scorer compares of a text. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function isoOf(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null
}

function amountOf(text: string): string {
  return Number(text.replace(/[^\d.-]/g, '')).toFixed(2)
}
