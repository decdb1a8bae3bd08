import { groupedByFour } from '../identifiers.ts'
import { drawLogo } from '../logo.ts'
import type { InvoiceSheet } from '../model.ts'
import type { Paper } from '../paper.ts'
import { details, drawParty } from '../parts.ts'
import { createRandom } from '../random.ts'
import { drawSums, sumRows } from '../sums.ts'
import { drawTable } from '../table.ts'

const left = 62
const right = 538
const font = 'Helvetica'
const bold = 'Helvetica-Bold'

/** The Swiss page: address at the right, the payment slip with its code at the foot. */
export function swiss(o: { logo: Parameters<typeof drawLogo>[1]; intro: string }) {
  return (paper: Paper, sheet: InvoiceSheet): void => {
    const { words, seller, accent } = sheet
    drawLogo(paper, o.logo, left, 36, 34, accent)
    drawParty(paper, seller, {
      role: 'seller',
      x: left + 46,
      y: 46,
      lead: 11.5,
      pen: { font, size: 9 },
      bold,
      contact: false,
    })
    drawParty(paper, sheet.buyer, {
      role: 'buyer',
      x: 340,
      y: 118,
      lead: 13,
      pen: { font, size: 10 },
    })
    paper.text(words.title, left, 226, { font: bold, size: 16, colour: accent })
    let y = 118
    for (const row of details(sheet, ['number', 'issued', 'due', 'customer', 'buyerReference'])) {
      paper.text(row.label, left, y, { font, size: 9, colour: '#555555' })
      paper.text(row.value, left + 110, y, { font, size: 9, tag: row.tag })
      y += 13
    }
    if (seller.vatId !== undefined) {
      paper.text(words.vatId, left, y, { font, size: 9, colour: '#555555' })
      paper.text(seller.vatId, left + 110, y, { font, size: 9, tag: 'seller_vat_id' })
    }
    paper.text(o.intro, left, 244, { font, size: 9.5 })
    y = drawTable(paper, sheet, {
      columns: [
        { cell: 'description', title: words.description, left, right: 318 },
        { cell: 'quantity', title: words.quantity, left: 318, right: 360, align: 'right' },
        { cell: 'unit', title: words.unit, left: 364, right: 404 },
        { cell: 'price', title: words.price, left: 404, right: 466, align: 'right' },
        { cell: 'amount', title: words.amount, left: 466, right, align: 'right' },
      ],
      top: 256,
      floor: 440,
      look: { kind: 'ruled', font, bold, size: 9, accent, padding: 3 },
    })
    drawSums(paper, sumRows(sheet, { rate: (rate) => `${rate}% ${words.tax}` }), {
      left: 330,
      right: right - 3,
      y: y + 18,
      lead: 14,
      font,
      bold,
      size: 9.5,
      accent,
    })
    drawSlip(paper, sheet)
  }
}

/** Receipt and payment part; its amounts and accounts repeat those of the invoice. */
function drawSlip(paper: Paper, sheet: InvoiceSheet): void {
  const top = paper.height - 297.6
  const { doc } = paper
  doc.save().dash(3, { space: 3 })
  paper.line(0, top, paper.width, top, 0.5, '#777777')
  paper.line(176, top, 176, paper.height, 0.5, '#777777')
  doc.undash().restore()

  const amount = sheet.amount(sheet.totals.due).replace("'", ' ')
  const account = sheet.bank === undefined ? '' : groupedByFour(sheet.bank.iban)
  const payTo = [account, sheet.seller.name, ...sheet.seller.address]
  const payer = [sheet.buyer.name, ...sheet.buyer.address]
  const block = (
    x: number,
    y: number,
    size: number,
    title: string,
    lines: readonly string[],
    tags: Record<number, string> = {},
  ): number => {
    paper.text(title, x, y, { font: bold, size: size - 2 })
    lines.forEach((line, index) => {
      paper.text(line, x, y + (size + 1) * (index + 1), { font, size, tag: tags[index] })
    })
    return y + (size + 1) * (lines.length + 1) + size
  }

  paper.text('Empfangsschein', 14, top + 26, { font: bold, size: 11 })
  let y = block(14, top + 44, 8, 'Konto / Zahlbar an', payTo)
  if (sheet.paymentReference !== undefined)
    y = block(14, y, 8, 'Referenz', [sheet.paymentReference])
  block(14, y, 8, 'Zahlbar durch', payer)
  block(14, top + 214, 8, 'Währung', [sheet.currency])
  block(60, top + 214, 8, 'Betrag', [amount])
  paper.text('Annahmestelle', 162, top + 254, { font: bold, size: 6, align: 'right' })

  paper.text('Zahlteil', 190, top + 26, { font: bold, size: 11 })
  drawCode(paper, 190, top + 48, 130, sheet.number)
  block(190, top + 214, 10, 'Währung', [sheet.currency])
  block(240, top + 214, 10, 'Betrag', [amount])
  y = block(338, top + 24, 9, 'Konto / Zahlbar an', payTo, { 0: 'iban' })
  if (sheet.paymentReference !== undefined)
    y = block(338, y, 9, 'Referenz', [sheet.paymentReference], { 0: 'payment_reference' })
  y = block(338, y, 9, 'Zusätzliche Informationen', [`${sheet.words.title} ${sheet.number}`])
  block(338, y, 9, 'Zahlbar durch', payer)
}

/** Looks like a QR code with the Swiss cross and encodes nothing. */
function drawCode(paper: Paper, x: number, y: number, size: number, seed: string): void {
  const cells = 45
  const cell = size / cells
  const random = createRandom(seed)
  const inFinder = (row: number, column: number) =>
    (row < 8 && (column < 8 || column > cells - 9)) || (row > cells - 9 && column < 8)
  for (let row = 0; row < cells; row += 1)
    for (let column = 0; column < cells; column += 1)
      if (random() < 0.48 && !inFinder(row, column))
        paper.doc.rect(x + column * cell, y + row * cell, cell, cell)
  paper.doc.fill('#000000')
  for (const [row, column] of [
    [0, 0],
    [0, cells - 7],
    [cells - 7, 0],
  ] as const) {
    const [px, py] = [x + column * cell, y + row * cell]
    paper.box(px, py, 7 * cell, 7 * cell, { fill: '#000000' })
    paper.box(px + cell, py + cell, 5 * cell, 5 * cell, { fill: '#ffffff' })
    paper.box(px + 2 * cell, py + 2 * cell, 3 * cell, 3 * cell, { fill: '#000000' })
  }
  const middle = [x + size / 2, y + size / 2] as const
  paper.box(middle[0] - 10, middle[1] - 10, 20, 20, { fill: '#000000', stroke: '#ffffff' })
  paper.box(middle[0] - 2, middle[1] - 6.5, 4, 13, { fill: '#ffffff' })
  paper.box(middle[0] - 6.5, middle[1] - 2, 13, 4, { fill: '#ffffff' })
}
