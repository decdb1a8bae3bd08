import type { Paper } from '../paper.ts'
import { type Order, orderValues, reckoned } from './order.ts'

const [left, right] = [60, 535]

/** A French order: letterhead of the buyer, supplier at the right, a plain table, three sums. */
export function plainOrder(order: Order): (paper: Paper) => Record<string, unknown> {
  return (paper) => {
    const { amounts, net, tax, gross, day, amount, money, price } = reckoned(order)
    const bold = 'Helvetica-Bold'
    paper.text(order.buyer.name, left, 64, { font: bold, size: 15, tag: 'buyer_name' })
    order.buyer.address.forEach((line, i) => {
      paper.text(line, left, 80 + 12 * i)
    })
    paper.text('Bon de commande', left, 150, { font: bold, size: 17 })
    let x = paper.text('N° ', left, 168, { size: 10 })
    paper.text(order.number, x, 168, { size: 10, tag: 'order_number' })
    x = paper.text('Date de commande : ', left, 184, { size: 10 })
    paper.text(day(order.issued), x, 184, { size: 10, tag: 'order_date' })
    x = paper.text('Livraison souhaitée le : ', left, 200, { size: 10 })
    paper.text(day(order.wanted), x, 200, { size: 10, tag: 'delivery_date' })
    paper.text('Fournisseur :', 340, 150, { font: bold, size: 10 })
    paper.text(order.seller.name, 340, 166, { size: 10, tag: 'seller_name' })
    order.seller.address.forEach((line, i) => {
      paper.text(line, 340, 180 + 13 * i, { size: 10 })
    })

    const head = { font: bold, size: 9 }
    paper.text('Désignation', left, 250, head)
    paper.text('Quantité', 360, 250, { ...head, align: 'right' })
    paper.text('Prix unitaire HT', 450, 250, { ...head, align: 'right' })
    paper.text('Montant HT', right, 250, { ...head, align: 'right' })
    paper.line(left, 255, right, 255, 0.8)
    let y = 272
    order.lines.forEach((line, i) => {
      paper.text(line.description, left, y)
      paper.text(line.quantity, 360, y, { align: 'right' })
      paper.text(price(line.price), 450, y, { align: 'right' })
      paper.text(amount(amounts[i] ?? 0), right, y, { align: 'right' })
      y += 18
    })
    paper.line(left, y - 8, right, y - 8, 0.5)
    const sums: readonly (readonly [string, number, string])[] = [
      ['Total HT', net, 'net_total'],
      [`TVA ${order.rate} %`, tax, 'tax_total'],
      ['Total TTC', gross, 'grand_total'],
    ]
    for (const [label, cents, tag] of sums) {
      y += 16
      paper.text(label, 380, y, { font: bold })
      paper.text(money(cents), right, y, { font: bold, align: 'right', tag })
    }
    paper.text('Merci de rappeler le numéro de commande sur votre facture.', left, y + 50)
    paper.text('Commandé par : Solène Brunoy, service des achats', left, y + 66)
    return orderValues(order)
  }
}
