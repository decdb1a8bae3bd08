import type { InvoiceSheet } from './model.ts'
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
