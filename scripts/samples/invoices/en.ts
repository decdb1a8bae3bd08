import { iban, vatId } from '../identifiers.ts'
import { ledger } from '../layouts/ledger.ts'
import { minimal } from '../layouts/minimal.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { line } from './line.ts'

const harbour: Invoice = {
  kind: 'invoice',
  file: 'invoice-en-uk-harbour-and-finch.pdf',
  language: 'en',
  layout: 'ledger',
  currency: 'GBP',
  print: prints.GB,
  accent: '#1f4e5f',
  words: { number: 'Invoice no.', order: 'PO number', customer: 'Account no.', gross: 'Total due' },
  draw: ledger({
    logo: 'ring',
    font: 'Helvetica',
    bold: 'Helvetica-Bold',
    payTitle: 'How to pay',
    note: 'Please quote the payment reference with your transfer. Goods remain our property until paid in full.',
  }),
  seller: {
    name: 'Harbour & Finch Chandlery Ltd',
    address: ['7 Lantern Quay', 'Whitby', 'YO21 0ZZ'],
    vatId: vatId.GB('9000417'),
    phone: '01632 960 418',
    email: 'accounts@harbourfinch.example',
    register: 'Registered in England no. 00900417',
  },
  buyer: {
    name: 'Saltmarsh Sailing School CIC',
    contact: 'Accounts payable',
    address: ['The Old Net Loft', '22 Samphire Lane', 'Robin Hood’s Bay', 'YO22 0ZZ'],
  },
  number: 'HF-20871',
  issued: '2026-03-05',
  due: '2026-04-04',
  delivered: '2026-03-03',
  order: 'SSS/0318',
  customer: 'SALT01',
  lines: [
    line('Braided mooring rope 14 mm, navy', '60', 'm', '2.85', '20'),
    line('Galvanised shackle 10 mm', '24', 'each', '3.10', '20'),
    line('Child buoyancy aid 50 N, size S', '12', 'each', '34.50', '20'),
    line('Tide tables 2026, North Sea', '15', 'each', '8.99', '0'),
    line('Delivery by van', '1', 'trip', '18.00', '20'),
  ],
  bank: {
    name: 'Lantern & County Bank',
    iban: iban('GB', 'ZZLC99000104170871'),
    bic: 'ZZLCGB2X',
  },
  paymentReference: 'SALT01-20871',
}

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

export const englishInvoices: readonly Invoice[] = [harbour, cedar]
