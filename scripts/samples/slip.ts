import type { Receipt, ReceiptSlip } from './model.ts'
import { cents, decimal, lineAmount, percentOf, taxWithin } from './money.ts'
import { printDate, printDecimal, printMoney } from './print.ts'

/** Adds a receipt up: items, tax per rate (contained or on top), total. */
export function toSlip(receipt: Receipt): ReceiptSlip {
  const { print, language, items } = receipt
  const amounts = items.map((item) => lineAmount(item.quantity, item.price))
  const sum = amounts.reduce((total, amount) => total + amount, 0)
  const rates = [...new Set(items.map((item) => item.rate))].sort((a, b) => Number(b) - Number(a))
  const taxes = rates.map((rate, index) => {
    const full = items.reduce(
      (total, item, at) => total + (item.rate === rate ? (amounts[at] ?? 0) : 0),
      0,
    )
    const tax = receipt.taxOnTop ? percentOf(full, rate) : taxWithin(full, rate)
    const basis = receipt.taxOnTop ? full : full - tax
    return { rate, basis, tax, gross: basis + tax, code: 'ABC'[index] ?? 'D' }
  })
  const tax = taxes.reduce((total, row) => total + row.tax, 0)
  return {
    ...receipt,
    amounts,
    sum,
    taxes,
    tax,
    net: taxes.reduce((total, row) => total + row.basis, 0),
    total: (receipt.taxOnTop ? sum + tax : sum) + cents(receipt.tip ?? '0'),
    day: printDate(receipt.date, print.date, language),
    hour: receipt.clock === '12h' ? twelveHours(receipt.time) : receipt.time,
    amount: (minor) => printDecimal(decimal(minor), print),
    money: (minor) => printMoney(decimal(minor), print),
    decimal: (value) => printDecimal(value, print),
  }
}

function twelveHours(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':')
  const hour = Number(hours)
  return `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`
}

/** The letter that stands for an item's rate in the tax table. */
export const taxCode = (slip: ReceiptSlip, rate: string): string =>
  slip.taxes.find((row) => row.rate === rate)?.code ?? ''

/** The normalised values of a receipt, under the names that the scorer reads. */
export function receiptValues(slip: ReceiptSlip): Record<string, unknown> {
  return {
    company: slip.merchant,
    date: slip.date,
    address: slip.address.join(', '),
    total: decimal(slip.total),
    time: slip.time,
    currency: slip.currency,
    subtotal: decimal(slip.taxOnTop ? slip.sum : slip.net),
    tax_total: decimal(slip.tax),
    tip: slip.tip,
    payment_method: slip.payment.method,
    merchant_tax_id: slip.taxId,
    tax_breakdown: slip.taxes.map(({ rate, basis, tax }) => ({
      rate,
      basis: decimal(basis),
      tax: decimal(tax),
    })),
    line_items: slip.items.map((item, index) => ({
      description: item.name,
      quantity: item.quantity,
      unit_price: item.price,
      line_total: decimal(slip.amounts[index] ?? 0),
    })),
  }
}
