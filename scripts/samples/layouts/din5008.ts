import { groupedByFour } from '../identifiers.ts'
import { drawLogo } from '../logo.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { details, drawParty } from '../parts.ts'
import { drawSums, sumRows } from '../sums.ts'
import { type Column, drawTable } from '../table.ts'

const left = 57
const right = 545

/** The German business letter: sender line over the address window, particulars at the right, footer in three columns. */
export function din5008(o: {
  logo: Parameters<typeof drawLogo>[1]
  brand: string
  head: string
  greeting: readonly string[]
  closing: readonly string[]
  taxSum?: boolean
  details?: Parameters<typeof details>[1]
  rateColumn?: boolean
}) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller, accent } = sheet
    const font = 'Helvetica'
    const bold = 'Helvetica-Bold'

    const footer = () => {
      const y = 772
      paper.line(left, y - 12, right, y - 12, 0.5, accent)
      const small = { font, size: 7, colour: '#444444' }
      const column = (x: number, rows: readonly (readonly [string, string, string?])[]) => {
        rows.forEach(([label, value, tag], index) => {
          const end = label === '' ? x : paper.text(`${label} `, x, y + index * 9.5, small)
          paper.text(value, end, y + index * 9.5, {
            ...small,
            tag: paper.page() === 1 ? tag : undefined,
          })
        })
      }
      column(left, [
        ['', seller.name, 'seller_name'],
        ...seller.address.map((line) => ['', line, 'seller_address'] as const),
        ...(seller.phone ? [[`${words.phone}`, seller.phone] as const] : []),
        ...(seller.email ? [['', seller.email] as const] : []),
      ])
      column(225, [
        ...(sheet.bank ? [['', sheet.bank.name] as const] : []),
        ...(sheet.bank ? [[words.iban, groupedByFour(sheet.bank.iban), 'iban'] as const] : []),
        ...(sheet.bank ? [[words.bic, sheet.bank.bic, 'bic'] as const] : []),
      ])
      column(412, [
        ...(seller.register ? [['', seller.register] as const] : []),
        ...(seller.vatId ? [[words.vatId, seller.vatId, 'seller_vat_id'] as const] : []),
        ...(seller.taxNumber
          ? [[words.taxNumber, seller.taxNumber, 'seller_tax_number'] as const]
          : []),
        ...(seller.contact ? [[o.head, seller.contact] as const] : []),
      ])
    }

    drawLogo(paper, o.logo, 497, 40, 48, accent)
    paper.text(o.brand, 487, 72, { font: bold, size: 17, align: 'right', colour: accent })

    paper.text(`${seller.name} · ${seller.address.join(' · ')}`, left, 142, {
      font,
      size: 6.5,
      colour: '#555555',
    })
    paper.line(left, 145, 290, 145, 0.3, '#888888')
    drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: left,
      y: 164,
      lead: 13,
      pen: { font, size: 10 },
    })

    let y = 150
    const wanted = o.details ?? ['number', 'issued', 'delivered', 'customer', 'order', 'due']
    for (const row of details(sheet, wanted)) {
      paper.text(row.label, 362, y, { font, size: 9 })
      paper.text(row.value, right, y, { font, size: 9, align: 'right', tag: row.tag })
      y += 14
    }

    paper.text(`${words.title} ${sheet.number}`, left, 282, { font: bold, size: 14 })
    y = 304
    for (const line of o.greeting)
      y = paper.paragraph(line, left, y, right - left, 12.5, { font, size: 9.5 }) + 3

    const columns: Column[] = [
      { cell: 'position', title: words.position, left, right: 84 },
      { cell: 'description', title: words.description, left: 84, right: o.rateColumn ? 300 : 330 },
      {
        cell: 'quantity',
        title: words.quantity,
        left: o.rateColumn ? 300 : 330,
        right: o.rateColumn ? 345 : 375,
        align: 'right',
      },
      {
        cell: 'unit',
        title: words.unit,
        left: o.rateColumn ? 349 : 379,
        right: o.rateColumn ? 393 : 418,
      },
      {
        cell: 'price',
        title: words.price,
        left: o.rateColumn ? 393 : 418,
        right: o.rateColumn ? 447 : 478,
        align: 'right',
      },
      ...(o.rateColumn
        ? [
            {
              cell: 'rate',
              title: words.rate,
              left: 447,
              right: 484,
              align: 'right',
            } satisfies Column,
          ]
        : []),
      {
        cell: 'amount',
        title: words.amount,
        left: o.rateColumn ? 484 : 478,
        right,
        align: 'right',
      },
    ]
    y = drawTable(paper, sheet, {
      columns,
      top: y,
      floor: 735,
      look: { kind: 'ruled', font, bold, size: 9, accent, headFill: '#eeeeee' },
      onBreak: (sum, at) => {
        paper.text(words.carriedOver, 330, at + 14, { font: bold, size: 9 })
        paper.text(sheet.money(sum), right - 3, at + 14, { font: bold, size: 9, align: 'right' })
        paper.text(`${words.page} 1 ${words.of} 2`, right, 752, { font, size: 8, align: 'right' })
        footer()
        paper.newPage()
        paper.text(seller.name, left, 50, { font: bold, size: 10, colour: accent })
        paper.text(`${words.title} ${sheet.number}`, left, 66, { font, size: 9 })
        paper.text(`${words.page} 2 ${words.of} 2`, right, 66, { font, size: 9, align: 'right' })
        paper.text(words.carriedOver, 330, 92, { font: bold, size: 9 })
        paper.text(sheet.money(sum), right - 3, 92, { font: bold, size: 9, align: 'right' })
        return 100
      },
    })
    y = drawSums(
      paper,
      sumRows(sheet, {
        taxSum: o.taxSum ?? false,
        basis: sheet.totals.taxes.length > 1,
        rate: (rate) => `zzgl. ${sheet.decimal(rate)} % ${words.tax}`,
      }),
      {
        left: 318,
        right: right - 3,
        y: y + 18,
        lead: 14,
        font,
        bold,
        size: 9.5,
        accent,
      },
    )
    y += 14
    for (const line of o.closing)
      y = paper.paragraph(line, left, y, right - left, 12.5, { font, size: 9.5 }) + 3
    if (sheet.paymentReference !== undefined) {
      const end = paper.text(`${words.reference}: `, left, y, { font, size: 9.5 })
      paper.text(sheet.paymentReference, end, y, { font, size: 9.5, tag: 'payment_reference' })
    }
    footer()
  }
}
