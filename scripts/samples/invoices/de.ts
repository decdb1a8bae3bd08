import { iban, vatId } from '../identifiers.ts'
import { din5008 } from '../layouts/din5008.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
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

const tischlerei: Invoice = {
  ...common,
  file: 'invoice-de-tischlerei-eichblatt-scan.pdf',
  layout: 'din5008',
  accent: '#3d5a2a',
  words: {
    number: 'Rechnungs-Nr.',
    issued: 'Datum',
    delivered: 'Leistungsdatum',
    customer: 'Kunden-Nr.',
    gross: 'Gesamtbetrag',
    net: 'Summe netto',
    position: 'Pos',
  },
  draw: din5008({
    logo: 'leaf',
    brand: 'Eichblatt',
    greeting: ['Für die ausgeführten Arbeiten erlauben wir uns zu berechnen:'],
    closing: [
      'Zahlbar innerhalb von 14 Tagen ohne Abzug. Bei Zahlung innerhalb von 7 Tagen gewähren wir 2 % Skonto.',
      'Das Holz stammt aus heimischen Wäldern. Vielen Dank für Ihren Auftrag!',
    ],
    details: ['number', 'issued', 'delivered', 'customer', 'buyerReference'],
  }),
  seller: {
    name: 'Tischlerei Eichblatt e. K.',
    address: ['Am Sägewehr 5', '37073 Göttingen'],
    vatId: vatId.DE('90417513'),
    taxNumber: '20/999/75134',
    phone: '0551 555 0163',
    register: 'Amtsgericht Göttingen, HRA 99175',
    contact: 'Falk Eichblatt',
  },
  buyer: {
    name: 'Praxis Dr. Marlene Uhlenbusch',
    address: ['Amselstieg 19', '37085 Göttingen'],
  },
  number: '26-0047',
  issued: '2026-01-30',
  due: '2026-02-13',
  delivered: '2026-01-28',
  customer: 'K-0312',
  buyerReference: 'Empfang EG',
  lines: [
    line('Empfangstresen Eiche massiv, geölt', '1', 'Stk', '3480.00', '19', {
      detail: 'nach Aufmaß, Länge 2,85 m',
    }),
    line('Garderobenpaneel mit 8 Haken', '2', 'Stk', '265.00', '19'),
    line('Montage vor Ort', '11.5', 'Std', '58.00', '19'),
    line('An- und Abfahrt', '2', 'Psch', '35.00', '19'),
  ],
  bank: {
    name: 'Leinetaler Genossenschaftsbank',
    iban: iban('DE', '999500020007513400'),
    bic: 'ZZLGDE2GXXX',
  },
}

export const germanInvoices: readonly Invoice[] = [brauhaus, tischlerei]
