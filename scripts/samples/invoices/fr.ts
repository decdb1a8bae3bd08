import { iban, vatId } from '../identifiers.ts'
import { grid } from '../layouts/grid.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { line } from './line.ts'

const common = { kind: 'invoice', language: 'fr', currency: 'EUR', print: prints.FR } as const

const bruyere: Invoice = {
  ...common,
  file: 'invoice-fr-atelier-bruyere.pdf',
  layout: 'grid',
  accent: '#6b3f69',
  draw: grid({
    logo: 'leaf',
    font: 'Helvetica',
    bold: 'Helvetica-Bold',
    legal: [
      "En cas de retard de paiement, indemnité forfaitaire de recouvrement : 40 €. Pas d'escompte pour paiement anticipé.",
      'SARL au capital de 8 000 € – RCS Quimper 000 418 27',
    ],
  }),
  seller: {
    name: 'Atelier Bruyère-Lune SARL',
    address: ['9 venelle des Tisserands', '29000 Quimper'],
    vatId: vatId.FR('00041827'),
    taxNumber: '000 418 277 00013',
    phone: '01 99 00 41 82',
    email: 'bonjour@bruyere-lune.example',
  },
  buyer: {
    name: "Librairie L'Encre Vagabonde",
    contact: 'À l’attention de Mme Odile Quéfellec',
    address: ['27 quai du Vieux-Phare', '56100 Lorient'],
  },
  number: 'F2026-0147',
  issued: '2026-03-18',
  due: '2026-04-17',
  delivered: '2026-03-16',
  order: 'BC-5521',
  customer: 'C00318',
  lines: [
    line('Carnet cousu main A5, papier vergé', '40', 'pce', '11.50', '20', { article: 'CAR-A5' }),
    line('Marque-page en lin teint', '120', 'pce', '1.85', '20', { article: 'MP-LIN' }),
    line('Livre « Teintures des landes »', '12', 'ex.', '24.17', '5.5', { article: 'LIV-07' }),
    line('Reliure plein cuir, réparation', '3', 'h', '48.00', '20', { article: 'REL-CU' }),
    line('Frais de port', '1', 'fft', '14.90', '20', { article: 'PORT' }),
  ],
  terms: 'Conditions de règlement : 30 jours, par virement',
  bank: {
    name: 'Crédit des Landes Bleues',
    iban: iban('FR', '99990000010041827014785'),
    bic: 'ZZCLFRPPXXX',
  },
  paymentReference: 'F2026-0147',
}

export const frenchInvoices: readonly Invoice[] = [bruyere]
