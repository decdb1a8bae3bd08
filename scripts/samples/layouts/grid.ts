import { groupedByFour } from '../identifiers.ts'
import { drawLogo } from '../logo.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { details, drawParty } from '../parts.ts'
import { drawSums, drawTaxTable, sumRows } from '../sums.ts'
import { drawTable } from '../table.ts'

const left = 42
const right = 553

/** French habits: a strip of cells with the label above the value, boxed table, tax table left and sums right. */
export function grid(o: {
  logo: Parameters<typeof drawLogo>[1]
  font: string
  bold: string
  legal: readonly string[]
}) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller, accent } = sheet
    const { font, bold } = o
    drawLogo(paper, o.logo, left, 38, 44, accent)
    paper.text(words.title.toUpperCase(), right, 62, { font: bold, size: 20, align: 'right' })
    let y = drawParty(paper, seller, {
      role: 'seller',
      x: left,
      y: 102,
      lead: 11.5,
      pen: { font, size: 9 },
      bold,
      contact: false,
    })
    for (const text of [seller.phone, seller.email]) {
      if (text === undefined) continue
      paper.text(text, left, y, { font, size: 9, colour: '#444444' })
      y += 11.5
    }

    paper.box(310, 92, right - 310, 84, { stroke: '#777777', radius: 4 })
    paper.text(words.billTo, 320, 107, { font, size: 7.5, colour: '#666666' })
    y = drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: 320,
      y: 122,
      lead: 12.5,
      pen: { font, size: 10 },
      bold,
    })
    if (sheet.buyer.vatId !== undefined) {
      const end = paper.text(`${words.vatId} : `, 320, y, { font, size: 8.5 })
      paper.text(sheet.buyer.vatId, end, y, { font, size: 8.5, tag: 'buyer_vat_id' })
    }

    const cells = details(sheet, ['number', 'issued', 'customer', 'order', 'delivered', 'due'])
    const width = (right - left) / cells.length
    cells.forEach((cell, index) => {
      const x = left + index * width
      paper.box(x, 196, width, 34, { stroke: '#777777', fill: '#ffffff' })
      paper.box(x, 196, width, 14, { fill: '#e9eef2', stroke: '#777777' })
      paper.text(cell.label, x + width / 2, 206, { font, size: 7.2, align: 'center' })
      paper.text(cell.value, x + width / 2, 223, {
        font: bold,
        size: 8.5,
        align: 'center',
        tag: cell.tag,
      })
    })

    y = drawTable(paper, sheet, {
      columns: [
        { cell: 'article', title: words.article, left, right: 100 },
        { cell: 'description', title: words.description, left: 100, right: 330 },
        { cell: 'quantity', title: words.quantity, left: 330, right: 370, align: 'right' },
        { cell: 'unit', title: words.unit, left: 370, right: 405, align: 'center' },
        { cell: 'price', title: words.price, left: 405, right: 460, align: 'right' },
        { cell: 'rate', title: words.rate, left: 460, right: 497, align: 'right' },
        { cell: 'amount', title: words.amount, left: 497, right, align: 'right' },
      ],
      top: 246,
      floor: 690,
      look: { kind: 'boxed', font, bold, size: 8.5, accent, headFill: '#e9eef2' },
      onBreak: () => {
        paper.text(`${words.page} 1/2`, right, 815, { font, size: 8, align: 'right' })
        paper.newPage()
        paper.text(`${words.title} ${sheet.number}`, left, 50, { font: bold, size: 11 })
        paper.text(`${words.page} 2/2`, right, 50, { font, size: 8, align: 'right' })
        return 66
      },
    })
    const taxes = drawTaxTable(paper, sheet, {
      x: left,
      y: y + 22,
      width: 210,
      font,
      bold,
      size: 8.5,
    })
    const sums = drawSums(paper, sumRows(sheet, { taxSum: true }), {
      left: 368,
      right: right - 4,
      y: y + 22,
      lead: 14,
      font,
      bold,
      size: 9.5,
      accent,
    })

    y = Math.max(taxes, sums) + 16
    if (sheet.terms !== undefined) {
      paper.text(sheet.terms, left, y, { font, size: 9 })
      y += 16
    }
    if (sheet.bank !== undefined) {
      paper.box(left, y - 4, 290, 46, { stroke: '#999999' })
      paper.text(sheet.bank.name, left + 6, y + 8, { font: bold, size: 8.5 })
      const iban = paper.text(`${words.iban} : `, left + 6, y + 21, { font, size: 8.5 })
      paper.text(groupedByFour(sheet.bank.iban), iban, y + 21, { font, size: 8.5, tag: 'iban' })
      const bic = paper.text(`${words.bic} : `, left + 6, y + 34, { font, size: 8.5 })
      paper.text(sheet.bank.bic, bic, y + 34, { font, size: 8.5, tag: 'bic' })
      if (sheet.paymentReference !== undefined) {
        const end = paper.text(`${words.reference} : `, left + 306, y + 8, { font, size: 8.5 })
        paper.text(sheet.paymentReference, end, y + 8, {
          font: bold,
          size: 8.5,
          tag: 'payment_reference',
        })
      }
      y += 60
    }
    y = 776
    for (const line of o.legal) {
      paper.text(line, (left + right) / 2, y, { font, size: 7, align: 'center', colour: '#555555' })
      y += 9
    }
    const legal = [
      [words.taxNumber, seller.taxNumber, 'seller_tax_number'],
      [words.vatId, seller.vatId, 'seller_vat_id'],
    ] as const
    let x = 190
    for (const [label, value, tag] of legal) {
      if (value === undefined) continue
      x = paper.text(`${label} : `, x, y, { font, size: 7, colour: '#555555' })
      x = paper.text(value, x, y, { font, size: 7, colour: '#555555', tag }) + 14
    }
  }
}
