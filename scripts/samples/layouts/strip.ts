import { groupedByFour } from '../identifiers.ts'
import { drawLogo } from '../logo.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { details, drawParty } from '../parts.ts'
import { drawTable } from '../table.ts'

const left = 45
const right = 550

/** Spanish habits: seller and buyer in two boxes side by side, the sums in a strip of cells at the foot. */
export function strip(o: {
  logo: Parameters<typeof drawLogo>[1]
  font: string
  bold: string
  payment: string
}) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller, accent, totals } = sheet
    const { font, bold } = o
    drawLogo(paper, o.logo, left, 36, 40, accent)
    paper.text(seller.name.toUpperCase(), left + 52, 62, { font: bold, size: 15, colour: accent })
    paper.text(words.title.toUpperCase(), right, 62, { font: bold, size: 18, align: 'right' })

    const middle = (left + right) / 2
    for (const [role, party, x, title] of [
      ['seller', seller, left, words.seller],
      ['buyer', sheet.buyer, middle + 6, words.billTo],
    ] as const) {
      const width = middle - left - 6
      paper.box(x, 92, width, 16, { fill: accent })
      paper.text(title, x + 6, 103.5, { font: bold, size: 8.5, colour: '#ffffff' })
      paper.box(x, 92, width, 96, { stroke: accent })
      const under = drawParty(paper, party, {
        role,
        x: x + 6,
        y: 122,
        lead: 12,
        pen: { font, size: 9 },
        bold,
      })
      let y = under
      const facts = [
        [words.taxNumber, party.taxNumber, `${role}_tax_number`],
        [words.vatId, party.vatId, `${role}_vat_id`],
      ] as const
      for (const [label, value, tag] of facts) {
        if (value === undefined) continue
        const end = paper.text(`${label}: `, x + 6, y, { font, size: 9 })
        paper.text(value, end, y, { font, size: 9, tag })
        y += 12
      }
      if (role === 'seller' && party.phone !== undefined)
        paper.text(`${words.phone} ${party.phone}`, x + 6, y, { font, size: 9 })
    }

    const cells = details(sheet, ['number', 'issued', 'delivered', 'order', 'customer', 'due'])
    const wide = (right - left) / cells.length
    cells.forEach((cell, index) => {
      const x = left + index * wide + 2
      paper.text(cell.label, x, 210, { font, size: 7.5, colour: '#555555' })
      paper.text(cell.value, x, 223, { font: bold, size: 9, tag: cell.tag })
    })
    paper.line(left, 231, right, 231, 0.6, accent)

    drawTable(paper, sheet, {
      columns: [
        { cell: 'article', title: words.article, left, right: 105 },
        { cell: 'description', title: words.description, left: 105, right: 318 },
        { cell: 'quantity', title: words.quantity, left: 318, right: 362, align: 'right' },
        { cell: 'unit', title: words.unit, left: 364, right: 400 },
        { cell: 'price', title: words.price, left: 400, right: 450, align: 'right' },
        { cell: 'rate', title: words.rate, left: 450, right: 490, align: 'right' },
        { cell: 'amount', title: words.amount, left: 490, right, align: 'right' },
      ],
      top: 244,
      floor: 620,
      look: { kind: 'ruled', font, bold, size: 8.8, accent, headFill: '#ececec' },
    })

    // One row of cells per rate; the total stands beside them.
    const head = 640
    const stops = [left, left + 110, left + 180, left + 290] as const
    const titles = [words.net, words.rate, words.tax]
    paper.box(left, head, right - left, 16, { fill: '#ececec', stroke: accent })
    titles.forEach((title, index) => {
      const x = ((stops[index] ?? 0) + (stops[index + 1] ?? right)) / 2
      paper.text(title, x, head + 11.5, { font: bold, size: 8.5, align: 'center' })
    })
    paper.text(words.gross, (stops[3] + right) / 2, head + 11.5, {
      font: bold,
      size: 8.5,
      align: 'center',
    })
    const one = totals.taxes.length === 1
    const high = totals.taxes.length * 17 + 4
    totals.taxes.forEach((row, index) => {
      const y = head + 29 + index * 17
      paper.text(sheet.amount(row.basis), stops[1] - 12, y, {
        font,
        size: 9.5,
        align: 'right',
        tag: one ? 'net_total' : undefined,
      })
      paper.text(`${sheet.decimal(row.rate)} %`, (stops[1] + stops[2]) / 2, y, {
        font,
        size: 9.5,
        align: 'center',
      })
      paper.text(sheet.amount(row.tax), stops[3] - 12, y, {
        font,
        size: 9.5,
        align: 'right',
        tag: one ? 'tax_total' : undefined,
      })
    })
    paper.box(left, head + 16, right - left, high, { stroke: accent })
    for (const x of stops.slice(1)) paper.line(x, head, x, head + 16 + high, 0.6, accent)
    paper.text(sheet.money(totals.gross), (stops[3] + right) / 2, head + 22 + high / 2, {
      font: bold,
      size: 14,
      align: 'center',
      tag: 'grand_total',
    })

    let y = head + high + 40
    paper.text(o.payment, left, y, { font, size: 9 })
    if (sheet.bank !== undefined) {
      y += 14
      const iban = paper.text(`${sheet.bank.name}   ${words.iban}: `, left, y, { font, size: 9 })
      const bic = paper.text(groupedByFour(sheet.bank.iban), iban, y, {
        font: bold,
        size: 9,
        tag: 'iban',
      })
      const end = paper.text(`   ${words.bic}: `, bic, y, { font, size: 9 })
      paper.text(sheet.bank.bic, end, y, { font, size: 9, tag: 'bic' })
    }
    if (seller.register !== undefined)
      paper.text(seller.register, middle, 812, {
        font,
        size: 7,
        align: 'center',
        colour: '#555555',
      })
  }
}
