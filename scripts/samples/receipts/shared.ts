import type { ReceiptItem, ReceiptSlip } from '../model.ts'
import { cents } from '../money.ts'
import type { Roll } from '../roll.ts'

/** An item as one writes it: what, how many, at what price, taxed at which rate. */
export function item(
  name: string,
  quantity: string,
  price: string,
  rate: string,
  unit?: string,
): ReceiptItem {
  return { name, quantity, price, rate, ...(unit === undefined ? {} : { unit }) }
}

/** Name, address and telephone, centred at the top. */
export function letterhead(roll: Roll, slip: ReceiptSlip, size = 1.5): void {
  roll.centre(slip.merchant, { size, bold: true, tag: 'company' })
  if (slip.subtitle !== undefined) roll.centre(slip.subtitle)
  for (const line of slip.address) roll.centre(line, { tag: 'address' })
  if (slip.phone !== undefined) roll.centre(slip.phone)
}

/** The tax office's number of the shop, centred. */
export function taxLine(roll: Roll, slip: ReceiptSlip, label: string): void {
  if (slip.taxId === undefined) return
  const start = (roll.columns - label.length - slip.taxId.length - 1) / 2
  roll.cells([
    { text: label, at: start },
    { text: slip.taxId, at: start + label.length + 1, tag: 'merchant_tax_id' },
  ])
}

/** How it was paid; in cash: what was handed over and what came back. */
export function paid(roll: Roll, slip: ReceiptSlip, change: string): void {
  const { method, given } = slip.payment
  const labelTag = 'payment_method'
  roll.pair(method, slip.amount(given === undefined ? slip.total : cents(given)), { labelTag })
  if (given !== undefined) roll.pair(change, slip.amount(cents(given) - slip.total))
}

/** The card terminal's own slip below the receipt. */
export function cardSlip(
  roll: Roll,
  slip: ReceiptSlip,
  words: { title: string; trace: string; amount: string; approved: string },
): void {
  if (slip.payment.card === undefined) return
  roll.gap(0.6)
  roll.centre(words.title)
  roll.pair('Terminal-ID', '99041827')
  roll.pair(words.trace, `00${slip.number.replace(/\D/g, '').slice(-4)}`)
  roll.pair(slip.payment.method, `**** **** **** ${slip.payment.card}`)
  roll.pair('AID', 'A0000000999010')
  roll.pair(words.amount, slip.money(slip.total))
  roll.centre(words.approved)
}
