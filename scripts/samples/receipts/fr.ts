import { vatId } from '../identifiers.ts'
import type { Receipt } from '../model.ts'
import { prints } from '../print.ts'
import { coded, restaurant } from './families.ts'
import { item } from './shared.ts'

const common = { kind: 'receipt', language: 'fr', currency: 'EUR', print: prints.FR } as const

const brasserie: Receipt = {
  ...common,
  file: 'receipt-fr-brasserie-du-heron.heic',
  layout: 'restaurant',
  look: { millimetres: 80, columns: 40, font: 'Mono', bold: 'Mono-Bold' },
  draw: restaurant({
    title: 'Note n°',
    taxIdLabel: 'TVA',
    table: 'Table 12 - 3 couverts',
    head: ['Qté', 'Désignation', 'P.U.', 'Total'],
    net: 'Total HT',
    tax: (rate) => `TVA ${rate} %`,
    total: 'TOTAL TTC',
    change: 'Rendu',
    date: 'Le',
    thanks: ['Prix nets, service compris', 'Merci de votre visite'],
  }),
  merchant: 'Brasserie du Héron',
  address: ['14 place de la Fontaine-Bleue', '71000 Mâcon'],
  phone: 'Tél. 03 00 00 41 82',
  taxId: vatId.FR('00055310'),
  date: '2026-02-28',
  time: '13:36',
  number: '3071',
  items: [
    item('Menu du marché', '2', '19.50', '10'),
    item('Omelette aux cèpes', '1', '14.80', '10'),
    item('Tarte aux myrtilles', '3', '7.20', '10'),
    item('Mâcon blanc 50 cl', '1', '13.50', '20'),
    item('Café', '3', '2.30', '10'),
  ],
  payment: { method: 'Carte bancaire' },
}

const pharmacie: Receipt = {
  ...common,
  print: { ...prints.FR, signPlace: 'none' },
  file: 'receipt-fr-pharmacie-des-tilleuls.tif',
  layout: 'coded',
  look: { millimetres: 80, columns: 38, font: 'Thermal' },
  draw: coded({
    taxIdLabel: 'N° TVA :',
    currency: 'EUR',
    total: 'TOTAL À PAYER',
    sum: 'Sous-total',
    change: 'Rendu monnaie',
    head: ['Taux', 'HT', 'TVA', 'TTC'],
    stamp: (slip) => [`Ticket ${slip.number}`, ''],
    thanks: ['', 'Merci et à bientôt', 'Conservez ce ticket'],
  }),
  merchant: 'Pharmacie des Tilleuls Gris',
  address: ['2 allée des Simples', '63000 Clermont-Ferrand'],
  phone: 'Tél. 04 00 00 41 82',
  taxId: vatId.FR('00077215'),
  date: '2025-12-04',
  time: '17:21',
  number: '051188',
  items: [
    item('Sérum physiologique x30', '2', '4.90', '5.5'),
    item('Pastilles miel thym', '1', '6.35', '20'),
    item('Crème mains réparatrice', '1', '8.20', '20'),
    item('Pansements assortis', '3', '3.45', '20'),
    item('Tisane nuit calme', '1', '5.10', '5.5'),
  ],
  payment: { method: 'Espèces', given: '40.00' },
}

export const frenchReceipts: readonly Receipt[] = [brasserie, pharmacie]
