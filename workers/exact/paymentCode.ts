import { isIban } from '../extraction/parse/identifier.ts'
import type { ExactSource, Fact } from '../model.ts'
import { amountIn, dateIn, type FactRow, type Facts, factsOf, numberIn, wordsIn } from './facts.ts'

/** What the text of a code states when it is a payment: EPC (Girocode) or Swiss QR-bill. Null for anything else. */
export function readPaymentCode(text: string): Omit<ExactSource, 'box'> | null {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim())
  const epc = readEpc(lines)
  if (epc) return { reader: 'qr', format: 'epc', ...epc }
  const swiss = readSwiss(lines)
  return swiss && { reader: 'qr', format: 'swiss_qr', ...swiss }
}

/** EPC069-12: twelve lines of which the last may be missing. */
function readEpc(lines: readonly string[]): Facts | null {
  const [head, version = '', coding = '', kind, bic, name, iban, amount, , reference, text] = lines
  if (head !== 'BCD' || !/^00[12]$/.test(version) || !/^[1-8]$/.test(coding)) return null
  if (!/^(?:SCT|INST)$/.test(kind ?? '')) return null
  const account = accountOf(iban)
  if (!account) return null
  const sum = /^([A-Z]{3})(\d+(?:\.\d{1,2})?)$/.exec(amount ?? '')
  const facts = factsOf({
    ...{ 'BT-84': account, 'BT-85': wordsIn(name), 'BT-86': wordsIn(bic) },
    ...{ 'BT-115': payable(sum?.[2]), 'BT-5': sum?.[1] ?? null },
    'BT-83': wordsIn(reference) ?? wordsIn(text),
  })
  return { facts, rows: [] }
}

/** Swiss payment standards 2.x: places of the lines that say something of the payment. */
const swiss = { iban: 3, name: 5, amount: 18, currency: 19, reference: 28, message: 29, bill: 31 }

function readSwiss(lines: readonly string[]): Facts | null {
  const line = (place: number) => wordsIn(lines[place])
  if (lines[0] !== 'SPC' || !/^02\d\d$/.test(lines[1] ?? '') || lines[30] !== 'EPD') return null
  const account = accountOf(lines[swiss.iban])
  if (!account || !/^(?:CH|LI)/.test(account)) return null
  const bill = readSwico(lines[swiss.bill] ?? '')
  const facts = factsOf({
    ...{ 'BT-84': account, 'BT-85': line(swiss.name), 'BT-115': payable(line(swiss.amount)) },
    ...{ 'BT-5': line(swiss.currency), 'BT-83': line(swiss.reference) ?? line(swiss.message) },
  })
  return { facts: [...facts, ...bill.facts], rows: bill.rows }
}

function accountOf(text: string | undefined): string | null {
  const iban = (text ?? '').replace(/\s/g, '').toUpperCase()
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) && isIban(iban) ? iban : null
}

/** A code over nothing is a notice, no payment. */
function payable(text: string | null | undefined): string | null {
  const amount = amountIn(text)
  return amount && Number(amount) > 0 ? amount : null
}

/** Swico S1: what the bill is for, as pairs of a number and a value between slashes. */
function readSwico(text: string): Facts {
  if (!text.startsWith('//S1/')) return { facts: [], rows: [] }
  const parts = text.slice(5).split(/(?<!\\)\//)
  const values = new Map<string, string>()
  for (let at = 0; at + 1 < parts.length; at += 2)
    values.set(parts[at] ?? '', (parts[at + 1] ?? '').replace(/\\(.)/g, '$1'))
  const vat = /^(?:CHE)?(\d{9})$/.exec(values.get('30')?.replace(/[-.]/g, '') ?? '')
  return {
    facts: factsOf({
      'BT-1': wordsIn(values.get('10')),
      'BT-2': shortDate(values.get('11')),
      'BT-10': wordsIn(values.get('20')),
      'BT-31': vat ? `CHE${vat[1]}` : null,
      'BT-72': shortDate(values.get('31')),
    }),
    rows: ratesOf(values.get('32') ?? ''),
  }
}

/** `190512`; two of them are a period and no day. */
function shortDate(text: string | undefined): string | null {
  return /^\d{6}$/.test(text ?? '') ? dateIn(`20${text}`) : null
}

/** `8.1:553.39;2.6:100` are rates and what they are taken of; a rate alone says no amount. */
function ratesOf(text: string): FactRow[] {
  return text.split(';').flatMap((pair): FactRow[] => {
    const [rate, basis] = pair.split(':')
    const facts: Fact[] = factsOf({ 'BT-119': numberIn(rate), 'BT-116': amountIn(basis) })
    return facts.length === 2 ? [{ group: 'BG-23', facts }] : []
  })
}
