import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { columnLayoutSchema } from '../../columnLayout.ts'
import { templateSchema } from '../../template.ts'
import { sampleLayout } from './sampleLayout.ts'

const templates = ['invoice', 'receipt', 'statement'].map((name) => {
  const file = new URL(`../../../resources/templates/${name}.json`, import.meta.url)
  return templateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
})
const [invoice] = templates
const ofInvoice = new Set(invoice?.fields.map(({ name }) => name))
const itemsOfInvoice = new Set(invoice?.tables[0]?.columns.map(({ name }) => name))

/** What a sample says to whoever has a batch of invoices. */
function read(text: string | Uint8Array, filename = 'sample.csv') {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return sampleLayout({ filename, bytes }, templates, (kind, name) =>
    (kind === 'field' ? ofInvoice : itemsOfInvoice).has(name),
  )
}

/** Sources in short: the name, or `-` where nobody knows. */
function sourcesOf(text: string | Uint8Array) {
  const { layout } = read(text)
  expect(columnLayoutSchema.parse(layout)).toEqual(layout)
  return layout.columns.map(({ source }) => (source.kind === 'constant' ? '-' : source.name))
}

test.each([
  ['en', 'Invoice No,Invoice date,Supplier,Net amount,VAT amount,Total amount,Due date'],
  ['de', 'Rechnungsnummer;Rechnungsdatum;Lieferant;Nettobetrag;MwSt;Gesamtbetrag;Fälligkeit'],
  ['fr', 'N° facture;Date facture;Fournisseur;Montant HT;Montant TVA;Total TTC;Échéance'],
  ['es', 'Nº factura;Fecha factura;Proveedor;Base imponible;IVA;Total factura;Vencimiento'],
  ['it', 'Numero fattura;Data fattura;Fornitore;Imponibile;IVA;Totale fattura;Scadenza'],
  [
    'nl',
    'Factuurnummer;Factuurdatum;Leverancier;Totaal excl. btw;BTW;Totaal incl. btw;Vervaldatum',
  ],
])('a header in %s is known', (_, header) => {
  expect(sourcesOf(`${header}\r\n`)).toEqual([
    ...['invoice_number', 'issue_date', 'seller_name', 'net_total', 'tax_total', 'grand_total'],
    'due_date',
  ])
})

test.each(['Amount', 'Gross', 'Betrag', 'Brutto', 'Montant TTC', 'Importe', 'Importo', 'Bedrag'])(
  'what bookkeeping calls a sum is that of the document: %s',
  (sum) => {
    expect(sourcesOf(`invoice_number;${sum}\r\n`)).toEqual(['invoice_number', 'grand_total'])
    // Of receipts and invoices together, neither stays empty.
    const bytes = new TextEncoder().encode(`Datum;${sum}\r\n04.05.2026;12,50\r\n`)
    const both = sampleLayout({ filename: 's.csv', bytes }, templates, () => true)
    const { source } = both.layout.columns[1] ?? {}
    const names = source?.kind === 'field' ? [source.name, ...source.otherwise] : []
    expect(names.sort()).toEqual(['grand_total', 'total'])
  },
)

test('a sum that is named more clearly stays with its own header', () => {
  expect(sourcesOf('Betrag;Gesamtbetrag;Nettobetrag')).toEqual(['-', 'grand_total', 'net_total'])
})

test('names and titles of fields are known, and what is known of a document', () => {
  const header = 'invoice_number\tgrand_total\tBuyer VAT id\tFile name\tSeite\tWährung'
  expect(sourcesOf(header)).toEqual([
    ...['invoice_number', 'grand_total', 'buyer_vat_id', 'filename', 'pages', 'currency'],
  ])
})

test('currencies and brackets in a header are no part of its name', () => {
  expect(sourcesOf('Gesamtbetrag (EUR);Nettobetrag in €;MwSt [EUR]')).toEqual([
    ...['grand_total', 'net_total', 'tax_total'],
  ])
})

test('what nobody knows is a constant of that name, to be chosen', () => {
  const { layout, unmatched } = read('Konto;Rechnungsnummer;KOST1;;Gesamtbetrag\n4400;1;;;1,00\n')
  expect(unmatched).toEqual([0, 2, 3])
  expect(layout.columns.map(({ header }) => header)).toEqual([
    ...['Konto', 'Rechnungsnummer', 'KOST1', '', 'Gesamtbetrag'],
  ])
  expect(layout.columns[0]?.source).toEqual({ kind: 'constant', text: '' })
})

