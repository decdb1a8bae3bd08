import { iban, vatId } from '../identifiers.ts'
import { form } from '../layouts/form.ts'
import { letter } from '../layouts/letter.ts'
import type { Invoice } from '../model.ts'
import { prints } from '../print.ts'
import { line } from './line.ts'

const common = { kind: 'invoice', language: 'it', currency: 'EUR', print: prints.IT } as const

const ventaglio: Invoice = {
  ...common,
  file: 'invoice-it-officine-ventaglio.pdf',
  layout: 'form',
  accent: '#2d3f66',
  words: { number: 'Numero', issued: 'Data', order: 'Vs. ordine', delivered: 'Data consegna' },
  draw: form({
    motto: 'lavorazioni meccaniche di precisione',
    payment: 'Bonifico bancario 30 gg d.f.',
    transport: 'Mittente - porto franco',
  }),
  seller: {
    name: 'Officine Ventaglio S.r.l.',
    address: ['Via del Tornio, 21', '41121 Modena (MO)'],
    vatId: vatId.IT('0000418274'),
    phone: '059 000 4182',
    email: 'amministrazione@ventaglio.example',
  },
  buyer: {
    name: 'Gelateria Artica S.n.c.',
    address: ['Corso dei Pinguini, 8', '40121 Bologna (BO)'],
    vatId: vatId.IT('0000553019'),
  },
  number: '147/A',
  issued: '2026-03-06',
  due: '2026-04-05',
  delivered: '2026-03-04',
  order: '26-031',
  customer: 'C0088',
  lines: [
    line('Albero mescolatore inox 316', '2', 'PZ', '318.00', '22', { article: 'ALB-316' }),
    line('Bussola in bronzo 40x50x60', '8', 'PZ', '27.50', '22', { article: 'BUS-450' }),
    line('Guarnizione alimentare', '24', 'PZ', '3.85', '22', { article: 'GUA-AL' }),
    line('Lama raschiante, affilatura', '6', 'PZ', '14.20', '22', { article: 'LAM-AF' }),
    line('Manodopera officina', '7.5', 'ORE', '46.00', '22', { article: 'MDO' }),
    line('Manuale d’uso stampato', '2', 'PZ', '12.00', '4', { article: 'MAN-01' }),
  ],
  bank: {
    name: 'Cassa Rurale del Tornio',
    iban: iban('IT', 'X0999900000000041827147'),
    bic: 'ZZCTIT2MXXX',
  },
  notes: [
    'Contributo ambientale CONAI assolto ove dovuto.',
    'Copia di cortesia: il documento fiscale è quello trasmesso per via elettronica.',
  ],
}

const lucciola: Invoice = {
  ...common,
  file: 'invoice-it-studio-lucciola.pdf',
  layout: 'letter',
  print: { ...prints.IT, signPlace: 'after', date: 'd month yyyy' },
  accent: '#7b2d26',
  words: { description: 'Prestazione', net: 'Totale imponibile', gross: 'Totale fattura' },
  draw: letter({
    subtitle: 'architetti associati',
    heading: (sheet) => [
      ['Fattura n. '],
      [sheet.number, 'invoice_number'],
      [' del '],
      [sheet.date(sheet.issued), 'issue_date'],
    ],
    intro:
      'Onorario per le prestazioni professionali relative al recupero del fienile in località Poggio Quieto:',
    closing: [
      'Pagamento a mezzo bonifico entro 60 giorni dalla data della fattura.',
      'Restiamo a disposizione e porgiamo distinti saluti.',
    ],
    columns: 'short',
  }),
  seller: {
    name: 'Studio Lucciola',
    address: ['Via dei Glicini, 3', '53100 Siena'],
    vatId: vatId.IT('0000664118'),
  },
  buyer: {
    name: 'Agriturismo Poggio Quieto',
    contact: 'Sig.ra Fiorenza Dellerba',
    address: ['Strada bianca, 17', '53027 Valdorzo (SI)'],
  },
  number: '14/2026',
  issued: '2026-02-25',
  due: '2026-04-26',
  lines: [
    line('Rilievo e restituzione grafica', '1', 'a corpo', '1850.00', '22'),
    line('Progetto preliminare, due varianti', '1', 'a corpo', '3200.00', '22'),
    line('Pratica edilizia presso il Comune', '1', 'a corpo', '980.00', '22'),
    line('Spese di stampa e trasferta', '1', 'a corpo', '146.50', '22'),
  ],
  bank: {
    name: 'Monte delle Lucciole',
    iban: iban('IT', 'K0999900000000066411814'),
    bic: 'ZZMLIT3SXXX',
  },
  paymentReference: 'Saldo fattura 14/2026',
}

export const italianInvoices: readonly Invoice[] = [ventaglio, lucciola]
