import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type ColumnLayout, columnLayoutSchema } from '../columnLayout.ts'
import { exampleField, exampleRecord, exampleRecords, exampleRun } from './exampleRecords.ts'
import { layoutTable } from './layoutTable.ts'
import type { ResultRecord } from './record.ts'
import { recordLine } from './recordLines.ts'
import { writeExport } from './writeExport.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-layout-'))
afterAll(() => rmSync(folder, { recursive: true }))

const number = { decimals: 2, mark: ',', thousands: '' } as const
const booking = columnLayoutSchema.parse({
  name: 'Booking',
  columns: [
    { source: { kind: 'constant', text: '0700' }, header: 'Konto' },
    { source: { kind: 'field', name: 'issue_date' }, header: 'Datum', date: 'dd.MM.yyyy' },
    { source: { kind: 'field', name: 'invoice_number' }, header: 'Beleg' },
    { source: { kind: 'field', name: 'seller_name', otherwise: ['merchant_name'] }, header: 'Wer' },
    { source: { kind: 'field', name: 'grand_total' }, header: 'Betrag', number, sign: 'negated' },
    { source: { kind: 'property', name: 'batch_name' }, header: 'Stapel' },
  ],
})

async function written(
  name: string,
  layout: ColumnLayout,
  { records = exampleRecords, csvFor = 'standard' } = {},
): Promise<string> {
  const file = join(folder, name)
  const recordsFile = join(folder, 'records')
  writeFileSync(recordsFile, records.map(recordLine).join(''))
  const format = name.endsWith('.csv') ? 'csv' : 'xlsx'
  await writeExport({
    ...{ format, holds: 'fields', csvFor, layout, file, recordsFile, run: exampleRun },
  })
  return file
}

const linesOf = async (...args: Parameters<typeof written>) =>
  readFileSync(await written(...args), 'utf8').split('\r\n')

test('CSV has the columns that were asked for, in their order, and no other file', async () => {
  expect(await linesOf('a.csv', booking)).toEqual([
    'Konto,Datum,Beleg,Wer,Betrag,Stapel',
    `0700,29.03.2026,00123,'=Müller & “Söhne” GmbH,"-1234,50",May`,
    `0700,,,東京ストア,"98000,00",May`,
    '',
  ])
  expect(readdirSync(folder).filter((name) => name.startsWith('a'))).toEqual(['a.csv'])
})

test('for the Excel of a computer ids stay text and numbers numbers', async () => {
  const [head, first] = await linesOf('b.csv', booking, { csvFor: 'de-DE' })
  expect(head).toBe('\ufeffKonto;Datum;Beleg;Wer;Betrag;Stapel')
  expect(first).toBe(`"=""0700""";29.03.2026;"=""00123""";'=Müller & “Söhne” GmbH;"-1234,50";May`)
})

test('files without a document are rows where they are asked for, and no header stands above', async () => {
  const layout = { ...booking, header: false, unread: true }
  const lines = await linesOf('c.csv', layout)
  expect(lines).toHaveLength(exampleRecords.length + 1)
  expect(lines[0]).toContain('29.03.2026')
  expect(lines[2]).toBe('0700,,,,,May')
})

test('one row a line item repeats its document; a document without any keeps its row', async () => {
  const layout = columnLayoutSchema.parse({
    ...{ name: 'Items', rows: 'line_items' },
    columns: [
      { source: { kind: 'property', name: 'filename' }, header: 'File' },
      { source: { kind: 'property', name: 'row' }, header: 'No' },
      { source: { kind: 'item', name: 'description' }, header: 'What' },
      { source: { kind: 'item', name: 'line_total' }, header: 'Total', sign: 'absolute' },
      { source: { kind: 'field', name: 'grand_total' }, header: 'Of' },
    ],
  })
  expect(await linesOf('d.csv', layout)).toEqual([
    'File,No,What,Total,Of',
    'invoice-001.pdf,1,"Paper, A4",1.56,1234.50',
    `invoice-001.pdf,2,'-10 % discount,12.50,1234.50`,
    'レシート 🧾.png,,,,-98000',
    '',
  ])
})

