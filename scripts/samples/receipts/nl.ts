import { vatId } from '../identifiers.ts'
import type { Receipt } from '../model.ts'
import { prints } from '../print.ts'
import { coded } from './families.ts'
import { item } from './shared.ts'
import { parking } from './station.ts'

const common = { kind: 'receipt', language: 'nl', currency: 'EUR' } as const

const bouwmarkt: Receipt = {
  ...common,
  print: { ...prints.NL, signPlace: 'none' },
  file: 'receipt-nl-bouwmarkt-de-spijker.pdf',
  layout: 'coded-card',
  look: { millimetres: 80, columns: 40, font: 'Courier', bold: 'Courier-Bold' },
  draw: coded({
    taxIdLabel: 'BTW-nr:',
    currency: 'EUR',
    total: 'TOTAAL',
    sum: 'Subtotaal',
    change: 'Wisselgeld',
    head: ['BTW', 'Excl.', 'BTW', 'Incl.'],
    stamp: (slip) => [`Bon ${slip.number}`, ''],
    card: {
      title: 'KOPIE KAARTHOUDER',
      trace: 'Transactie',
      amount: 'Totaal',
      approved: 'AKKOORD',
    },
    thanks: ['', 'Ruilen binnen 30 dagen met bon', 'Bedankt en tot ziens!'],
  }),
  merchant: 'Bouwmarkt De Kromme Spijker',
  address: ['Hamerweg 101', '8011 ZZ Zwolle'],
  phone: 'Tel. 038 000 41 82',
  taxId: vatId.NL('00077216'),
  date: '2026-03-20',
  time: '15:27',
  number: '0031-88417',
  items: [
    item('Muurverf mat wit 10 L', '1', '54.95', '21'),
    item('Verfroller set', '2', '7.49', '21'),
    item('Afplaktape 50 m', '3', '3.29', '21'),
    item('Voordeelkorting verf', '1', '-8.25', '21'),
    item('Bloembollen mix 25 st', '1', '6.99', '9'),
  ],
  payment: { method: 'PIN', card: '3301' },
}

const parkeren: Receipt = {
  ...common,
  print: prints.NL,
  file: 'receipt-nl-parkeren-stadsgracht.bmp',
  layout: 'parking',
  look: { millimetres: 58, columns: 26, font: 'Thermal' },
  draw: parking({
    title: 'KWITANTIE',
    from: ['Van', '06-02-2026 13:05'],
    until: 'Tot',
    duration: ['Duur', '2 u 47 min'],
    total: 'Totaal',
    tax: (rate) => `Incl. ${rate}% btw`,
    payment: 'Betaald',
    thanks: ['Automaat 2  Nr 118-4417', 'Goede reis!'],
  }),
  merchant: 'Garage Stadsgracht',
  address: ['Kadepoort 1', '2011 ZZ Haarlem'],
  date: '2026-02-06',
  time: '15:52',
  number: '118-4417',
  items: [item('Parkeren', '1', '9.60', '21')],
  payment: { method: 'Contactloos' },
}

export const dutchReceipts: readonly Receipt[] = [bouwmarkt, parkeren]
