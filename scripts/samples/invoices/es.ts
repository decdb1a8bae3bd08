import { iban, vatId } from '../identifiers.ts'
import { letter } from '../layouts/letter.ts'
import { strip } from '../layouts/strip.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { line } from './line.ts'

const common = { kind: 'invoice', language: 'es', currency: 'EUR', print: prints.ES } as const

const calaSerena: Invoice = {
  ...common,
  file: 'invoice-es-conservas-cala-brisa.pdf',
  layout: 'strip',
  accent: '#0b6e8a',
  words: { net: 'Base imponible', rate: '% IVA', tax: 'Cuota IVA', gross: 'TOTAL FACTURA' },
  draw: strip({
    logo: 'waves',
    font: 'Helvetica',
    bold: 'Helvetica-Bold',
    payment: 'Forma de pago: transferencia bancaria a 30 días fecha factura.',
  }),
  seller: {
    name: 'Conservas Cala Brisa, S.L.',
    address: ['Calle del Percebe Azul, 18', '36201 Vigo (Pontevedra)'],
    vatId: vatId.ES('9004182'),
    phone: '986 000 418',
    register: 'Inscrita en el Registro Mercantil de Pontevedra, tomo 999, folio 41, hoja PO-99418',
  },
  buyer: {
    name: 'Ultramarinos La Higuera',
    contact: 'D.ª Remedios Olmedilla',
    address: ['Plaza del Pozo Viejo, 5', '37001 Salamanca'],
    vatId: vatId.ES('9005530'),
  },
  number: 'A/2026/0231',
  issued: '2026-02-16',
  due: '2026-03-18',
  delivered: '2026-02-13',
  order: 'P-1180',
  customer: '00553',
  lines: [
    line('Mejillones en escabeche, lata 120 g', '96', 'ud', '2.35', '10', { article: 'MEJ-120' }),
    line('Sardinillas en aceite de oliva', '72', 'ud', '2.80', '10', { article: 'SAR-090' }),
    line('Bonito del norte, tarro 220 g', '48', 'ud', '5.15', '10', { article: 'BON-220' }),
    line('Berberechos al natural 30/40', '24', 'ud', '8.90', '10', { article: 'BER-340' }),
    line('Pulpo a la gallega, lata 110 g', '36', 'ud', '4.75', '10', { article: 'PUL-110' }),
    line('Expositor de madera', '1', 'ud', '42.00', '21', { article: 'EXP-MAD' }),
  ],
  bank: {
    name: 'Caja de las Rías Nuevas',
    iban: iban('ES', '99990001410041820231'),
    bic: 'ZZCRES2VXXX',
  },
}

const rocavela: Invoice = {
  ...common,
  file: 'invoice-es-jardineria-rocavela-photo.jpg',
  layout: 'letter',
  print: { ...prints.ES, date: 'd de month de yyyy' },
  accent: '#355e3b',
  words: { taxNumber: 'NIF', description: 'Concepto', gross: 'TOTAL', net: 'Base imponible' },
  draw: letter({
    subtitle: 'jardinería, riego y podas en altura',
    heading: (sheet) => [
      ['Factura nº '],
      [sheet.number, 'invoice_number'],
      [', de fecha '],
      [sheet.date(sheet.issued), 'issue_date'],
    ],
    intro: 'Trabajos realizados en la comunidad durante el mes de enero:',
    closing: [
      'Forma de pago: transferencia antes del día 28 de febrero.',
      'Gracias por su confianza.',
    ],
    columns: 'full',
  }),
  seller: {
    name: 'Jardinería Rocavela',
    address: ['Camino de los Almendros, 44', '46022 Valencia'],
    taxNumber: '00000041H',
  },
  buyer: {
    name: 'Comunidad Edificio Los Jilgueros',
    address: ['Avenida de la Acequia, 120', '46023 Valencia'],
  },
  number: '2026-09',
  issued: '2026-02-02',
  due: '2026-02-28',
  lines: [
    line('Poda de palmeras', '6', 'ud', '75.00', '21'),
    line('Mantenimiento del césped', '4', 'visita', '58.00', '21'),
    line('Reparación del riego', '3.5', 'h', '32.00', '21'),
    line('Tubería y aspersores', '1', 'lote', '86.40', '21'),
    line('Retirada de restos', '2', 'viaje', '45.00', '21'),
  ],
  bank: {
    name: 'Banco del Turia Alto',
    iban: iban('ES', '99990002250055300926'),
    bic: 'ZZTAESVVXXX',
  },
}

export const spanishInvoices: readonly Invoice[] = [calaSerena, rocavela]
