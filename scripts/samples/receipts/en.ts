import { vatId } from '../identifiers.ts'
import type { Receipt } from '../model.ts'
import { prints } from '../print.ts'
import { classic } from './families.ts'
import { item } from './shared.ts'

const common = { kind: 'receipt', language: 'en' } as const

const kettle: Receipt = {
  ...common,
  currency: 'GBP',
  print: { ...prints.GB, date: 'dd/mm/yy' },
  file: 'receipt-en-uk-copper-kettle.png',
  layout: 'classic',
  look: { millimetres: 80, columns: 34, font: 'Mono', bold: 'Mono-Bold' },
  draw: classic({
    taxIdLabel: 'VAT Reg No',
    date: 'Date:',
    time: 'Time:',
    receipt: 'Receipt No.',
    subtotal: 'Net',
    tax: (rate) => `VAT ${rate}%`,
    total: 'TOTAL',
    change: 'CHANGE',
    thanks: ['Served by: Imogen', 'Thank you, see you soon!'],
  }),
  merchant: 'The Copper Kettle',
  address: ['3 Bellfounder’s Row', 'Ludlow SY8 0ZZ'],
  phone: '01632 960 207',
  taxId: vatId.GB('9000533'),
  date: '2026-02-07',
  time: '11:42',
  number: '118204',
  items: [
    item('Flat white', '2', '3.40', '20'),
    item('Toasted teacake', '1', '3.25', '20'),
    item('Leek & potato soup', '1', '6.95', '20'),
    item('Elderflower presse', '1', '3.60', '20'),
  ],
  payment: { method: 'CASH', given: '25.00' },
}

const diner: Receipt = {
  ...common,
  currency: 'USD',
  print: prints.US,
  file: 'receipt-en-us-bluebird-diner.webp',
  layout: 'classic',
  look: { millimetres: 80, columns: 32, font: 'Thermal-Slashed' },
  draw: classic({
    heading: 'GUEST CHECK',
    date: 'Date',
    time: '',
    receipt: 'Check #',
    subtotal: 'Subtotal',
    tax: (rate) => `Tax ${rate}%`,
    tip: 'Tip',
    total: 'Total',
    change: 'Change',
    card: {
      title: '--- CARD SALE ---',
      trace: 'Trace',
      amount: 'AMOUNT',
      approved: 'APPROVED 041827',
    },
    thanks: ['Customer copy', 'Y’all come back now!'],
  }),
  merchant: 'BLUEBIRD DINER',
  address: ['77 County Road 12', 'Marfa, TX 79800'],
  phone: '(432) 555-0146',
  date: '2026-01-17',
  time: '13:07',
  clock: '12h',
  number: '20931',
  taxOnTop: true,
  tip: '6.00',
  items: [
    item('Huevos rancheros', '1', '11.50', '8.25'),
    item('Short stack', '1', '7.25', '8.25'),
    item('Coffee, refill', '2', '2.75', '8.25'),
    item('Side bacon', '1', '3.95', '8.25'),
  ],
  payment: { method: 'VISA CREDIT', card: '4182' },
}

export const englishReceipts: readonly Receipt[] = [kettle, diner]
