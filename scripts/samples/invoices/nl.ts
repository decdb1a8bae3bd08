import { iban, vatId } from '../identifiers.ts'
import { sidebar } from '../layouts/sidebar.ts'
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

export const dutchInvoices: readonly Invoice[] = [fietsatelier]
