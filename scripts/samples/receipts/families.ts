import type { ReceiptSlip } from '../model.ts'
import type { Roll } from '../roll.ts'
import { taxCode } from '../slip.ts'
import { cardSlip, letterhead, paid, taxLine } from './shared.ts'

type Draw = (roll: Roll, slip: ReceiptSlip) => void

/** A till with tax letters: quantity rows, letters A and B, a tax table by letter, the date at the foot. */
export function coded(o: {
  taxIdLabel: string
  currency: string
  total: string
  change: string
  head: readonly [string, string, string, string]
  sum?: string
  stamp: (slip: ReceiptSlip) => readonly [string, string]
  card?: Parameters<typeof cardSlip>[2]
  thanks: readonly string[]
  quantityFirst?: boolean
}): Draw {
  return (roll, slip) => {
    letterhead(roll, slip)
    taxLine(roll, slip, o.taxIdLabel)
    roll.gap(0.5)
    roll.cells([{ text: o.currency, at: roll.columns - 2, align: 'right' }])
    slip.items.forEach((item, index) => {
      const many = item.quantity !== '1'
      const count = `${slip.decimal(item.quantity)}${item.unit ?? ''} x ${slip.decimal(item.price)}`
      if (many && o.quantityFirst) roll.left(`  ${count}`)
      roll.cells([
        { text: item.name, at: 0 },
        { text: slip.amount(slip.amounts[index] ?? 0), at: roll.columns - 2, align: 'right' },
        { text: taxCode(slip, item.rate), at: roll.columns, align: 'right' },
      ])
      if (many && !o.quantityFirst) roll.left(`   ${count}`)
    })
    roll.rule('-')
    if (o.sum !== undefined) roll.pair(o.sum, slip.amount(slip.sum))
    roll.pair(o.total, slip.amount(slip.total), { size: 1.35, bold: true, tag: 'total' })
    roll.rule('=')
    paid(roll, slip, o.change)
    roll.gap(0.5)
    const stops = [0, 0.46, 0.72, 1].map((part) => part * roll.columns)
    roll.cells(
      o.head.map((text, index) => ({
        text,
        at: stops[index] ?? 0,
        align: index === 0 ? 'left' : 'right',
      })),
    )
    for (const row of slip.taxes)
      roll.cells([
        { text: `${row.code}  ${slip.decimal(row.rate)}%`, at: 0 },
        { text: slip.amount(row.basis), at: stops[1] ?? 0, align: 'right' },
        {
          text: slip.amount(row.tax),
          at: stops[2] ?? 0,
          align: 'right',
          ...(slip.taxes.length === 1 ? { tag: 'tax_total' } : {}),
        },
        { text: slip.amount(row.gross), at: stops[3] ?? 0, align: 'right' },
      ])
    if (o.card !== undefined) cardSlip(roll, slip, o.card)
    roll.gap(0.6)
    const [before, between] = o.stamp(slip)
    roll.cells([
      { text: before, at: 0 },
      { text: slip.day, at: roll.columns * 0.5, tag: 'date' },
      { text: `${slip.hour}${between}`, at: roll.columns, align: 'right', tag: 'time' },
    ])
    for (const line of o.thanks) roll.centre(line)
  }
}

/** A café or shop in Britain, Ireland or the US: date at the top, subtotal, tax, total, cash and change. */
export function classic(o: {
  heading?: string
  taxIdLabel?: string
  date: string
  time: string
  receipt: string
  subtotal: string
  tax: (rate: string) => string
  total: string
  tip?: string
  change: string
  card?: Parameters<typeof cardSlip>[2]
  thanks: readonly string[]
}): Draw {
  return (roll, slip) => {
    letterhead(roll, slip, 1.6)
    taxLine(roll, slip, o.taxIdLabel ?? '')
    roll.gap(0.5)
    if (o.heading !== undefined) roll.centre(o.heading, { bold: true })
    roll.cells([
      { text: o.date, at: 0 },
      { text: slip.day, at: o.date.length + 1, tag: 'date' },
      { text: slip.hour, at: roll.columns, align: 'right', tag: 'time' },
    ])
    roll.left(`${o.receipt} ${slip.number}`)
    roll.rule('-')
    slip.items.forEach((item, index) => {
      const label =
        item.quantity === '1' ? item.name : `${slip.decimal(item.quantity)} ${item.name}`
      roll.pair(label, slip.amount(slip.amounts[index] ?? 0))
      if (item.quantity !== '1') roll.left(`    @ ${slip.decimal(item.price)}${item.unit ?? ''}`)
    })
    roll.rule('-')
    roll.pair(o.subtotal, slip.amount(slip.taxOnTop ? slip.sum : slip.net), { tag: 'subtotal' })
    for (const row of slip.taxes) {
      if (row.rate === '0') continue
      roll.pair(
        o.tax(row.rate),
        slip.amount(row.tax),
        slip.taxes.filter((tax) => tax.rate !== '0').length === 1 ? { tag: 'tax_total' } : {},
      )
    }
    if (slip.tip !== undefined) roll.pair(o.tip ?? 'Tip', slip.tip, { tag: 'tip' })
    roll.pair(o.total, slip.money(slip.total), { size: 1.5, bold: true, tag: 'total' })
    roll.gap(0.4)
    paid(roll, slip, o.change)
    if (o.card !== undefined) cardSlip(roll, slip, o.card)
    roll.gap(0.8)
    for (const line of o.thanks) roll.centre(line)
    roll.barcode(slip.number.replace(/\D/g, '').padStart(12, '4'))
  }
}

/** A restaurant's note: columns for quantity, dish, price and sum; table and covers; tax below the total. */
export function restaurant(o: {
  title: string
  taxIdLabel: string
  table: string
  head: readonly [string, string, string, string]
  net: string
  tax: (rate: string) => string
  total: string
  change: string
  date: string
  thanks: readonly string[]
}): Draw {
  return (roll, slip) => {
    letterhead(roll, slip, 1.7)
    taxLine(roll, slip, o.taxIdLabel)
    roll.rule('*')
    roll.pair(`${o.title} ${slip.number}`, o.table)
    roll.cells([
      { text: o.date, at: 0 },
      { text: slip.day, at: o.date.length + 1, tag: 'date' },
      { text: slip.hour, at: roll.columns, align: 'right', tag: 'time' },
    ])
    roll.rule('-')
    const price = roll.columns * 0.78
    const row = (texts: readonly string[], bold = false) =>
      roll.cells(
        [
          { text: texts[0] ?? '', at: 0 },
          { text: texts[1] ?? '', at: 4 },
          { text: texts[2] ?? '', at: price, align: 'right' },
          { text: texts[3] ?? '', at: roll.columns, align: 'right' },
        ],
        { bold },
      )
    row(o.head, true)
    slip.items.forEach((item, index) => {
      row([
        slip.decimal(item.quantity),
        item.name,
        slip.decimal(item.price),
        slip.amount(slip.amounts[index] ?? 0),
      ])
    })
    roll.rule('_')
    roll.pair(o.total, slip.money(slip.total), { size: 1.5, bold: true, tag: 'total' })
    roll.rule('_')
    roll.pair(o.net, slip.amount(slip.net), { tag: 'subtotal' })
    for (const tax of slip.taxes)
      roll.pair(
        o.tax(slip.decimal(tax.rate)),
        slip.amount(tax.tax),
        slip.taxes.length === 1 ? { tag: 'tax_total' } : {},
      )
    roll.gap(0.5)
    paid(roll, slip, o.change)
    roll.gap(0.6)
    for (const line of o.thanks) roll.centre(line)
  }
}
