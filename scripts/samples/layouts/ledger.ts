import { groupedByFour } from '../identifiers.ts'
import { drawLogo } from '../logo.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { details, drawParty } from '../parts.ts'
import { drawSums, sumRows } from '../sums.ts'
import { drawTable } from '../table.ts'

const left = 50
const right = 545

/** British habits: logo left, big title right, label left of value, bill-to block, payment details at the bottom. */
export function ledger(o: {
  logo: Parameters<typeof drawLogo>[1]
  font: string
  bold: string
  payTitle: string
  note: string
}) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller, accent } = sheet
    const { font, bold } = o
    drawLogo(paper, o.logo, left, 40, 38, accent)
    paper.text(seller.name, left + 48, 56, { font: bold, size: 13, tag: 'seller_name' })
    let y = 70
    for (const line of seller.address) {
      paper.text(line, left + 48, y, { font, size: 8.5, colour: '#444444', tag: 'seller_address' })
      y += 11
    }
    paper.text(words.title.toUpperCase(), right, 62, {
      font: bold,
      size: 24,
      align: 'right',
      colour: accent,
      spacing: 1,
    })
    if (seller.vatId !== undefined) {
      const start = paper.measure(`${words.vatId} ${seller.vatId}`, { font, size: 8.5 })
      const end = paper.text(`${words.vatId} `, right - start, 80, { font, size: 8.5 })
      paper.text(seller.vatId, end, 80, { font, size: 8.5, tag: 'seller_vat_id' })
    }

    paper.line(left, 128, right, 128, 1.2, accent)
    paper.text(words.billTo, left, 150, { font: bold, size: 9, colour: accent })
    const under = drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: left,
      y: 165,
      lead: 12.5,
      pen: { font, size: 9.5 },
      bold,
    })
    if (sheet.buyer.vatId !== undefined) {
      const end = paper.text(`${words.vatId} `, left, under, { font, size: 9.5 })
      paper.text(sheet.buyer.vatId, end, under, { font, size: 9.5, tag: 'buyer_vat_id' })
    }
    y = 150
    for (const row of details(sheet, [
      'number',
      'issued',
      'delivered',
      'due',
      'customer',
      'order',
      'buyerReference',
    ])) {
      paper.text(`${row.label}:`, 335, y, { font: bold, size: 9 })
      paper.text(row.value, 440, y, { font, size: 9, tag: row.tag })
      y += 13.5
    }

    y = drawTable(paper, sheet, {
      columns: [
        { cell: 'quantity', title: words.quantity, left, right: 90, align: 'right' },
        { cell: 'unit', title: words.unit, left: 92, right: 135 },
        { cell: 'description', title: words.description, left: 135, right: 385 },
        { cell: 'price', title: words.price, left: 385, right: 440, align: 'right' },
        { cell: 'rate', title: words.rate, left: 440, right: 480, align: 'right' },
        { cell: 'amount', title: words.amount, left: 480, right, align: 'right' },
      ],
      top: Math.max(y, under) + 26,
      floor: 660,
      look: { kind: 'banded', font, bold, size: 9, accent, headFill: accent, headInk: '#ffffff' },
    })
    drawSums(paper, sumRows(sheet, { rate: (rate) => `${words.tax} @ ${sheet.percent(rate)}` }), {
      left: 370,
      right: right - 3,
      y: y + 20,
      lead: 15,
      font,
      bold,
      size: 9.5,
      accent,
    })

    y = Math.max(y + 60, 640)
    paper.text(o.payTitle, left, y, { font: bold, size: 9, colour: accent })
    y += 14
    const pay: (readonly [string, string, string?])[] = [
      ...(sheet.bank ? [[words.bank, sheet.bank.name] as const] : []),
      ...(sheet.bank ? [[words.iban, groupedByFour(sheet.bank.iban), 'iban'] as const] : []),
      ...(sheet.bank ? [[words.bic, sheet.bank.bic, 'bic'] as const] : []),
      ...(sheet.paymentReference
        ? [[words.reference, sheet.paymentReference, 'payment_reference'] as const]
        : []),
    ]
    for (const [label, value, tag] of pay) {
      paper.text(label, left, y, { font, size: 8.5, colour: '#444444' })
      paper.text(value, left + 95, y, { font, size: 8.5, tag })
      y += 12
    }
    paper.paragraph(o.note, left, y + 12, right - left, 11, { font, size: 8.5, colour: '#444444' })
    paper.text(
      [seller.register, seller.phone, seller.email].filter(Boolean).join('   |   '),
      (left + right) / 2,
      806,
      { font, size: 7.5, align: 'center', colour: '#666666' },
    )
  }
}