test('amounts of a credit note are below zero, whether it prints them so or not', () => {
  const layout = columnLayoutSchema.parse({
    name: 'x',
    columns: [{ source: { kind: 'field', name: 'net_total' }, sign: 'credit_negative' }],
  })
  const record = (document_type: string, net: string, total: string) =>
    exampleRecord({
      document_type,
      fields: [
        exampleField('net_total', 'amount', net),
        exampleField('grand_total', 'amount', total),
      ],
    })
  const records = [
    record('invoice', '10.00', '11.90'),
    record('credit_note', '10.00', '11.90'),
    record('invoice', '10.00', '-11.90'),
    record('invoice', '-10.00', '-11.90'),
  ]
  const rows = [...layoutTable(records, layout, '').rows()]
  expect(rows.map(([cell]) => cell?.kind === 'number' && cell.decimal)).toEqual([
    ...['10.00', '-10.00', '-10.00', '-10.00'],
  ])
})

test('a workbook begins with a sheet of the layout, with real dates and numbers, and keeps the others', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await written('e.xlsx', booking))
  expect(workbook.worksheets.map(({ name }) => name).slice(0, 3)).toEqual([
    ...['Booking', 'Documents', 'Line items'],
  ])
  const row = workbook.worksheets[0]?.getRow(2)
  const cell = (at: number) => row?.getCell(at)
  expect(cell(1)).toMatchObject({ value: '0700', numFmt: '@' })
  expect(cell(2)?.value).toEqual(new Date('2026-03-29T00:00:00Z'))
  expect(cell(2)?.numFmt).toBe('dd.mm.yyyy')
  expect(cell(3)).toMatchObject({ value: '00123', numFmt: '@' })
  expect(cell(4)?.value).toBe('=Müller & “Söhne” GmbH')
  expect(cell(4)?.formula).toBeUndefined()
  expect(cell(5)).toMatchObject({ value: -1234.5, numFmt: '0.00' })
  // What needs review says so here, too.
  expect(cell(2)?.note).toBeDefined()
})

test('a layout is a sheet under any name', async () => {
  for (const name of ['Documents', 'run', 'History', "a/b:c*?[d]\\'", '?', 'x'.repeat(80)]) {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(await written('f.xlsx', { ...booking, name, header: false }))
    const names = workbook.worksheets.map((sheet) => sheet.name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(names[0]).toMatch(/^[^[\]:*?/\\]{1,31}$/)
    expect(workbook.worksheets[0]?.getRow(1).getCell(1).value).toBe('0700')
  }
})

test('a date of figures alone keeps its zero for Excel', async () => {
  const layout = columnLayoutSchema.parse({
    ...{ name: 'x', header: false },
    columns: [
      { source: { kind: 'field', name: 'day' }, date: 'ddMMyyyy' },
      { source: { kind: 'field', name: 'day' }, date: 'yyyyMMdd' },
      { source: { kind: 'field', name: 'day' }, date: 'excel' },
    ],
  })
  const records = [exampleRecord({ fields: [exampleField('day', 'date', '2026-03-05')] })]
  const lines = await linesOf('g.csv', layout, { records, csvFor: 'de-DE' })
  expect(lines[0]).toBe('\ufeff"=""05032026""";20260305;46086')
})

test('nothing in a layout or a document becomes a formula, in either dialect', async () => {
  const hostile = fc.oneof(
    fc.constantFrom('=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '="x"', ';=1', ',=1'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(hostile, hostile, hostile),
      fc.constantFrom('standard', 'de-DE', 'en-US'),
      async ([header, constant, value], csvFor) => {
        const layout = columnLayoutSchema.parse({
          name: 'x',
          columns: [
            { source: { kind: 'constant', text: constant }, header },
            { source: { kind: 'field', name: 'f' }, header },
          ],
        })
        const fields = [exampleField('f', 'text', value)]
        const records: ResultRecord[] = [exampleRecord({ fields })]
        const text = readFileSync(await written('h.csv', layout, { records, csvFor }), 'utf8')
        for (const cell of cellsOf(text, csvFor === 'de-DE' ? ';' : ','))
          expect(cell).toMatch(/^(="\d[\d .,:/-]*(E[+-]?\d+)?%?"|[^=+\-@\t\r\n][\s\S]*|)$/i)
      },
    ),
    { numRuns: 40 },
  )
})

function cellsOf(text: string, separator: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const letter of text.replace(/^\ufeff/, '')) {
    if (letter === '"') isQuoted = !isQuoted
    if (!isQuoted && (letter === separator || letter === '\n')) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  expect(cell).toBe('')
  return cells.map((one) =>
    one
      .replace(/\r$/, '')
      .replace(/^"([\s\S]*)"$/, '$1')
      .replaceAll('""', '"'),
  )
}
