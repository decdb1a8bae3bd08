import { iban, vatId } from '../identifiers.ts'
import { din5008 } from '../layouts/din5008.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { line } from './line.ts'

/** Carries itself as XML, too. */
export const germanEInvoice: Invoice = {
  ...{ kind: 'invoice', language: 'de', currency: 'EUR', print: prints.DE },
  file: 'invoice-de-glaserei-e-invoice.pdf',
  layout: 'din5008',
  accent: '#2b5d6b',
  eInvoice: true,
  draw: din5008({
    logo: 'ring',
    brand: 'Glaserei Lichtfeld',
    head: 'Geschäftsführung:',
    greeting: ['vielen Dank für Ihren Auftrag. Wir berechnen Ihnen:'],
    closing: ['Diese Datei enthält die Rechnung auch als XML nach EN 16931.'],
    rateColumn: true,
  }),
  seller: {
    name: 'Glaserei Lichtfeld GmbH',
    address: ['Scherbelweg 8', '99084 Erfurt'],
    vatId: vatId.DE('90433118'),
    taxNumber: '20/999/33118',
    phone: '0361 555 0188',
    email: 'werkstatt@glaserei-lichtfeld.example',
    register: 'Amtsgericht Jena, HRB 99331',
    contact: 'Ottilie Lichtfeld',
  },
  buyer: {
    name: 'Stadtbücherei Quellgrund',
    address: ['Leseplatz 2', '99423 Weimar'],
  },
  number: 'GL-26-0209',
  issued: '2026-04-16',
  due: '2026-05-07',
  delivered: '2026-04-14',
  order: 'SQ-2026-31',
  customer: '7714',
  lines: [
    line('Isolierglas 4/16/4, gasgefüllt', '6.4', 'm²', '118.50', '19'),
    line('Einbau mit Abdichtung', '7.5', 'Std', '56.00', '19'),
    line('Glasleiste Eiche', '22', 'm', '4.35', '19'),
    line('Anfahrt', '1', 'Stk', '38.00', '19'),
  ],
  bank: {
    name: 'Ilmtaler Volksbank Lichtfeld eG',
    iban: iban('DE', '999500050003311800'),
    bic: 'ZZIVDE8EXXX',
  },
  paymentReference: 'GL-26-0209 / 7714',
}
