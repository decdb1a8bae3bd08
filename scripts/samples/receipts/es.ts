import { vatId } from '../identifiers.ts'
import type { Receipt } from '../model.ts'
import { prints } from '../print.ts'
import { restaurant } from './families.ts'
import { item } from './shared.ts'
import { fuel } from './station.ts'

const common = { kind: 'receipt', language: 'es', currency: 'EUR' } as const

const gasolinera: Receipt = {
  ...common,
  print: prints.ES,
  file: 'receipt-es-estacion-el-cierzo.jpg',
  layout: 'fuel',
  look: { millimetres: 58, columns: 30, font: 'Thermal' },
  draw: fuel({
    title: 'FACTURA SIMPLIFICADA',
    taxIdLabel: 'NIF',
    words: {
      number: 'N. OPERACION',
      date: 'FECHA',
      time: 'HORA',
      pump: 'SURTIDOR',
      product: 'PRODUCTO',
      litres: 'LITROS',
      price: 'EUR/LITRO',
      net: 'BASE',
      tax: (rate) => `IVA ${rate}%`,
      total: 'TOTAL',
      payment: 'PAGO',
    },
    pump: '04',
    card: {
      title: 'COPIA PARA EL CLIENTE',
      trace: 'OPER.',
      amount: 'IMPORTE',
      approved: 'OPERACION ACEPTADA',
    },
    thanks: ['GRACIAS POR SU VISITA', 'BUEN VIAJE'],
  }),
  merchant: 'Estación El Cierzo',
  address: ['Ctra. de los Molinos km 14,2', '50190 Zaragoza'],
  taxId: vatId.ES('9006641').slice(2),
  date: '2026-03-01',
  time: '07:33',
  number: '26-004418',
  items: [item('GASOLEO A', '38.42', '1.479', '21', ' l')],
  payment: { method: 'TARJETA', card: '8827' },
}

const cafe: Receipt = {
  ...common,
  print: prints.ES,
  file: 'receipt-es-cafe-la-golondrina-scan.pdf',
  layout: 'restaurant',
  look: { millimetres: 80, columns: 40, font: 'Sans', bold: 'Sans-Bold', lead: 1.3 },
  draw: restaurant({
    title: 'Ticket',
    taxIdLabel: 'CIF:',
    table: 'Mesa: Terraza 4',
    head: ['Ud', 'Descripción', 'Precio', 'Importe'],
    net: 'Base imponible',
    tax: (rate) => `IVA ${rate}%`,
    total: 'TOTAL',
    change: 'Cambio',
    date: 'Fecha:',
    thanks: ['IVA incluido', '¡Gracias por su visita!'],
  }),
  merchant: 'Café La Golondrina',
  address: ['Calle del Azahar, 9', '41003 Sevilla'],
  taxId: vatId.ES('9007750').slice(2),
  date: '2026-03-08',
  time: '12:19',
  number: '118-0442',
  items: [
    item('Café con leche', '3', '1.60', '10'),
    item('Tostada con tomate', '2', '2.40', '10'),
    item('Zumo de naranja', '1', '3.10', '10'),
    item('Montadito de lomo', '2', '3.75', '10'),
    item('Agua mineral', '1', '1.50', '10'),
  ],
  payment: { method: 'Efectivo', given: '25.00' },
}

export const spanishReceipts: readonly Receipt[] = [gasolinera, cafe]
