import { iban, vatId } from '../identifiers.ts'
import { band } from '../layouts/band.ts'
import { ledger } from '../layouts/ledger.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { americanInvoices } from './enUs.ts'
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

export const englishInvoices: readonly Invoice[] = [
  harbour,
  ...americanInvoices,
  mossgate,
  creditNote,
]
