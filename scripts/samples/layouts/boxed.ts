import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { drawParty } from '../parts.ts'
import { sumRows } from '../sums.ts'
import { drawTable } from '../table.ts'

const left = 40
const right = 572

/** An accounting program in the US: everything in boxes, a header cell over each value, totals boxed at the foot. */
export function boxed(o: {
  shipTo: readonly string[]
  headings: {
    shipTo: string
    terms: string
    rep: string
  }
  rep: string
  message: string
}) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller } = sheet
    const font = 'Times-Roman'
    const bold = 'Times-Bold'
    const cell = (
      x: number,
      y: number,
      width: number,
      label: string,
      value: string,
      tag?: string,
    ) => {
      paper.box(x, y, width, 18, { stroke: '#333333' })
      paper.text(label, x + width / 2, y + 13, { font, size: 10, align: 'center' })
      paper.box(x, y + 18, width, 22, { stroke: '#333333' })
      paper.text(value, x + width / 2, y + 33, { font, size: 10.5, align: 'center', tag })
    }

    let y = drawParty(paper, seller, {
      role: 'seller',
      x: left,
      y: 58,
      lead: 14,
      pen: { font, size: 11 },
      bold,
    })
    for (const line of [seller.phone, seller.web]) {
      if (line === undefined) continue
      paper.text(line, left, y, { font, size: 10 })
      y += 13
    }
    paper.text(words.title, right, 68, { font: bold, size: 28, align: 'right' })
    cell(right - 190, 86, 95, words.issued, sheet.date(sheet.issued), 'issue_date')
    cell(right - 95, 86, 95, words.number, sheet.number, 'invoice_number')

    for (const [x, title] of [
      [left, words.billTo],
      [right - 250, o.headings.shipTo],
    ] as const) {
      paper.box(x, 160, 250, 18, { stroke: '#333333' })
      paper.text(title, x + 6, 173, { font, size: 10 })
      paper.box(x, 178, 250, 70, { stroke: '#333333' })
    }
    drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: left + 6,
      y: 193,
      lead: 13,
      pen: { font, size: 10.5 },
    })
    o.shipTo.forEach((line, index) => {
      paper.text(line, right - 244, 193 + index * 13, { font, size: 10.5 })
    })

    const width = (right - left) / 5
    const strip = [
      [words.order, sheet.order ?? '', 'order_number'],
      [o.headings.terms, sheet.terms ?? ''],
      [words.due, sheet.due === undefined ? '' : sheet.date(sheet.due), 'due_date'],
      [o.headings.rep, o.rep],
      [
        words.delivered,
        sheet.delivered === undefined ? '' : sheet.date(sheet.delivered),
        'delivery_date',
      ],
    ] as const
    strip.forEach(([label, value, tag], index) => {
      cell(left + index * width, 264, width, label, value, tag)
    })

    const columns = [
      { cell: 'quantity', title: words.quantity, left, right: 95, align: 'center' },
      { cell: 'article', title: words.article, left: 95, right: 180 },
      { cell: 'description', title: words.description, left: 180, right: 420 },
      { cell: 'price', title: words.price, left: 420, right: 492, align: 'right' },
      { cell: 'amount', title: words.amount, left: 492, right, align: 'right' },
    ] as const
    y = drawTable(paper, sheet, {
      columns,
      top: 318,
      floor: 600,
      look: { kind: 'plain', font, bold: font, size: 10.5, accent: '#333333', padding: 3.5 },
    })
    // The grid reaches down to the totals however few the rows.
    paper.box(left, 318, right - left, 282, { stroke: '#333333' })
    for (const column of columns.slice(1))
      paper.line(column.left, 318, column.left, 600, 0.6, '#333333')

    const rows = sumRows(sheet, { deducted: true, rate: (rate) => `${words.tax} (${rate}%)` })
    paper.box(left, 600, 300, rows.length * 21, { stroke: '#333333' })
    paper.paragraph(o.message, left + 6, 616, 288, 13, { font, size: 10 })
    rows.forEach((row, index) => {
      const top = 600 + index * 21
      const face = row.strong ? bold : font
      paper.box(340, top, right - 340, 21, { stroke: '#333333' })
      paper.text(row.label, 346, top + 14.5, { font: bold, size: row.strong ? 12.5 : 10.5 })
      paper.text(row.value, right - 5, top + 14.5, {
        font: face,
        size: row.strong ? 12.5 : 10.5,
        align: 'right',
        tag: row.tag,
      })
    })
  }
}
