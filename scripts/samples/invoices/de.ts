import { iban, swissReference, vatId } from '../identifiers.ts'
import { band } from '../layouts/band.ts'
import { din5008 } from '../layouts/din5008.ts'
import { swiss } from '../layouts/swiss.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { germanCrafts } from './deCrafts.ts'
import { line } from './line.ts'

const common = { kind: 'invoice', language: 'de', currency: 'EUR', print: prints.DE } as const

const brauhaus: Invoice = {
  ...common,
  file: 'invoice-de-brauhaus-nord.pdf',
  layout: 'din5008',
  accent: '#7a4a12',
  draw: din5008({
    logo: 'waves',
    brand: 'Brauhaus Nordwolke',
    head: 'Geschäftsführung:',
    greeting: [
      'Sehr geehrte Damen und Herren,',
      'für unsere Lieferung berechnen wir Ihnen wie folgt:',
    ],
    closing: [
      'Bitte überweisen Sie den Rechnungsbetrag ohne Abzug bis zum Fälligkeitsdatum auf das unten genannte Konto.',
    ],
    taxSum: true,
    rateColumn: true,
  }),
  seller: {
    name: 'Brauhaus Nordwolke GmbH',
    address: ['Möwensteig 14', '24103 Kiel'],
    vatId: vatId.DE('90412237'),
    taxNumber: '20/999/41223',
    phone: '0431 555 0142',
    email: 'kontor@brauhaus-nordwolke.example',
    register: 'Amtsgericht Kiel, HRB 99014',
    contact: 'Wiebke Torfstein',
  },
  buyer: {
    name: 'Gasthof Zum Silberreiher',
    contact: 'Herrn Enno Lüttjohann',
    address: ['Deichgrafenweg 3', '25813 Husum'],
  },
  number: 'RE-2026-00318',
  issued: '2026-02-12',
  due: '2026-02-26',
  delivered: '2026-02-10',
  order: 'B-44907',
  customer: '10482',
  lines: [
    line('Nordwolke Pils 20 × 0,5 l', '24', 'Kasten', '15.80', '19'),
    line('Nordwolke Dunkel 20 × 0,5 l', '10', 'Kasten', '16.40', '19'),
    line('Apfelschorle naturtrüb 12 × 0,7 l', '8', 'Kasten', '9.95', '19'),
    line('Malztreber-Brot 750 g', '30', 'Stück', '3.20', '7', {
      detail: 'aus eigener Backstube, Charge MB-0209',
    }),
    line('Biersenf im Glas 200 ml', '18', 'Glas', '2.45', '7'),
  ],
  bank: {
    name: 'Fördebank Nordwolke eG',
    iban: iban('DE', '999500010004412230'),
    bic: 'ZZFNDE2KXXX',
  },
  paymentReference: 'RE-2026-00318 / 10482',
}

const maschinenbau: Invoice = {
  ...common,
  file: 'invoice-de-maschinenbau-reverse-charge.pdf',
  layout: 'band',
  accent: '#1d3557',
  words: {
    number: 'Rechnung Nr.',
    issued: 'Datum',
    due: 'Zahlbar bis',
    billTo: 'Kunde',
    quantity: 'Menge',
    amount: 'Betrag',
    gross: 'Endbetrag',
    net: 'Summe netto',
  },
  draw: band({
    logo: 'blocks',
    font: 'Helvetica',
    bold: 'Helvetica-Bold',
    tint: '#eef2f7',
    shown: ['number', 'issued', 'delivered', 'due', 'order', 'customer'],
    rateColumn: false,
  }),
  seller: {
    name: 'Zahnkranz Maschinenbau AG',
    address: ['Getriebeweg 88', '09111 Chemnitz'],
    vatId: vatId.DE('90418090'),
    email: 'buchhaltung@zahnkranz.example',
  },
  buyer: {
    name: 'Polderpomp Techniek B.V.',
    address: ['Gemaaldijk 30', '3311 ZZ Dordrecht', 'Niederlande'],
    vatId: vatId.NL('00053314'),
  },
  number: 'ZK/26/1093',
  issued: '2026-03-02',
  due: '2026-04-01',
  delivered: '2026-02-25',
  order: 'PO-7781-A',
  customer: 'D-55021',
  lines: [
    line('Stirnradgetriebe ZK 40, Übersetzung 1:12', '4', 'Stk', '1845.00', '0'),
    line('Dichtungssatz FKM für ZK 40', '8', 'Satz', '37.60', '0'),
    line('Inbetriebnahme vor Ort', '16', 'Std', '112.00', '0', {
      detail: 'zwei Monteure, 24. und 25.02.2026',
    }),
    line('Verpackung seefest', '1', 'Psch', '140.00', '0'),
  ],
  bank: {
    name: 'Bankhaus Getriebe & Söhne',
    iban: iban('DE', '999500030018090445'),
    bic: 'ZZBGDE8CXXX',
  },
  paymentReference: 'ZK/26/1093',
  notes: [
    'Steuerschuldnerschaft des Leistungsempfängers (Reverse-Charge-Verfahren), innergemeinschaftliche Lieferung steuerfrei.',
    'Gelieferte Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.',
  ],
}

const alpenglanz: Invoice = {
  ...common,
  file: 'invoice-de-ch-alpenglanz-reinigung.pdf',
  layout: 'swiss',
  currency: 'CHF',
  print: prints.CH,
  accent: '#a4161a',
  words: {
    number: 'Rechnung Nr.',
    issued: 'Rechnungsdatum',
    due: 'Zahlbar bis',
    customer: 'Kunden-Nr.',
    buyerReference: 'Objekt',
    vatId: 'MWST-Nr.',
    tax: 'MWST',
    gross: 'Total CHF',
    net: 'Zwischentotal',
    price: 'Ansatz',
    amount: 'Betrag',
  },
  draw: swiss({
    logo: 'peak',
    intro: 'Für unsere Arbeiten im Februar 2026 stellen wir Ihnen in Rechnung:',
  }),
  seller: {
    name: 'Alpenglanz Reinigung GmbH',
    address: ['Murmeltierweg 6', '7000 Chur'],
    vatId: vatId.CH('90041827'),
  },
  buyer: {
    name: 'Stockwerkeigentümer Sonnhalde',
    contact: 'c/o Verwaltung Steinmännli',
    address: ['Sonnhaldenstrasse 41', '7001 Chur'],
  },
  number: '260214',
  issued: '2026-02-27',
  due: '2026-03-29',
  customer: '4410',
  buyerReference: 'Sonnhalde 41–45',
  lines: [
    line('Treppenhausreinigung, 3 Häuser', '4', 'Mal', '285.00', '8.1'),
    line('Fensterreinigung Eingänge', '6.5', 'Std', '62.00', '8.1'),
    line('Schneeräumung Zugänge', '9', 'Mal', '48.50', '8.1'),
    line('Streusalz', '75', 'kg', '1.15', '8.1'),
  ],
  bank: { name: 'Bündner Glanzbank', iban: iban('CH', '31999000418274410'), bic: 'ZZBGCH22' },
  paymentReference: swissReference('4410260214'),
}

export const germanInvoices: readonly Invoice[] = [
  brauhaus,
  ...germanCrafts,
  maschinenbau,
  alpenglanz,
]
