import { groupedByFour } from '../identifiers.ts'
import { drawLogo } from '../logo.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { details, drawParty } from '../parts.ts'
import { drawSums, sumRows } from '../sums.ts'
import { drawTable } from '../table.ts'

const left = 196
const right = 556

/** A tinted column at the left with everything about the company, the invoice itself at the right. */
export function sidebar(o: {
  logo: Parameters<typeof drawLogo>[1]
  font: string
  bold: string
  tint: string
  note: string
}) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller, accent } = sheet
    const { font, bold } = o
    const small = { font, size: 8, colour: '#333333' }
    paper.box(0, 0, 170, paper.height, { fill: o.tint })
    drawLogo(paper, o.logo, 28, 44, 52, accent)
    let y = drawParty(paper, seller, {
      role: 'seller',
      x: 28,
      y: 128,
      lead: 12,
      pen: small,
      bold,
      contact: false,
    })
    const facts: (readonly [string, string | undefined, string?])[] = [
      [words.phone, seller.phone],
      [words.email, seller.email],
      [words.taxNumber, seller.taxNumber, 'seller_tax_number'],
      [words.vatId, seller.vatId, 'seller_vat_id'],
      [words.bank, sheet.bank?.name],
      [words.iban, sheet.bank && groupedByFour(sheet.bank.iban), 'iban'],
      [words.bic, sheet.bank?.bic, 'bic'],
    ]
    y += 12
    for (const [label, value, tag] of facts) {
      if (value === undefined) continue
      paper.text(label, 28, y, { ...small, font: bold, size: 7.5 })
      paper.text(value, 28, y + 11, { ...small, tag })
      y += 29
    }

    paper.text(words.title, left, 74, { font: bold, size: 26, colour: accent })
    drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: left,
      y: 128,
      lead: 13,
      pen: { font, size: 10 },
    })
    y = 128
    for (const row of details(sheet, ['number', 'issued', 'due', 'customer', 'order'])) {
      paper.text(row.label, 384, y, { font, size: 9, colour: '#555555' })
      paper.text(row.value, right, y, { font, size: 9, align: 'right', tag: row.tag })
      y += 14
    }
    y = drawTable(paper, sheet, {
      columns: [
        { cell: 'quantityUnit', title: words.quantity, left, right: 246 },
        { cell: 'description', title: words.description, left: 246, right: 410 },
        { cell: 'price', title: words.price, left: 410, right: 460, align: 'right' },
        { cell: 'rate', title: words.rate, left: 460, right: 498, align: 'right' },
        { cell: 'amount', title: words.amount, left: 498, right, align: 'right' },
      ],
      top: 222,
      floor: 640,
      look: { kind: 'ruled', font, bold, size: 8.8, accent, padding: 5 },
    })
    y = drawSums(
      paper,
      sumRows(sheet, {
        basis: sheet.totals.taxes.length > 1,
        taxSum: false,
      }),
      { left: 340, right: right - 3, y: y + 22, lead: 15, font, bold, size: 9.5, accent },
    )
    y = paper.paragraph(o.note, left, y + 30, right - left, 12.5, { font, size: 9 })
    if (sheet.paymentReference !== undefined) {
      const end = paper.text(`${words.reference}: `, left, y + 4, { font, size: 9 })
      paper.text(sheet.paymentReference, end, y + 4, {
        font: bold,
        size: 9,
        tag: 'payment_reference',
      })
    }
  }
}
