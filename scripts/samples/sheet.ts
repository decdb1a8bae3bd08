import type { Invoice, InvoiceSheet, Line, Totals } from './model.ts'
import { cents, decimal, lineAmount, percentOf } from './money.ts'
import { printDate, printDecimal, printMoney } from './print.ts'
import { words } from './words.ts'

/** Adds an invoice up: lines, discount, tax per rate, gross, what is left to pay. */
export function addUp(invoice: Pick<Invoice, 'lines' | 'discount' | 'prepaid'>): Totals {
  const amounts = invoice.lines.map((line) => lineAmount(line.quantity, line.price))
  const lines = amounts.reduce((sum, amount) => sum + amount, 0)
  const percent = invoice.discount?.percent ?? '0'
  const rates = [...new Set(invoice.lines.map((line) => line.rate))].sort(
    (a, b) => Number(b) - Number(a),
  )
  const taxes = rates.map((rate) => {
    const full = invoice.lines.reduce(
      (sum, line, index) => sum + (line.rate === rate ? (amounts[index] ?? 0) : 0),
      0,
    )
    const basis = full - percentOf(full, percent)
    return { rate, basis, tax: percentOf(basis, rate) }
  })
  const net = taxes.reduce((sum, row) => sum + row.basis, 0)
  const tax = taxes.reduce((sum, row) => sum + row.tax, 0)
  const prepaid = cents(invoice.prepaid ?? '0')
  return {
    amounts,
    lines,
    discount: lines - net,
    net,
    taxes,
    tax,
    gross: net + tax,
    prepaid,
    due: net + tax - prepaid,
  }
}

/** Languages that set the per cent sign close. */
const tight: ReadonlySet<string> = new Set(['en', 'nl'])

/** The invoice with its sums, words and ways of printing. */
export function toSheet(invoice: Invoice): InvoiceSheet {
  const { print, language } = invoice
  return {
    ...invoice,
    words: { ...words[language], ...invoice.words },
    totals: addUp(invoice),
    date: (iso) => printDate(iso, print.date, language),
    amount: (minor) => printDecimal(decimal(minor), print),
    money: (minor) => printMoney(decimal(minor), print),
    percent: (rate) => `${printDecimal(rate, print)}${tight.has(language) ? '%' : ' %'}`,
    decimal: (value) => printDecimal(value, print),
  }
}

/** What the table's columns print for a row. */
export function cellText(sheet: InvoiceSheet, line: Line, index: number): Record<Cell, string> {
  return {
    position: String(index + 1),
    article: line.article ?? '',
    description: line.description,
    quantity: sheet.decimal(line.quantity),
    unit: line.unit,
    quantityUnit: `${sheet.decimal(line.quantity)} ${line.unit}`,
    price: sheet.decimal(line.price),
    rate: sheet.percent(line.rate),
    amount: sheet.amount(sheet.totals.amounts[index] ?? 0),
    amountSign: sheet.money(sheet.totals.amounts[index] ?? 0),
  }
}
export type Cell =
  | 'position'
  | 'article'
  | 'description'
  | 'quantity'
  | 'unit'
  | 'quantityUnit'
  | 'price'
  | 'rate'
  | 'amount'
  | 'amountSign'
