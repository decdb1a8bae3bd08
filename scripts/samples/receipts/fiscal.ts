import type { ReceiptSlip } from '../model.ts'
import type { Roll } from '../roll.ts'
import { letterhead, paid } from './shared.ts'

type Draw = (roll: Roll, slip: ReceiptSlip) => void

/** Italy's “documento commerciale”: rate beside every item, tax “di cui”, date and number at the foot. */
export function fiscal(o: { till: string; thanks: readonly string[] }): Draw {
  return (roll, slip) => {
    letterhead(roll, slip, 1.4)
    if (slip.taxId !== undefined) {
      const start = (roll.columns - 'P.IVA '.length - slip.taxId.length) / 2
      roll.cells([
        { text: 'P.IVA', at: start },
        { text: slip.taxId, at: start + 6, tag: 'merchant_tax_id' },
      ])
    }
    roll.gap(0.5)
    roll.centre('DOCUMENTO COMMERCIALE', { bold: true })
    roll.centre('di vendita o prestazione')
    roll.gap(0.5)
    const rate = roll.columns * 0.7
    roll.cells([
      { text: 'DESCRIZIONE', at: 0 },
      { text: 'IVA', at: rate, align: 'right' },
      { text: 'Prezzo(€)', at: roll.columns, align: 'right' },
    ])
    slip.items.forEach((item, index) => {
      if (item.quantity !== '1')
        roll.left(`  n.${slip.decimal(item.quantity)} * ${slip.decimal(item.price)}`)
      roll.cells([
        { text: item.name, at: 0 },
        { text: `${slip.decimal(item.rate)}%`, at: rate, align: 'right' },
        { text: slip.amount(slip.amounts[index] ?? 0), at: roll.columns, align: 'right' },
      ])
    })
    roll.gap(0.5)
    roll.pair('TOTALE COMPLESSIVO', slip.amount(slip.total), {
      size: 1.25,
      bold: true,
      tag: 'total',
    })
    roll.pair('di cui IVA', slip.amount(slip.tax), { tag: 'tax_total' })
    roll.gap(0.5)
    paid(roll, slip, 'Resto')
    roll.pair('Importo pagato', slip.amount(slip.total))
    roll.gap(0.6)
    roll.cells([
      { text: slip.day, at: roll.columns * 0.3, tag: 'date' },
      { text: slip.hour, at: roll.columns * 0.7, align: 'right', tag: 'time' },
    ])
    roll.centre(`DOCUMENTO N. ${slip.number}`)
    roll.centre(o.till)
    for (const line of o.thanks) roll.centre(line)
  }
}
