import { boxed } from '../layouts/boxed.ts'
import { minimal } from '../layouts/minimal.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { line } from './line.ts'

const cedar: Invoice = {
  kind: 'invoice',
  file: 'invoice-en-us-cedar-loop-studio.pdf',
  language: 'en',
  layout: 'minimal',
  size: [612, 792],
  currency: 'USD',
  print: prints.US,
  accent: '#111111',
  words: {
    number: 'Invoice #',
    issued: 'Date',
    due: 'Due',
    order: 'Project',
    net: 'Subtotal',
    tax: 'Sales tax',
    price: 'Rate',
    quantity: 'Hours',
    gross: 'Amount due (USD)',
    billTo: 'Billed to',
  },
  draw: minimal({
    thanks: 'Thank you!',
    payTo: ['Checks payable to Cedar Loop Studio LLC', 'Questions: hello@cedarloop.example'],
  }),
  seller: {
    name: 'Cedar Loop Studio LLC',
    address: ['418 Thimbleberry Rd', 'Bend, OR 97700'],
  },
  buyer: {
    name: 'Pinecone Outfitters Inc.',
    contact: 'Attn: Marla Quickwater',
    address: ['1200 Switchback Ave, Suite 9', 'Boise, ID 83700'],
  },
  number: '1047',
  issued: '2026-01-09',
  due: '2026-02-08',
  lines: [
    line('Brand refresh: logo and wordmark', '22.5', 'h', '95.00', '0'),
    line('Trail map illustration', '14', 'h', '95.00', '0'),
    line('Print file preparation', '3.25', 'h', '70.00', '0'),
  ],
}

const ridgeline: Invoice = {
  kind: 'invoice',
  file: 'invoice-en-us-ridgeline-supply.pdf',
  language: 'en',
  layout: 'boxed',
  size: [612, 792],
  currency: 'USD',
  print: prints.US,
  accent: '#333333',
  words: {
    number: 'Invoice #',
    issued: 'Date',
    due: 'Due Date',
    order: 'P.O. No.',
    delivered: 'Ship Date',
    billTo: 'Bill To',
    quantity: 'Quantity',
    article: 'Item Code',
    price: 'Price Each',
    net: 'Subtotal',
    tax: 'Sales Tax',
    gross: 'Total',
    prepaid: 'Payments/Credits',
    toPay: 'Balance Due',
  },
  draw: boxed({
    shipTo: ['Juniper Creek Lodge', 'Boathouse, Lower Dock', '9 Paddle Lane', 'Ely, MN 55700'],
    headings: { shipTo: 'Ship To', terms: 'Terms', rep: 'Rep' },
    rep: 'TK',
    message:
      'Thank you for your business. Returns within 30 days with this invoice; a restocking fee of 15% applies.',
  }),
  seller: {
    name: 'Ridgeline Supply Co.',
    address: ['2250 Granite Pass', 'Duluth, MN 55800'],
    phone: '(218) 555-0172',
    web: 'www.ridgelinesupply.example',
  },
  buyer: {
    name: 'Juniper Creek Lodge, Inc.',
    contact: 'Accounts Payable',
    address: ['PO Box 310', 'Ely, MN 55700'],
  },
  number: '88213',
  issued: '2025-11-14',
  due: '2025-12-14',
  delivered: '2025-11-13',
  order: 'JC-2207',
  terms: 'Net 30',
  prepaid: '500.00',
  lines: [
    line('Canoe paddle, ash, 57 in.', '12', 'ea', '46.75', '7.875', { article: 'PDL-57A' }),
    line('Life vest, adult, universal', '20', 'ea', '38.50', '7.875', { article: 'LV-ADU' }),
    line('Dock cleat, galvanized, 8 in.', '36', 'ea', '11.20', '7.875', { article: 'CLT-08G' }),
    line('Nylon dock line 1/2 in. x 25 ft, pre-spliced eye', '18', 'ea', '19.95', '7.875', {
      article: 'DL-1225',
    }),
    line('Propane cylinder exchange, 20 lb', '10', 'ea', '24.00', '7.875', { article: 'LP-20X' }),
  ],
}

/** Of the United States: letter paper, sales tax on top. */
export const americanInvoices: readonly Invoice[] = [cedar, ridgeline]
