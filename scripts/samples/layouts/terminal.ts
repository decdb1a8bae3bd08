import { groupedByFour } from '../identifiers.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { details, drawParty } from '../parts.ts'
import { sumRows } from '../sums.ts'
import { drawTable } from '../table.ts'

const left = 48
const right = 548

/** A wholesaler's old program: one typewriter face, rows of dashes, pages with a carried sum. */
export function terminal(o: { pages: number; terms: readonly string[] }) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller } = sheet
    const font = 'Courier'
    const bold = 'Courier-Bold'
    const pen = { font, size: 9 }
    const dashes = (y: number, char = '-') => paper.text(char.repeat(92), left, y, pen)
    const head = () => {
      paper.text(seller.name, left, 50, {
        font: bold,
        size: 12,
        tag: paper.page() === 1 ? 'seller_name' : undefined,
      })
      paper.text(`${words.page} ${paper.page()} ${words.of} ${o.pages}`, right, 50, {
        ...pen,
        align: 'right',
      })
      dashes(64, '=')
    }
    head()
    let y = 78
    for (const line of seller.address) {
      paper.text(line, left, y, { ...pen, tag: 'seller_address' })
      y += 11
    }
    if (seller.phone !== undefined) paper.text(`${words.phone} ${seller.phone}`, left, y, pen)
    const ids = [
      [words.taxNumber, seller.taxNumber, 'seller_tax_number'],
      [words.vatId, seller.vatId, 'seller_vat_id'],
      [words.iban, sheet.bank && groupedByFour(sheet.bank.iban), 'iban'],
      [words.bic, sheet.bank?.bic, 'bic'],
    ] as const
    ids.forEach(([label, value, tag], index) => {
      if (value === undefined) return
      paper.text(label, 300, 78 + index * 11, pen)
      paper.text(value, 390, 78 + index * 11, { ...pen, tag })
    })

    paper.text(words.title.toUpperCase(), left, 146, { font: bold, size: 14 })
    drawParty(paper, sheet.buyer, { role: 'buyer', x: left, y: 172, lead: 12, pen })
    y = 172
    for (const row of details(sheet, [
      'number',
      'issued',
      'due',
      'delivered',
      'order',
      'customer',
    ])) {
      paper.text(row.label.padEnd(16, '.'), 300, y, pen)
      paper.text(`: `, 386, y, pen)
      paper.text(row.value, 398, y, { ...pen, tag: row.tag })
      y += 12
    }

    y = drawTable(paper, sheet, {
      columns: [
        { cell: 'position', title: words.position, left, right: 72 },
        { cell: 'article', title: words.article, left: 72, right: 134 },
        { cell: 'description', title: words.description, left: 134, right: 336 },
        { cell: 'quantity', title: words.quantity, left: 336, right: 376, align: 'right' },
        { cell: 'unit', title: words.unit, left: 378, right: 424 },
        { cell: 'price', title: words.price, left: 424, right: 484, align: 'right' },
        { cell: 'amount', title: words.amount, left: 484, right, align: 'right' },
      ],
      top: 256,
      floor: 770,
      look: { kind: 'plain', font, bold, size: 9, accent: '#111111', padding: 2 },
      onBreak: (sum, at) => {
        dashes(at + 10)
        paper.text(words.carriedOver, 380, at + 24, pen)
        paper.text(sheet.amount(sum), right - 3, at + 24, { ...pen, align: 'right' })
        paper.newPage()
        head()
        paper.text(`${words.number} ${sheet.number}`, left, 80, pen)
        paper.text(words.carriedOver, 380, 80, pen)
        paper.text(sheet.amount(sum), right - 3, 80, { ...pen, align: 'right' })
        return 92
      },
    })
    dashes(y + 10)
    y += 26
    for (const row of sumRows(sheet)) {
      const face = { font: row.strong ? bold : font, size: row.strong ? 10.5 : 9 }
      paper.text(row.label, 330, y, face)
      paper.text(row.value, right - 3, y, { ...face, align: 'right', tag: row.tag })
      y += 14
    }
    dashes(y, '=')
    y += 18
    for (const line of o.terms) {
      paper.text(line, left, y, pen)
      y += 12
    }
    if (sheet.paymentReference !== undefined) {
      const end = paper.text(`${words.reference}: `, left, y, pen)
      paper.text(sheet.paymentReference, end, y, { ...pen, tag: 'payment_reference' })
    }
  }
}
