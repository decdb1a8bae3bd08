import type { Language } from '../../../workers/languages.ts'
import type { Party } from '../model.ts'
import { decimal, lineAmount, percentOf } from '../money.ts'
import { type Print, printDate, printDecimal, printMoney } from '../print.ts'

/** An order; without a rate no tax is stated. */
export type Order = {
  readonly language: Language
  readonly print: Print
  readonly number: string
  readonly issued: string
  readonly wanted: string
  readonly buyer: Party
  readonly seller: Party
  readonly currency: string
  readonly rate?: string
  readonly lines: readonly { description: string; quantity: string; price: string }[]
}

/** The sums of an order in cents, and its ways of printing. */
export function reckoned({ lines, rate, print, language }: Order) {
  const amounts = lines.map(({ quantity, price }) => lineAmount(quantity, price))
  const net = amounts.reduce((sum, amount) => sum + amount, 0)
  const tax = rate === undefined ? 0 : percentOf(net, rate)
  return {
    ...{ amounts, net, tax, gross: net + tax },
    day: (iso: string) => printDate(iso, print.date, language),
    amount: (cents: number) => printDecimal(decimal(cents), print),
    money: (cents: number) => printMoney(decimal(cents), print),
    price: (value: string) => printDecimal(value, print),
  }
}

/** The normalised values of an order. */
export function orderValues(order: Order): Record<string, unknown> {
  const { amounts, net, tax, gross } = reckoned(order)
  return {
    order_number: order.number,
    order_date: order.issued,
    buyer_name: order.buyer.name,
    seller_name: order.seller.name,
    delivery_date: order.wanted,
    currency: order.currency,
    net_total: order.rate === undefined ? undefined : decimal(net),
    tax_total: order.rate === undefined ? undefined : decimal(tax),
    grand_total: decimal(gross),
    line_items: order.lines.map(({ description, quantity, price }, i) => ({
      ...{ description, quantity, unit_price: price },
      line_total: decimal(amounts[i] ?? 0),
    })),
  }
}
