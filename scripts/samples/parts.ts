import type { InvoiceSheet, Party } from './model.ts'
import { decimal } from './money.ts'
import type { Paper, Pen } from './paper.ts'

export type SumRow = {
  readonly label: string
  readonly value: string
  readonly tag?: string
  readonly strong?: boolean
}

/** The rows under the table: subtotal, discount, net, tax per rate, gross, what is left to pay. */
export function sumRows(
  sheet: InvoiceSheet,
  o: {
    taxSum?: boolean
    basis?: boolean
    rate?: (rate: string) => string
    /** Print what was paid before with a minus. */
    deducted?: boolean
  } = {},
): SumRow[] {
  const { totals, words, money } = sheet
  const percent = o.rate ?? ((rate: string) => `${words.tax} ${sheet.percent(rate)}`)
  const one = totals.taxes.length === 1
  const rows: SumRow[] = []
  if (sheet.discount !== undefined) {
    rows.push({ label: words.lines, value: money(totals.lines), tag: 'lines_total' })
    rows.push({
      label: `${sheet.discount.label} ${sheet.percent(sheet.discount.percent)}`,
      value: money(-totals.discount),
      tag: 'allowance_total',
    })
  }
  rows.push({ label: words.net, value: money(totals.net), tag: 'net_total' })
  for (const row of totals.taxes)
    rows.push({
      label: o.basis ? `${percent(row.rate)} (${money(row.basis)})` : percent(row.rate),
      value: money(row.tax),
      ...(one ? { tag: 'tax_total' } : {}),
    })
  if (o.taxSum === true && !one)
    rows.push({ label: words.taxSum, value: money(totals.tax), tag: 'tax_total' })
  rows.push({ label: words.gross, value: money(totals.gross), tag: 'grand_total', strong: true })
  if (totals.prepaid > 0) {
    rows.push({
      label: words.prepaid,
      value: money(o.deducted ? -totals.prepaid : totals.prepaid),
      tag: 'prepaid',
    })
    rows.push({ label: words.toPay, value: money(totals.due), tag: 'due_payable', strong: true })
  }
  return rows
}

/** Writes label and value rows; gives back the next free baseline. */
export function drawSums(
  paper: Paper,
  rows: readonly SumRow[],
  o: {
    left: number
    right: number
    y: number
    lead: number
    font: string
    bold: string
    size: number
    accent: string
    labels?: 'left' | 'right'
    labelRight?: number
  },
): number {
  let y = o.y
  for (const row of rows) {
    const strong = row.strong === true
    const pen: Pen = { font: strong ? o.bold : o.font, size: strong ? o.size + 1 : o.size }
    if (strong) {
      y += 3
      paper.line(o.left, y - o.size - 3, o.right, y - o.size - 3, 0.8, o.accent)
    }
    if (o.labels === 'right')
      paper.text(row.label, o.labelRight ?? o.right - 80, y, { ...pen, align: 'right' })
    else paper.text(row.label, o.left, y, pen)
    paper.text(row.value, o.right, y, { ...pen, align: 'right', tag: row.tag })
    y += o.lead
  }
  return y
}

/** Name and address under each other, tagged for the seller or the buyer. */
export function drawParty(
  paper: Paper,
  party: Party,
  o: {
    role: 'seller' | 'buyer'
    x: number
    y: number
    lead: number
    pen?: Pen
    bold?: string
    contact?: boolean
  },
): number {
  let y = o.y
  const pen = o.pen ?? {}
  paper.text(party.name, o.x, y, {
    ...pen,
    ...(o.bold === undefined ? {} : { font: o.bold }),
    tag: `${o.role}_name`,
  })
  y += o.lead
  if (o.contact !== false && party.contact !== undefined) {
    paper.text(party.contact, o.x, y, pen)
    y += o.lead
  }
  for (const line of party.address) {
    paper.text(line, o.x, y, { ...pen, tag: `${o.role}_address` })
    y += o.lead
  }
  return y
}

export type Detail = { readonly label: string; readonly value: string; readonly tag?: string }

