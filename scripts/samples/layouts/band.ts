import { groupedByFour } from '../identifiers.ts'
import { drawLogo } from '../logo.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { type Detail, details, drawParty } from '../parts.ts'
import { sumRows } from '../sums.ts'
import { drawTable } from '../table.ts'

const left = 44
const right = 551

/** A young company's page: a coloured band on top, cards with small grey labels above the values, totals in a tinted box. */
export function band(o: {
  logo: Parameters<typeof drawLogo>[1]
  font: string
  bold: string
  tint: string
  shown: Parameters<typeof details>[1]
  rateColumn: boolean
}) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller, accent } = sheet
    const { font, bold } = o
    const grey = '#6b7280'
    paper.box(0, 0, paper.width, 96, { fill: accent })
    drawLogo(paper, o.logo, left, 30, 36, '#ffffff')
    paper.text(seller.name, left + 48, 46, {
      font: bold,
      size: 14,
      colour: '#ffffff',
      tag: 'seller_name',
    })
    paper.text(seller.address.join(', '), left + 48, 62, {
      font,
      size: 8.5,
      colour: '#ffffff',
      tag: 'seller_address',
    })
    paper.text(words.title, right, 56, {
      font: bold,
      size: 22,
      colour: '#ffffff',
      align: 'right',
    })

    const label = (text: string, x: number, y: number) =>
      paper.text(text.toUpperCase(), x, y, { font, size: 7, colour: grey, spacing: 0.4 })
    label(words.billTo, left, 128)
    const under = drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: left,
      y: 143,
      lead: 13,
      pen: { font, size: 10 },
      bold,
    })
    if (sheet.buyer.vatId !== undefined) {
      const end = paper.text(`${words.vatId} `, left, under, { font, size: 9 })
      paper.text(sheet.buyer.vatId, end, under, { font, size: 9, tag: 'buyer_vat_id' })
    }
    const cards: Detail[] = details(sheet, o.shown)
    cards.forEach((card, index) => {
      const x = 300 + (index % 2) * 132
      const y = 128 + Math.floor(index / 2) * 34
      label(card.label, x, y)
      paper.text(card.value, x, y + 14, { font: bold, size: 10, tag: card.tag })
    })

    let y = drawTable(paper, sheet, {
      columns: [
        { cell: 'description', title: words.description, left, right: o.rateColumn ? 310 : 340 },
        {
          cell: 'quantityUnit',
          title: words.quantity,
          left: o.rateColumn ? 310 : 340,
          right: o.rateColumn ? 380 : 410,
          align: 'right',
        },
        {
          cell: 'price',
          title: words.price,
          left: o.rateColumn ? 380 : 410,
          right: o.rateColumn ? 440 : 475,
          align: 'right',
        },
        ...(o.rateColumn
          ? ([{ cell: 'rate', title: words.rate, left: 440, right: 484, align: 'right' }] as const)
          : []),
        { cell: 'amountSign', title: words.amount, left: 475, right, align: 'right' },
      ],
      top: 252,
      floor: 620,
      look: { kind: 'ruled', font, bold, size: 9.2, accent, padding: 6 },
    })

    const rows = sumRows(sheet)
    const high = rows.length * 17 + 20
    paper.box(322, y + 16, right - 322, high, { fill: o.tint, radius: 6 })
    let at = y + 36
    for (const row of rows) {
      const pen = { font: row.strong ? bold : font, size: row.strong ? 11.5 : 9.5 }
      paper.text(row.label, 334, at, pen)
      paper.text(row.value, right - 12, at, { ...pen, align: 'right', tag: row.tag })
      at += 17
    }

    y = y + 36
    for (const note of sheet.notes ?? [])
      y = paper.paragraph(note, left, y, 262, 12.5, { font, size: 9 }) + 5

    paper.line(left, 736, right, 736, 0.8, accent)
    const foot = (x: number, title: string, lines: readonly (readonly [string, string?])[]) => {
      label(title, x, 752)
      lines.forEach(([text, tag], index) => {
        paper.text(text, x, 765 + index * 11, { font, size: 8.3, tag })
      })
    }
    if (sheet.bank !== undefined) {
      foot(left, words.iban, [[groupedByFour(sheet.bank.iban), 'iban'], [sheet.bank.name]])
      foot(196, words.bic, [[sheet.bank.bic, 'bic']])
    }
    if (sheet.paymentReference !== undefined)
      foot(280, words.reference, [[sheet.paymentReference, 'payment_reference']])
    foot(418, words.vatId, [
      ...(seller.vatId === undefined ? [] : [[seller.vatId, 'seller_vat_id'] as const]),
      ...(seller.email === undefined ? [] : [[seller.email] as const]),
    ])
  }
}
