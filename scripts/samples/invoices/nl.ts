import { belgianMessage, iban, vatId } from '../identifiers.ts'
import { band } from '../layouts/band.ts'
import { sidebar } from '../layouts/sidebar.ts'
import { terminal } from '../layouts/terminal.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { line } from './line.ts'

const common = { kind: 'invoice', language: 'nl', currency: 'EUR', print: prints.NL } as const

const fietsatelier: Invoice = {
  ...common,
  file: 'invoice-nl-fietsatelier-de-kraanvogel.pdf',
  layout: 'sidebar',
  accent: '#b3541e',
  draw: sidebar({
    logo: 'ring',
    font: 'Helvetica',
    bold: 'Helvetica-Bold',
    tint: '#f6ede4',
    note: 'Wij verzoeken u het bedrag vóór de vervaldatum over te maken onder vermelding van het betalingskenmerk.',
  }),
  seller: {
    name: 'Fietsatelier De Kraanvogel',
    address: ['Zwanenkade 51', '3511 ZZ Utrecht'],
    vatId: vatId.NL('00041826'),
    taxNumber: '00418265',
    phone: '030 000 41 82',
    email: 'werkplaats@kraanvogel.example',
  },
  buyer: {
    name: 'Bakkerij Korenbloem B.V.',
    contact: 'T.a.v. de administratie',
    address: ['Molenpad 8', '3581 ZZ Utrecht'],
  },
  number: '2026.0092',
  issued: '2026-01-27',
  due: '2026-02-10',
  customer: '731',
  order: 'KB-118',
  lines: [
    line('Grote beurt bakfiets', '3', 'st', '89.00', '9', { detail: 'arbeid, incl. afstelling' }),
    line('Remblokken set', '6', 'set', '14.50', '21'),
    line('Binnenband 20 inch', '4', 'st', '7.95', '21'),
    line('Regenhoes op maat', '1', 'st', '129.00', '21'),
  ],
  bank: {
    name: 'Kraanbank',
    iban: iban('NL', 'ZZKB0004182650'),
    bic: 'ZZKBNL2U',
  },
  paymentReference: '8000 0920 0731 1826',
}

const inktvis: Invoice = {
  ...common,
  file: 'invoice-nl-be-drukkerij-inktvis.pdf',
  layout: 'band',
  print: { ...prints.NL, signPlace: 'after', date: 'dd/mm/yyyy' },
  accent: '#5a189a',
  words: {
    number: 'Factuur nr.',
    issued: 'Datum',
    order: 'Uw bestelbon',
    vatId: 'Btw BE',
    net: 'Maatstaf van heffing',
    gross: 'Te betalen',
    reference: 'Gestructureerde mededeling',
    customer: 'Klant nr.',
  },
  draw: band({
    logo: 'bars',
    font: 'Helvetica',
    bold: 'Helvetica-Bold',
    tint: '#f4eefa',
    shown: ['number', 'issued', 'due', 'customer', 'order', 'delivered'],
    rateColumn: false,
  }),
  seller: {
    name: 'Drukkerij Inktvis BV',
    address: ['Letterzetterslaan 15', '9000 Gent'],
    vatId: vatId.BE('09990418'),
    email: 'facturatie@inktvis.example',
  },
  buyer: {
    name: 'Theatergezelschap De Gouden Sok vzw',
    address: ['Coulissenstraat 2', '2018 Antwerpen'],
    vatId: vatId.BE('09990553'),
  },
  number: 'VF26-00417',
  issued: '2026-03-13',
  due: '2026-04-12',
  delivered: '2026-03-12',
  order: 'GS-55',
  customer: '1180',
  lines: [
    line('Affiches A2, vierkleurendruk, 170 g', '250', 'st', '1.12', '21'),
    line('Programmaboekjes 24 blz., geniet', '800', 'st', '0.98', '21'),
    line('Kaartjes met perforatie', '3000', 'st', '0.065', '21'),
    line('Drukproef en zetwerk', '2.5', 'u', '54.00', '21'),
  ],
  bank: { name: 'Bank aan de Leie', iban: iban('BE', '999041800426'), bic: 'ZZLEBEBB' },
  paymentReference: belgianMessage('2600417118'),
  notes: [
    'Betaalbaar binnen 30 dagen. Klachten binnen 8 dagen na ontvangst.',
    'Gedrukt op papier uit beheerde bossen.',
  ],
}

