import { vatId } from '../identifiers.ts'
import type { Receipt } from '../model.ts'
import { prints } from '../print.ts'
import { fiscal } from './fiscal.ts'
import { item } from './shared.ts'

const common = {
  kind: 'receipt',
  language: 'it',
  currency: 'EUR',
  layout: 'fiscal',
  print: { ...prints.IT, date: 'dd-mm-yyyy' },
} as const

const trattoria: Receipt = {
  ...common,
  file: 'receipt-it-trattoria-sideways-exif.jpg',
  look: { millimetres: 80, columns: 36, font: 'Thermal' },
  draw: fiscal({
    till: 'RT 99MEX041827',
    thanks: ['', 'Tavolo 7 - Coperti 2', 'Grazie e arrivederci'],
  }),
  merchant: 'Trattoria La Civetta Bianca',
  address: ['Vicolo della Ruota, 11', '37121 Verona (VR)'],
  phone: 'Tel. 045 000 4182',
  taxId: vatId.IT('0000775012').slice(2),
  date: '2026-02-14',
  time: '21:48',
  number: '0417-0031',
  items: [
    item('COPERTO', '2', '2.50', '10'),
    item('TORTELLI DI ZUCCA', '1', '13.00', '10'),
    item('RISOTTO AL TASTASAL', '1', '14.00', '10'),
    item('BRASATO CON POLENTA', '2', '17.50', '10'),
    item('VINO ROSSO 1/2 L', '1', '8.00', '10'),
    item('ACQUA NATURALE', '1', '3.00', '10'),
    item('TIRAMISU', '2', '6.00', '10'),
  ],
  payment: { method: 'Pagamento elettronico' },
}

const ferramenta: Receipt = {
  ...common,
  file: 'receipt-it-ferramenta-bulloni.webp',
  look: { millimetres: 80, columns: 40, font: 'Mono', bold: 'Mono-Bold' },
  draw: fiscal({ till: 'RT 99IKR066418', thanks: [] }),
  merchant: 'FERRAMENTA BULLONI & CHIODI',
  address: ['Largo dell’Incudine, 4', '10121 Torino (TO)'],
  taxId: vatId.IT('0000664129').slice(2),
  date: '2026-01-22',
  time: '10:05',
  number: '1180-0009',
  items: [
    item('VITI LEGNO 4X40 SC.100', '2', '4.90', '22'),
    item('CARTA ABRASIVA GR.120', '5', '0.80', '22'),
    item('PENNELLO PIATTO 50MM', '1', '6.70', '22'),
    item('VERNICE ALL ACQUA 0,75L', '1', '18.90', '22'),
  ],
  payment: { method: 'Pagamento contante', given: '50.00' },
}

export const italianReceipts: readonly Receipt[] = [trattoria, ferramenta]
