import { iban, vatId } from '../identifiers.ts'
import { band } from '../layouts/band.ts'
import { boxed } from '../layouts/boxed.ts'
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

const mossgate: Invoice = {
  kind: 'invoice',
  file: 'invoice-en-ie-mossgate-software.pdf',
  language: 'en',
  layout: 'band',
  currency: 'EUR',
  print: prints.IE,
  accent: '#2f6f4f',
  words: { order: 'PO reference', tax: 'VAT at', gross: 'Amount due', net: 'Total excl. VAT' },
  draw: band({
    logo: 'ring',
    font: 'Sans',
    bold: 'Sans-Bold',
    tint: '#edf5f0',
    shown: ['number', 'issued', 'due', 'order', 'customer'],
    rateColumn: true,
  }),
  seller: {
    name: 'Mossgate Software Ltd',
    address: ['Unit 4, Turf Yard', 'Galway', 'H91 ZZ00'],
    vatId: 'IE9004182RH',
    email: 'billing@mossgate.example',
  },
  buyer: {
    name: 'Puffin & Partners Veterinary Clinic',
    address: ['Seacliff House', 'Strand Road', 'Sligo', 'F91 ZZ00'],
  },
  number: 'INV-2026-0553',
  issued: '2026-01-31',
  due: '2026-02-14',
  order: 'PUF-12',
  customer: 'ACC-0091',
  lines: [
    line('Practice diary, yearly plan', '9', 'seats', '132.00', '23'),
    line('Reminder messages', '2500', 'SMS', '0.045', '23'),
    line('Staff training, on site', '1.5', 'days', '640.00', '23', { detail: '22 and 23 January' }),
  ],
  discount: { label: 'Charity discount', percent: '10' },
  bank: { name: 'Bank of Turf & Tide', iban: iban('IE', 'ZZTT99041800055312'), bic: 'ZZTTIE2D' },
  paymentReference: 'INV-2026-0553',
  notes: ['Payment by bank transfer within 14 days.', 'Thank you for working with us.'],
}

const creditNote: Invoice = {
  kind: 'invoice',
  language: 'en',
  layout: 'ledger',
  currency: 'GBP',
  print: { ...prints.GB, date: 'd month yyyy' },
  file: 'credit-note-en-uk-larkspur-linen.pdf',
  accent: '#4a3b6b',
  words: {
    title: 'Credit note',
    number: 'Credit note no.',
    issued: 'Date of issue',
    order: 'Order no.',
    customer: 'Invoice credited',
    billTo: 'Credit to',
    gross: 'Total credit',
    net: 'Net credit',
  },
  draw: ledger({
    logo: 'leaf',
    font: 'Times-Roman',
    bold: 'Times-Bold',
    payTitle: '',
    note: 'The amount has been set against your account. No payment is required.',
  }),
  seller: {
    name: 'Larkspur Linen Hire',
    address: ['Mangle House, Starch Street', 'Stroud', 'GL5 0ZZ'],
    vatId: vatId.GB('9000621'),
    phone: '01632 960 733',
    email: 'ledger@larkspurlinen.example',
  },
  buyer: {
    name: 'The Drowsy Badger Inn',
    address: ['Sett Lane', 'Nailsworth', 'GL6 0ZZ'],
  },
  number: 'CN-0318',
  issued: '2026-02-19',
  order: 'DBI-77',
  customer: 'LL-11940',
  lines: [
    line('Table cloth 178 cm, returned unused', '14', 'each', '3.60', '20'),
    line('Napkins, white, short delivery', '60', 'each', '0.42', '20'),
    line('Collection fee charged twice', '1', 'trip', '12.50', '20'),
  ],
}

export const englishInvoices: readonly Invoice[] = [harbour, cedar, ridgeline, mossgate, creditNote]
