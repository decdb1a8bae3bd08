import { groupedByFour } from '../identifiers.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { drawParty } from '../parts.ts'
import { drawTable } from '../table.ts'

const left = 34
const right = 561

/** Italian habits: a printed form of boxes, tiny labels in their corners, values in typewriter type. */
export function form(o: { motto: string; payment: string; transport: string }) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller, totals } = sheet
    const sans = 'Helvetica'
    const type = 'Courier'
    const strong = 'Courier-Bold'
    const box = (
      x: number,
      y: number,
      w: number,
      h: number,
      label: string,
      value = '',
      o: { tag?: string | undefined; bold?: boolean; right?: boolean } = {},
    ) => {
      paper.box(x, y, w, h, { stroke: '#2d3f66', weight: 0.7 })
      paper.text(label, x + 3, y + 7.5, { font: sans, size: 5.8, colour: '#2d3f66' })
      paper.text(value, o.right ? x + w - 5 : x + 5, y + h - 5, {
        font: o.bold ? strong : type,
        size: o.bold ? 10.5 : 9,
        align: o.right ? 'right' : 'left',
        tag: o.tag,
      })
    }

    paper.text(seller.name, left, 52, {
      font: 'Times-BoldItalic',
      size: 19,
      colour: sheet.accent,
      tag: 'seller_name',
    })
    paper.text(o.motto, left, 65, { font: 'Times-Italic', size: 9, colour: sheet.accent })
    let y = 80
    for (const line of seller.address) {
      paper.text(line, left, y, { font: sans, size: 8, tag: 'seller_address' })
      y += 10
    }
    const vat = paper.text(`${words.vatId} `, left, y, { font: sans, size: 8 })
    const next = paper.text(seller.vatId ?? '', vat, y, {
      font: sans,
      size: 8,
      tag: 'seller_vat_id',
    })
    if (seller.phone !== undefined)
      paper.text(`  -  ${words.phone} ${seller.phone}`, next, y, { font: sans, size: 8 })
    if (seller.email !== undefined) paper.text(seller.email, left, y + 10, { font: sans, size: 8 })

    paper.box(306, 40, right - 306, 86, { stroke: '#2d3f66', weight: 0.7 })
    paper.text(words.billTo, 309, 48, { font: sans, size: 5.8, colour: '#2d3f66' })
    const under = drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: 316,
      y: 64,
      lead: 12,
      pen: { font: type, size: 9.5 },
      bold: strong,
    })
    const end = paper.text(`${words.vatId} `, 316, under, { font: type, size: 9 })
    paper.text(sheet.buyer.vatId ?? '', end, under, { font: type, size: 9, tag: 'buyer_vat_id' })

    const day = (iso?: string) => (iso === undefined ? '' : sheet.date(iso))
    box(left, 140, 120, 26, 'Tipo documento', words.title.toUpperCase(), { bold: true })
    box(left + 120, 140, 100, 26, words.number, sheet.number, { tag: 'invoice_number' })
    box(left + 220, 140, 85, 26, words.issued, day(sheet.issued), { tag: 'issue_date' })
    box(left + 305, 140, 80, 26, words.customer, sheet.customer ?? '')
    box(left + 385, 140, right - left - 385, 26, words.order, sheet.order ?? '', {
      tag: sheet.order === undefined ? undefined : 'order_number',
    })
    box(left, 166, 220, 26, 'Condizioni di pagamento', o.payment)
    box(left + 220, 166, 165, 26, 'Trasporto a cura', o.transport)
    box(left + 385, 166, right - left - 385, 26, words.delivered, day(sheet.delivered), {
      tag: sheet.delivered === undefined ? undefined : 'delivery_date',
    })

    const columns = [
      { cell: 'article', title: words.article, left, right: 106 },
      { cell: 'description', title: words.description, left: 106, right: 318 },
      { cell: 'unit', title: words.unit, left: 318, right: 348, align: 'center' },
      { cell: 'quantity', title: words.quantity, left: 348, right: 396, align: 'right' },
      { cell: 'price', title: words.price, left: 396, right: 456, align: 'right' },
      { cell: 'rate', title: words.rate, left: 456, right: 500, align: 'right' },
      { cell: 'amount', title: words.amount, left: 500, right, align: 'right' },
    ] as const
    drawTable(paper, sheet, {
      columns,
      top: 202,
      floor: 620,
      look: {
        kind: 'plain',
        font: type,
        bold: sans,
        size: 8.4,
        accent: '#2d3f66',
        headFill: '#dfe5f1',
        padding: 3,
      },
    })
    paper.box(left, 202, right - left, 420, { stroke: '#2d3f66', weight: 0.7 })
    for (const column of columns.slice(1))
      paper.line(column.left, 202, column.left, 622, 0.5, '#2d3f66')

    const rows = totals.taxes.length
    totals.taxes.forEach((row, index) => {
      const top = 630 + index * 24
      box(left, top, 90, 24, words.basis, sheet.amount(row.basis), { right: true })
      box(left + 90, top, 60, 24, words.rate, `${sheet.decimal(row.rate)} %`, { right: true })
      box(left + 150, top, 80, 24, 'Imposta', sheet.amount(row.tax), { right: true })
    })
    box(left + 245, 630, 130, 24, words.net, sheet.amount(totals.net), {
      right: true,
      tag: 'net_total',
    })
    box(left + 375, 630, right - left - 375, 24, words.taxSum, sheet.amount(totals.tax), {
      right: true,
      tag: 'tax_total',
    })
    box(left + 245, 654, right - left - 245, 32, words.gross, sheet.money(totals.gross), {
      right: true,
      bold: true,
      tag: 'grand_total',
    })
    const below = 630 + Math.max(rows * 24, 56) + 12
    box(
      left,
      below,
      300,
      26,
      `${words.bank} - ${words.iban}`,
      groupedByFour(sheet.bank?.iban ?? ''),
      {
        tag: 'iban',
      },
    )
    box(left + 300, below, 107, 26, `${words.bic} / SWIFT`, sheet.bank?.bic ?? '', { tag: 'bic' })
    box(left + 407, below, right - left - 407, 26, words.due, day(sheet.due), { tag: 'due_date' })
    let at = below + 44
    for (const note of sheet.notes ?? []) {
      paper.text(note, left, at, { font: sans, size: 7.5, colour: '#333333' })
      at += 10
    }
  }
}
