import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { drawParty } from '../parts.ts'
import { sumRows } from '../sums.ts'
import { drawTable } from '../table.ts'

const left = 72
const right = 540

/** A freelancer's page in the US: no lines to speak of, much white, a large total. */
export function minimal(o: { thanks: string; payTo: readonly string[] }) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller } = sheet
    const font = 'Helvetica'
    const bold = 'Helvetica-Bold'
    const grey = '#777777'
    paper.text(words.title, left, 100, { font, size: 30 })
    drawParty(paper, seller, {
      role: 'seller',
      x: 380,
      y: 82,
      lead: 13,
      pen: { font, size: 9.5 },
      bold,
    })

    paper.text(words.billTo, left, 172, { font, size: 8.5, colour: grey })
    drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: left,
      y: 188,
      lead: 13,
      pen: { font, size: 10 },
    })
    const facts = [
      [words.number, sheet.number, 'invoice_number'],
      [words.issued, sheet.date(sheet.issued), 'issue_date'],
      [words.due, sheet.due === undefined ? undefined : sheet.date(sheet.due), 'due_date'],
      [words.order, sheet.order, 'order_number'],
    ] as const
    let y = 172
    for (const [label, value, tag] of facts) {
      if (value === undefined) continue
      paper.text(label, 380, y, { font, size: 8.5, colour: grey })
      paper.text(value, right, y, { font, size: 10, align: 'right', tag })
      y += 17
    }

    y = drawTable(paper, sheet, {
      columns: [
        { cell: 'description', title: words.description, left, right: 320 },
        { cell: 'quantity', title: words.quantity, left: 320, right: 380, align: 'right' },
        { cell: 'price', title: words.price, left: 380, right: 455, align: 'right' },
        { cell: 'amountSign', title: words.amount, left: 455, right, align: 'right' },
      ],
      top: 280,
      floor: 640,
      look: { kind: 'plain', font, bold, size: 10, accent: '#bbbbbb', padding: 6 },
    })
    y += 30
    for (const row of sumRows(sheet, { rate: (rate) => `${words.tax} (${rate}%)` })) {
      const size = row.strong ? 16 : 10
      if (row.strong) y += 10
      paper.text(row.label, 330, y, { font: row.strong ? bold : font, size: row.strong ? 11 : 10 })
      paper.text(row.value, right - 3, y, {
        font: row.strong ? bold : font,
        size,
        align: 'right',
        tag: row.tag,
      })
      y += 17
    }
    y = Math.max(y + 40, 600)
    paper.text(o.thanks, left, y, { font: bold, size: 10 })
    for (const line of o.payTo) {
      y += 14
      paper.text(line, left, y, { font, size: 9, colour: '#444444' })
    }
  }
}