test('the same thing stands in two columns only if a person says so', () => {
  const { unmatched } = read('Rechnungsnummer;Rechnungs-Nr.;Rechnungsdatum\n')
  expect(unmatched).toEqual([1])
})

test('columns of line items make a row a line item', () => {
  const { layout } = read('Rechnungsnummer;Beschreibung;Menge;Einzelpreis;Betrag\n')
  expect(layout.rows).toBe('line_items')
  expect(
    layout.columns.map(({ source }) => `${source.kind} ${'name' in source && source.name}`),
  ).toEqual([
    ...['field invoice_number', 'item description', 'item quantity', 'item unit_price'],
    'item line_total',
  ])
  expect(read('Rechnungsnummer;Gesamtbetrag\n').layout.rows).toBe('documents')
})

test('rows tell how dates and numbers are written', () => {
  const { layout, separator, notes } = read(
    'sep=;\r\n"Rechnungs-\r\nnummer";Rechnungsdatum;Fälligkeit;Gesamtbetrag;Nettobetrag;MwSt\r\n' +
      '"A;1";31.12.2025;1.5.26;1.234,50;12,5;1 000\r\n' +
      '"A""2";01.02.2026;13.11.26;-0,99;13,25;2\r\n',
  )
  expect(separator).toBe(';')
  expect(layout.columns.map(({ header, date, number }) => [header, date, number])).toEqual([
    ['Rechnungs- nummer', null, null],
    ['Rechnungsdatum', 'dd.MM.yyyy', null],
    ['Fälligkeit', 'd.M.yy', null],
    ['Gesamtbetrag', null, { decimals: 2, mark: ',', thousands: '.' }],
    ['Nettobetrag', null, { decimals: null, mark: ',', thousands: '' }],
    ['MwSt', null, { decimals: null, mark: null, thousands: ' ' }],
  ])
  expect(notes).toEqual([])
})

test.each([
  ['2026-03-04', null],
  ['20260304', 'yyyyMMdd'],
  ['03/25/2026', 'MM/dd/yyyy'],
  ['25/03/2026', 'dd/MM/yyyy'],
  ['46086', 'excel'],
  ['25 March 2026', null],
  ['2/25/26', 'M/d/yy'],
])('a date written %s is the pattern %s', (value, pattern) => {
  expect(read(`Invoice date,Total\n${value},1.00\n`).layout.columns[0]?.date).toBe(pattern)
})

test('a date that could be read in two ways is taken with its day first, and that is said', () => {
  const { layout, notes } = read('Invoice date,Total\n03/04/2026,1.00\n05/06/2026,1.00\n')
  expect(layout.columns[0]?.date).toBe('dd/MM/yyyy')
  expect(notes).toEqual([
    '“Invoice date”: 03/04/2026 could begin with the day or with the month. The day was taken.',
  ])
})

test('letters of other encodings are read, with and without their marks', () => {
  const text = 'Fälligkeit;Währung\r\n'
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
  const windows = new Uint8Array(Buffer.from(text, 'latin1'))
  for (const bytes of [`\ufeff${text}`, utf16, windows])
    expect(sourcesOf(bytes)).toEqual(['due_date', 'currency'])
})

test('without a header nothing is guessed', () => {
  const { layout, unmatched, notes } = read('4711;01.02.2026;119,00\n4712;02.02.2026;5,00\n')
  expect(layout).toMatchObject({ header: false, columns: [{ header: 'Column 1' }, {}, {}] })
  expect(unmatched).toEqual([0, 1, 2])
  expect(notes[0]).toContain('has no header')
})

test('a name of one column is a layout, too, and commas inside quotes part nothing', () => {
  expect(sourcesOf('Rechnungsnummer\n1\n2\n')).toEqual(['invoice_number'])
  expect(read('"Total, gross","Due; date",x;y\n').separator).toBe(',')
})

test('values decide between two meanings of a header', () => {
  expect(sourcesOf('Factuurnummer;BTW\n1;21,00\n')[1]).toBe('tax_total')
  expect(sourcesOf('Factuurnummer;BTW\n1;NL001234567B01\n')[1]).toBe('seller_vat_id')
})

test('what is no CSV is refused with what to do', () => {
  expect(() => read('')).toThrow('it is empty')
  expect(() => read('PK\u0003\u0004...', 'b.xlsx')).toThrow(
    '“b.xlsx” cannot be used: it is a workbook',
  )
  expect(() => read('a\u0000b')).toThrow('it is no text')
})
