import { groupedByFour } from '../identifiers.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { drawParty } from '../parts.ts'
import { drawSums, sumRows } from '../sums.ts'
import { drawTable } from '../table.ts'

const left = 70
const right = 525

/** An old house: name centred in serifs, number and date in a sentence, figures in a plain list. */
export function letter(o: {
  subtitle: string
  heading: (sheet: InvoiceSheet) => readonly (readonly [string, string?])[]
  intro: string
  closing: readonly string[]
  columns: 'short' | 'full'
}) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller, accent } = sheet
    const font = 'Times-Roman'
    const bold = 'Times-Bold'
    const centre = (left + right) / 2
    const mast = () => {
      paper.text(seller.name, centre, 62, {
        font: bold,
        size: 20,
        align: 'center',
        colour: accent,
        tag: paper.page() === 1 ? 'seller_name' : undefined,
      })
      paper.text(o.subtitle, centre, 78, { font: 'Times-Italic', size: 10.5, align: 'center' })
      paper.line(centre - 110, 88, centre + 110, 88, 0.6, accent)
    }
    mast()
    paper.text(seller.address.join(' – '), centre, 101, {
      font,
      size: 9,
      align: 'center',
      tag: 'seller_address',
    })

    drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: 330,
      y: 150,
      lead: 14,
      pen: { font, size: 11 },
    })
    let y = 244
    let x = left
    for (const [text, tag] of o.heading(sheet)) {
      const pen = { font: tag === undefined ? font : bold, size: 12 }
      x = paper.text(text, x, y, { ...pen, tag })
    }
    y = paper.paragraph(o.intro, left, y + 24, right - left, 14, { font, size: 11 })

    const short = o.columns === 'short'
    y = drawTable(paper, sheet, {
      columns: [
        { cell: 'description', title: words.description, left, right: short ? 380 : 285 },
        ...(short
          ? []
          : ([
              { cell: 'quantity', title: words.quantity, left: 285, right: 330, align: 'right' },
              { cell: 'unit', title: words.unit, left: 332, right: 368 },
              { cell: 'price', title: words.price, left: 368, right: 418, align: 'right' },
              { cell: 'rate', title: words.rate, left: 418, right: 456, align: 'right' },
            ] as const)),
        { cell: 'amount', title: words.amount, left: short ? 380 : 456, right, align: 'right' },
      ],
      top: y,
      floor: 760,
      look: { kind: 'plain', font, bold, size: 10.5, accent, padding: 4 },
      onBreak: (sum, at) => {
        paper.line(left, at + 4, right, at + 4, 0.5)
        paper.text(words.carriedOver, left + 3, at + 18, { font: 'Times-Italic', size: 10.5 })
        paper.text(sheet.amount(sum), right - 3, at + 18, { font, size: 10.5, align: 'right' })
        paper.text(`${words.page} 1/2`, centre, 810, { font, size: 9, align: 'center' })
        paper.newPage()
        mast()
        paper.text(`${words.title} ${sheet.number}`, left, 116, { font, size: 10 })
        paper.text(`${words.page} 2/2`, centre, 810, { font, size: 9, align: 'center' })
        return 128
      },
    })
    paper.line(left, y + 4, right, y + 4, 0.5)
    y = drawSums(paper, sumRows(sheet, { basis: sheet.totals.taxes.length > 1, taxSum: false }), {
      left: 290,
      right: right - 3,
      y: y + 22,
      lead: 15.5,
      font,
      bold,
      size: 11,
      accent,
    })
    y += 18
    for (const line of o.closing)
      y = paper.paragraph(line, left, y, right - left, 14, { font, size: 11 }) + 4

    y += 10
    const facts = [
      [words.iban, sheet.bank && groupedByFour(sheet.bank.iban), 'iban'],
      [words.bic, sheet.bank?.bic, 'bic'],
      [words.vatId, seller.vatId, 'seller_vat_id'],
      [words.taxNumber, seller.taxNumber, 'seller_tax_number'],
      [words.reference, sheet.paymentReference, 'payment_reference'],
    ] as const
    for (const [label, value, tag] of facts) {
      if (value === undefined) continue
      const end = paper.text(`${label} : `, left, y, { font: 'Times-Italic', size: 10 })
      paper.text(value, end, y, { font, size: 10, tag })
      y += 13.5
    }
  }
}
