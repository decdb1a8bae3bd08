import { vatId } from '../identifiers.ts'
import type { Receipt } from '../model.ts'
import { prints } from '../print.ts'
import { coded } from './families.ts'
import { item } from './shared.ts'

const common = { kind: 'receipt', language: 'de', currency: 'EUR' } as const
const print = { ...prints.DE, signPlace: 'none' } as const

const baeckerei: Receipt = {
  ...common,
  print,
  file: 'receipt-de-baeckerei-morgenhall.jpg',
  layout: 'coded',
  look: { millimetres: 80, columns: 38, font: 'Thermal' },
  draw: coded({
    taxIdLabel: 'USt-IdNr.:',
    currency: 'EUR',
    total: 'SUMME EUR',
    change: 'Rückgeld',
    head: ['MwSt', 'Netto', 'Steuer', 'Brutto'],
    stamp: (slip) => [`Bon ${slip.number}`, ' Uhr'],
    thanks: ['', 'Vielen Dank und guten Appetit!', 'Es bediente Sie: Frau Sperling'],
  }),
  merchant: 'Bäckerei Morgenhall',
  address: ['Käuzchengasse 2', '99423 Weimar'],
  phone: 'Tel. 03643 555 0117',
  taxId: vatId.DE('90417705'),
  date: '2026-03-21',
  time: '08:14',
  number: '004417',
  items: [
    item('Dinkelkruste 1000g', '1', '5.40', '7'),
    item('Roggenbrötchen', '6', '0.65', '7'),
    item('Butterhörnchen', '2', '1.50', '7'),
    item('Mohnschnecke', '3', '2.35', '7'),
    item('Kaffee groß', '2', '3.20', '19'),
    item('Orangensaft 0,2l', '1', '2.90', '19'),
  ],
  payment: { method: 'BAR', given: '30.00' },
}

export const germanReceipts: readonly Receipt[] = [baeckerei]
