import type { Sheet } from '../model.ts'
import { prints } from '../print.ts'
import { boxedOrder } from './boxedOrder.ts'
import type { Order } from './order.ts'
import { plainOrder } from './plainOrder.ts'

const french: Order = {
  language: 'fr',
  print: prints.FR,
  number: 'BC-2026-0417',
  issued: '2026-03-04',
  wanted: '2026-03-20',
  buyer: {
    name: 'Coopérative des Hautes Roches',
    address: ['18 chemin des Carriers', '38250 Villard-Neuf'],
  },
  seller: { name: 'Papeterie Grandval SARL', address: ['7 quai des Tanneurs', '38000 Grenoble'] },
  currency: 'EUR',
  rate: '20',
  lines: [
    { description: 'Ramette papier A4 80 g', quantity: '60', price: '4.35' },
    { description: 'Classeur à levier dos 80 mm', quantity: '25', price: '3.10' },
    { description: 'Cartouche d’encre noire', quantity: '6', price: '28.90' },
    { description: 'Tableau blanc 120 × 90 cm', quantity: '2', price: '74.50' },
  ],
}

const english: Order = {
  language: 'en',
  print: { ...prints.US, date: 'month d, yyyy' },
  number: 'PO-88213',
  issued: '2026-02-17',
  wanted: '2026-03-09',
  buyer: {
    name: 'Cutler Bay Marine Works, Inc.',
    address: ['410 Breakwater Avenue', 'Port Ellis, ME 04999'],
  },
  seller: { name: 'Penhallow Fasteners LLC', address: ['22 Foundry Road', 'Dunmore, NH 03999'] },
  currency: 'USD',
  lines: [
    { description: 'Hex bolt, stainless, M12 x 60', quantity: '400', price: '1.15' },
    { description: 'Lock washer M12, box of 100', quantity: '8', price: '14.20' },
    { description: 'Bronze cleat, 10 inch', quantity: '12', price: '46.75' },
  ],
}

/** Purchase orders: the letterhead is the buyer’s. */
export const orders: readonly Sheet[] = [
  {
    kind: 'purchase_order',
    file: 'purchase-order-fr-hautes-roches.pdf',
    language: 'fr',
    layout: 'plain-order',
    title: `Bon de commande ${french.number}`,
    issued: french.issued,
    draw: plainOrder(french),
  },
  {
    kind: 'purchase_order',
    file: 'purchase-order-en-us-cutler-bay.pdf',
    language: 'en',
    layout: 'boxed-order',
    title: `Purchase order ${english.number}`,
    issued: english.issued,
    draw: boxedOrder(english),
  },
]