const boutenlijst: readonly (readonly [string, string, string, string])[] = [
  ['Zeskantbout', 'ZB', 'M6 M8 M10 M12 M16', '4.15'],
  ['Zeskantmoer', 'ZM', 'M6 M8 M10 M12 M16', '2.05'],
  ['Sluitring vlak', 'SR', 'M6 M8 M10 M12 M16', '1.20'],
  ['Houtdraadbout', 'HD', '6x60 8x80 10x100', '6.90'],
  ['Spaanplaatschroef verzinkt', 'SP', '3,5x30 4x40 5x60 6x80', '5.35'],
  ['Ankerbout met oog', 'AO', 'M8 M10 M12', '11.80'],
  ['Draadstang 1 m', 'DS', 'M8 M10 M12 M16', '3.45'],
  ['Nylon plug', 'NP', '6 8 10 12', '2.60'],
  ['Inbusbout cilinderkop', 'IB', 'M4 M5 M6 M8 M10', '3.95'],
  ['Borgmoer', 'BM', 'M5 M6 M8 M10 M12', '2.75'],
  ['Splitpen', 'SL', '2x20 3x30 4x40', '1.85'],
  ['Slangklem', 'SK', '12-20 20-32 32-50', '7.40'],
]

/** Every size of every sort is a row: enough of them for three pages. */
const schroeven = boutenlijst.flatMap(([name, code, sizes, price], sort) =>
  sizes.split(' ').map((size, step) => {
    const dearer = (Number(price.replace('.', '')) * (10 + 3 * step)) / 10
    const cents = String(Math.round(dearer)).padStart(3, '0')
    return line(
      `${name} ${size}`,
      String(((sort * 7 + step * 5) % 9) * 2 + 2),
      'doos',
      `${cents.slice(0, -2)}.${cents.slice(-2)}`,
      '21',
      {
        article: `${code}-${String(41000 + sort * 370 + step * 13)}`,
        detail: `RVS A2, partij ${26000 + sort * 41 + step * 7}`,
      },
    )
  }),
)

const schroefhuis: Invoice = {
  ...common,
  file: 'invoice-nl-schroefhuis-three-pages.tiff',
  layout: 'terminal',
  print: { ...prints.NL, signPlace: 'before-space', sign: 'EUR' },
  accent: '#111111',
  words: { order: 'Uw ordernr.', customer: 'Debiteurnr.', article: 'Artikelnr' },
  draw: terminal({
    pages: 3,
    terms: [
      'Betaling binnen 30 dagen na factuurdatum.',
      'Op al onze leveringen zijn onze voorwaarden van toepassing.',
    ],
  }),
  seller: {
    name: 'TECHNISCHE GROOTHANDEL SCHROEFHUIS B.V.',
    address: ['Draadstraat 200', '5651 ZZ Eindhoven'],
    vatId: vatId.NL('00066412'),
    taxNumber: '00664125',
    phone: '040 000 66 41',
  },
  buyer: {
    name: 'Scheepswerf Het Kielzog',
    contact: 'Afd. Inkoop',
    address: ['Havenhoofd 12', '4381 ZZ Vlissingen'],
  },
  number: '26104417',
  issued: '2026-02-20',
  due: '2026-03-22',
  delivered: '2026-02-18',
  order: 'HK-9032',
  customer: '100553',
  lines: schroeven,
  bank: { name: 'Kraanbank', iban: iban('NL', 'ZZKB0006641170'), bic: 'ZZKBNL2U' },
  paymentReference: '26104417/100553',
}

export const dutchInvoices: readonly Invoice[] = [fietsatelier, inktvis, schroefhuis]