/** The invoice's own particulars that are set, in the usual order. */
export function details(
  sheet: InvoiceSheet,
  wanted: readonly (
    | 'number'
    | 'issued'
    | 'due'
    | 'delivered'
    | 'order'
    | 'customer'
    | 'buyerReference'
  )[],
): Detail[] {
  const { words } = sheet
  const day = (iso: string | undefined) => (iso === undefined ? undefined : sheet.date(iso))
  const all = {
    number: [words.number, sheet.number, 'invoice_number'],
    issued: [words.issued, sheet.date(sheet.issued), 'issue_date'],
    due: [words.due, day(sheet.due), 'due_date'],
    delivered: [words.delivered, day(sheet.delivered), 'delivery_date'],
    order: [words.order, sheet.order, 'order_number'],
    customer: [words.customer, sheet.customer, undefined],
    buyerReference: [words.buyerReference, sheet.buyerReference, 'buyer_reference'],
  } as const
  return wanted.flatMap((name) => {
    const [label, value, tag] = all[name]
    if (value === undefined) return []
    return [tag === undefined ? { label, value } : { label, value, tag }]
  })
}

/** A drawn mark, so that a page has a logo and no picture file is needed. */
export function drawLogo(
  paper: Paper,
  kind: 'waves' | 'leaf' | 'bars' | 'ring' | 'blocks' | 'peak',
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  const { doc } = paper
  doc.save()
  const unit = size / 10
  switch (kind) {
    case 'waves':
      doc.circle(x + size / 2, y + size / 2, size / 2).fill(colour)
      for (const row of [4, 6])
        doc
          .moveTo(x + unit, y + row * unit)
          .bezierCurveTo(
            x + 4 * unit,
            y + (row - 2) * unit,
            x + 6 * unit,
            y + (row + 2) * unit,
            x + 9 * unit,
            y + row * unit,
          )
          .lineWidth(unit * 0.8)
          .stroke('#ffffff')
      break
    case 'leaf':
      doc
        .moveTo(x, y + size)
        .bezierCurveTo(x, y, x + size / 2, y, x + size, y)
        .bezierCurveTo(x + size, y + size / 2, x + size, y + size, x, y + size)
        .fill(colour)
      doc
        .moveTo(x, y + size)
        .lineTo(x + 7 * unit, y + 3 * unit)
        .lineWidth(unit * 0.6)
        .stroke('#ffffff')
      break
    case 'bars':
      for (const [index, tall] of [4, 7, 10, 6].entries())
        doc
          .rect(x + index * 2.6 * unit, y + (10 - tall) * unit, 1.9 * unit, tall * unit)
          .fill(colour)
      break
    case 'ring':
      doc
        .circle(x + size / 2, y + size / 2, size * 0.4)
        .lineWidth(size * 0.18)
        .stroke(colour)
      doc.circle(x + size / 2, y + size / 2, size * 0.12).fill(colour)
      break
    case 'blocks':
      for (const [column, row] of [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 2],
        [2, 1],
      ] as const)
        doc.rect(x + column * 3.4 * unit, y + row * 3.4 * unit, 3 * unit, 3 * unit).fill(colour)
      break
    case 'peak':
      doc
        .polygon([x, y + size], [x + size * 0.4, y + size * 0.15], [x + size * 0.8, y + size])
        .fill(colour)
      doc
        .polygon(
          [x + size * 0.45, y + size],
          [x + size * 0.72, y + size * 0.45],
          [x + size, y + size],
        )
        .fillOpacity(0.6)
        .fill(colour)
      break
  }
  doc.restore()
}

/** A table of rate, basis and tax, as wide as told. */
export function drawTaxTable(
  paper: Paper,
  sheet: InvoiceSheet,
  o: { x: number; y: number; width: number; font: string; bold: string; size: number },
): number {
  const stops = [o.x + 3, o.x + o.width * 0.62, o.x + o.width - 3]
  const lead = o.size * 1.6
  let y = o.y
  const row = (texts: readonly string[], font: string) => {
    texts.forEach((text, index) => {
      paper.text(text, stops[index] ?? o.x, y, {
        font,
        size: o.size,
        align: index === 0 ? 'left' : 'right',
      })
    })
    y += lead
  }
  row([sheet.words.rate.replace('% ', ''), sheet.words.basis, sheet.words.tax], o.bold)
  paper.line(o.x, y - lead + 4, o.x + o.width, y - lead + 4, 0.5)
  for (const tax of sheet.totals.taxes)
    row([sheet.percent(tax.rate), sheet.amount(tax.basis), sheet.amount(tax.tax)], o.font)
  return y
}

/** The decimal strings that the truth holds for each rate. */
export const taxTruth = (sheet: InvoiceSheet) =>
  sheet.totals.taxes.map(({ rate, basis, tax }) => ({
    rate,
    basis: decimal(basis),
    tax: decimal(tax),
  }))
