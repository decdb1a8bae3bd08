import type { Paper } from '../paper.ts'
import { type Order, orderValues, reckoned } from './order.ts'

const [left, right] = [45, 567]

/** An American order: title in a bar, vendor and ship-to in boxes, a ruled table, one total. */
export function boxedOrder(order: Order): (paper: Paper) => Record<string, unknown> {
  return (paper) => {
    const { amounts, gross, day, amount, money, price } = reckoned(order)
    const bold = 'Sans-Bold'
    const pen = { font: 'Sans', size: 9.5 }
    const end = Math.min(right, paper.width - 45)
    paper.text(order.buyer.name, left, 60, { font: bold, size: 14, tag: 'buyer_name' })
    order.buyer.address.forEach((line, i) => {
      paper.text(line, left, 76 + 13 * i, pen)
    })
    paper.box(340, 42, end - 340, 24, { fill: '#23395d' })
    paper.text('PURCHASE ORDER', (340 + end) / 2, 59, {
      ...{ font: bold, size: 13, align: 'center', colour: '#ffffff' },
    })
    const facts: readonly (readonly [string, string, string])[] = [
      ['P.O. number', order.number, 'order_number'],
      ['Order date', day(order.issued), 'order_date'],
      ['Required by', day(order.wanted), 'delivery_date'],
    ]
    facts.forEach(([label, value, tag], i) => {
      paper.text(label, 345, 84 + 15 * i, pen)
      paper.text(value, end - 4, 84 + 15 * i, { ...pen, align: 'right', tag })
    })
    const parties = [
      ['Vendor', order.seller, 'seller_name', left],
      ['Ship to', { ...order.buyer, name: 'Dock 3, Receiving' }, undefined, 310],
    ] as const
    for (const [title, party, tag, x] of parties) {
      paper.box(x, 145, 240, 18, { fill: '#dfe5ee' })
      paper.text(title, x + 6, 158, { font: bold, size: 9.5 })
      paper.box(x, 163, 240, 56, { stroke: '#8a94a6' })
      paper.text(party.name, x + 6, 179, { ...pen, tag })
      party.address.forEach((line, i) => {
        paper.text(line, x + 6, 193 + 13 * i, pen)
      })
    }

    const edges = [left, 300, 370, 450, end] as const
    const heads = ['Description', 'Qty', 'Unit price', 'Amount']
    paper.box(left, 240, end - left, 20, { fill: '#23395d' })
    heads.forEach((text, i) => {
      const align = i === 0 ? 'left' : 'right'
      const x = i === 0 ? left + 6 : (edges[i + 1] ?? end) - 6
      paper.text(text, x, 254, { font: bold, size: 9.5, align, colour: '#ffffff' })
    })
    let y = 260
    order.lines.forEach((line, i) => {
      const cells = [line.description, line.quantity, price(line.price), amount(amounts[i] ?? 0)]
      cells.forEach((text, k) => {
        const x = k === 0 ? left + 6 : (edges[k + 1] ?? end) - 6
        paper.text(text, x, y + 15, { ...pen, align: k === 0 ? 'left' : 'right' })
      })
      paper.line(left, y + 22, end, y + 22, 0.4, '#8a94a6')
      y += 22
    })
    paper.text('Order total', 380, y + 24, { font: bold, size: 10.5 })
    paper.text(money(gross), end - 6, y + 24, {
      ...{ font: bold, size: 10.5, align: 'right', tag: 'grand_total' },
    })
    paper.text('Quote this order number on all packages and papers.', left, y + 70, pen)
    paper.text('Authorized by: Dana Whitlock, Purchasing', left, y + 86, pen)
    return orderValues(order)
  }
}
