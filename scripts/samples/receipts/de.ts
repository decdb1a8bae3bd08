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

const supermarkt: Receipt = {
  ...common,
  print,
  file: 'receipt-de-supermarkt-rabenkorb.jpg',
  layout: 'coded-card',
  look: { millimetres: 80, columns: 40, font: 'Mono', bold: 'Mono-Bold', lead: 1.15 },
  draw: coded({
    taxIdLabel: 'UID Nr.:',
    currency: 'EUR',
    total: 'SUMME',
    change: 'Rückgeld',
    head: ['Steuer %', 'Netto', 'Steuer', 'Brutto'],
    stamp: (slip) => [`Bon-Nr.:${slip.number}`, ''],
    card: {
      title: '* *  Kundenbeleg  * *',
      trace: 'TA-Nr.',
      amount: 'Betrag EUR',
      approved: 'Zahlung erfolgt',
    },
    thanks: ['Markt:0417  Kasse:3  Bed.:118', '', 'Vielen Dank für Ihren Einkauf'],
    quantityFirst: true,
  }),
  merchant: 'RABENKORB',
  subtitle: 'Ihr Frischemarkt an der Ecke',
  address: ['Krähenallee 90-94', '04229 Leipzig'],
  taxId: vatId.DE('90419912'),
  date: '2026-03-14',
  time: '18:52',
  number: '7731',
  items: [
    item('VOLLMILCH 3,8% 1L', '4', '1.29', '7'),
    item('HAFERFLOCKEN ZART', '1', '0.95', '7'),
    item('BERGKAESE AM STUECK', '1', '4.87', '7'),
    item('TOMATEN RISPE', '0.684', '3.49', '7', ' kg'),
    item('BANANEN', '1.152', '1.79', '7', ' kg'),
    item('SPUELMITTEL ZITRONE', '2', '1.65', '19'),
    item('KUECHENROLLE 4ER', '1', '3.45', '19'),
    item('MINERALWASSER 6X1,5L', '2', '2.34', '19'),
    item('PFAND 1,50', '2', '1.50', '19'),
    item('VOLLKORNBROT 500G', '1', '2.19', '7'),
    item('ZARTBITTER 70%', '3', '1.19', '7'),
  ],
  payment: { method: 'girocard', card: '4417' },
}

export const germanReceipts: readonly Receipt[] = [baeckerei, supermarkt]
