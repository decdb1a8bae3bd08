import type { ReceiptSlip } from '../model.ts'
import type { Roll } from '../roll.ts'
import { cardSlip, letterhead, taxLine } from './shared.ts'

type Draw = (roll: Roll, slip: ReceiptSlip) => void

/** A petrol station: label and value rows, litres and price, tax below. */
export function fuel(o: {
  title: string
  taxIdLabel: string
  words: {
    number: string
    date: string
    time: string
    pump: string
    product: string
    litres: string
    price: string
    net: string
    tax: (rate: string) => string
    total: string
    payment: string
  }
  pump: string
  card: Parameters<typeof cardSlip>[2]
  thanks: readonly string[]
}): Draw {
  return (roll, slip) => {
    letterhead(roll, slip, 1.5)
    taxLine(roll, slip, o.taxIdLabel)
    roll.rule('=')
    roll.centre(o.title, { bold: true })
    roll.pair(o.words.number, slip.number)
    roll.pair(o.words.date, slip.day, { tag: 'date' })
    roll.pair(o.words.time, slip.hour, { tag: 'time' })
    roll.pair(o.words.pump, o.pump)
    roll.rule('-')
    slip.items.forEach((item, index) => {
      roll.pair(o.words.product, item.name)
      roll.pair(o.words.litres, slip.decimal(item.quantity))
      roll.pair(o.words.price, slip.decimal(item.price))
      if (slip.items.length > 1) roll.pair('', slip.amount(slip.amounts[index] ?? 0))
    })
    roll.rule('-')
    roll.pair(o.words.net, slip.money(slip.net), { tag: 'subtotal' })
    for (const tax of slip.taxes)
      roll.pair(o.words.tax(slip.decimal(tax.rate)), slip.money(tax.tax), { tag: 'tax_total' })
    roll.pair(o.words.total, slip.money(slip.total), { size: 1.45, bold: true, tag: 'total' })
    roll.gap(0.4)
    roll.pair(o.words.payment, slip.payment.method, { tag: 'payment_method' })
    cardSlip(roll, slip, o.card)
    roll.gap(0.6)
    for (const line of o.thanks) roll.centre(line)
  }
}

/** A car park's ticket: from, until, what it cost, in few and large words. */
export function parking(o: {
  title: string
  from: readonly [string, string]
  until: string
  duration: readonly [string, string]
  total: string
  tax: (rate: string) => string
  payment: string
  thanks: readonly string[]
}): Draw {
  return (roll, slip) => {
    roll.centre('P', { size: 3, bold: true })
    letterhead(roll, slip, 1.2)
    roll.gap(0.5)
    roll.centre(o.title, { bold: true })
    roll.pair(o.from[0], o.from[1])
    roll.cells([
      { text: o.until, at: 0 },
      { text: slip.day, at: roll.columns - 6, align: 'right', tag: 'date' },
      { text: slip.hour, at: roll.columns, align: 'right', tag: 'time' },
    ])
    roll.pair(o.duration[0], o.duration[1])
    roll.rule('-')
    slip.items.forEach((item, index) => {
      roll.pair(item.name, slip.amount(slip.amounts[index] ?? 0))
    })
    roll.pair(o.total, slip.money(slip.total), { size: 1.3, bold: true, tag: 'total' })
    for (const tax of slip.taxes)
      roll.pair(o.tax(slip.decimal(tax.rate)), slip.money(tax.tax), { tag: 'tax_total' })
    roll.pair(o.payment, slip.payment.method, { tag: 'payment_method' })
    roll.rule('-')
    for (const line of o.thanks) roll.centre(line)
  }
}
