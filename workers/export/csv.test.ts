import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { writeCsv } from './csv.ts'
import { exampleField, exampleRecord, exampleRecords } from './exampleRecords.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-csv-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)

test('a value of CSV stands below its name', async () => {
  const [first, second] = await csvRows(exampleRecords)
  expect(first).toMatchObject({
    file_index: '0',
    reference: '0042',
    first_page: '1',
    last_page: '2',
    status: 'needs_review',
    needs_review: 'true',
    math_valid: 'false',
    invoice_number: '00123',
    issue_date: '2026-03-29',
    issue_date__confidence: '0.6123',
    issue_date__needs_review: 'true',
    due_date: '',
    due_date__page: '',
    seller_name: "'=Müller & “Söhne” GmbH",
    grand_total: '1234.50',
    grand_total__page: '1',
    grand_total__bbox: '[72,100.5,200.13,112]',
    merchant_name: '',
  })
  expect(second).toMatchObject({ grand_total: '-98000', invoice_number: '' })
})

test('line items are a file beside, keyed to their document', async () => {
  await writeCsv(file('items.csv'), exampleRecords)
  const [first, second] = asRecords(readFileSync(file('items-line-items.csv'), 'utf8'))
  expect(first).toMatchObject({
    file_index: '0',
    document_id: 'd1',
    filename: 'invoice-001.pdf',
    document_currency: 'EUR',
    row: '1',
    quantity: '12.5',
    unit_price: '0.1250',
    unit_price__page: '1',
  })
  expect(second).toMatchObject({ row: '2', line_total: '-12.50', description: "'-10 % discount" })
})

test('without line items there is no second file', async () => {
  await writeCsv(file('plain.csv'), [exampleRecord()])
  expect(existsSync(file('plain-line-items.csv'))).toBe(false)
})

test('no documents are a header', async () => {
  await writeCsv(file('none.csv'), [])
  expect(parseCsv(readFileSync(file('none.csv'), 'utf8'))).toHaveLength(1)
})

test('the Excel of a computer gets its own separator, decimals and byte order mark', async () => {
  await writeCsv(file('de.csv'), exampleRecords, { csvFor: 'de-DE' })
  const text = readFileSync(file('de.csv'), 'utf8')
  expect(text.startsWith('\ufefffile_index;document_id;')).toBe(true)
  const [first, second] = asRecords(text.slice(1), ';')
  expect(first).toMatchObject({
    invoice_number: '="00123"',
    issue_date: '2026-03-29',
    issue_date__confidence: '0,6123',
    seller_name: "'=Müller & “Söhne” GmbH",
    grand_total: '1234,50',
  })
  expect(second?.grand_total).toBe('-98000')
  const items = readFileSync(file('de-line-items.csv'), 'utf8')
  expect(items.startsWith('\ufeff')).toBe(true)
  expect(asRecords(items.slice(1), ';')[1]).toMatchObject({
    line_total: '-12,50',
    description: "'-10 % discount",
  })
})

test('Excel keeps the digits of a text that looks like a number, and gets no other formula', async () => {
  const kept = ['007', '12345678901234567890', '1E5', '2026-05', '3/4', '12:30', '1.234,5', '5 %']
  const plain = ['A-17', 'DE89 3704', '', 'x1']
  const hostile = ['=1+1', '1"&cmd|x', '1=1', "=cmd|'/c calc'!A1", '+49 30 1', '\n=1+1']
  const texts = [...kept, ...plain, ...hostile]
  const fields = texts.map((value, place) => exampleField(`f${place}`, 'text', value))
  await writeCsv(file('ids.csv'), [exampleRecord({ fields })], { csvFor: 'en-US' })
  const [row] = asRecords(readFileSync(file('ids.csv'), 'utf8').slice(1))
  const found = texts.map((_, place) => row?.[`f${place}`])
  const formulas = found.filter((text) => text?.startsWith('='))
  expect(formulas).toEqual(kept.map((text) => `="${text}"`))
  expect(found.slice(-6)).toEqual([
    "'=1+1",
    '1"&cmd|x',
    '1=1',
    "'=cmd|'/c calc'!A1",
    "'+49 30 1",
    "'\n=1+1",
  ])
})

test('what begins like a formula is text for the Excel of any computer, and numbers stay numbers', async () => {
  const texts = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', ';=1', ',=1', '\r\n=1', '＝1']
  const numbers = ['-12.50', '1234567.5', '-0.01', '98000']
  const fields = [
    ...texts.map((value, at) => exampleField(`t${at}`, 'text', value)),
    ...numbers.map((value, at) => exampleField(`n${at}`, 'amount', value)),
  ]
  for (const [csvFor, separator, mark] of [
    ['standard', ',', '.'],
    ['en-US', ',', '.'],
    ['de-DE', ';', ','],
    ['de-CH', ';', '.'],
  ] as const) {
    await writeCsv(file('f.csv'), [exampleRecord({ fields })], { csvFor })
    const text = readFileSync(file('f.csv'), 'utf8').replace(/^\ufeff/, '')
    const [row] = asRecords(text, separator)
    expect(texts.map((_, at) => row?.[`t${at}`])).toEqual(
      texts.map((value) => (/^[;,]/.test(value) ? value : `'${value}`)),
    )
    // Whoever parts cells by the other mark finds no cell that begins as a formula either.
    expect(text).toContain('";=1"')
    expect(text).toContain('",=1"')
    expect(numbers.map((_, at) => row?.[`n${at}`])).toEqual(
      numbers.map((value) => value.replace('.', mark)),
    )
  }
})

test('any text comes back from CSV, and none of it is a formula', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc
      .array(
        fc.constantFrom(
          '=',
          '+',
          '-',
          '@',
          '\t',
          '\r',
          '\n',
          '"',
          ',',
          ';',
          "'",
          '🧾',
          'א',
          '0',
          '＝',
          '\u0085',
        ),
      )
      .map((parts) => parts.join('')),
    fc.constantFrom('=1+1', '@SUM(A1)', '-12.50', '+49 30 1', '=cmd|"/c calc"!A1', '"', '\r\n'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 5 }), async (texts) => {
      const fields = texts.map((value, place) => exampleField(`f${place}`, 'text', value))
      const [row] = await csvRows([exampleRecord({ fields })])
      for (const [place, value] of texts.entries()) {
        const found = row?.[`f${place}`] ?? ''
        expect(found).not.toMatch(startsFormula)
        // What no XML may hold is left out; an apostrophe stands before what would be a formula.
        const kept = [...value].filter(isKept).join('')
        expect(found).toBe(startsFormula.test(kept) ? `'${kept}` : kept)
      }
    }),
    { numRuns: 100 },
  )
})

const startsFormula = /^[=+\-@＝＋－＠\t\r\n\u007f-\u009f]/

function isKept(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

async function csvRows(records: Parameters<typeof writeCsv>[1]) {
  await writeCsv(file('rows.csv'), records)
  return asRecords(readFileSync(file('rows.csv'), 'utf8'))
}

function asRecords(csv: string, separator = ','): readonly Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(csv, separator)
  return rows.map((row) => {
    expect(row).toHaveLength(header.length)
    return Object.fromEntries(row.map((value, place) => [header[place] ?? '', value]))
  })
}

/** RFC 4180, character by character, every record ended by CRLF. */
function parseCsv(csv: string, separator = ','): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let value = ''
  let isQuoted = false
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv[at]
    if (isQuoted && character === '"' && csv[at + 1] === '"') {
      value += '"'
      at += 1
    } else if (character === '"') {
      isQuoted = !isQuoted
    } else if (!isQuoted && character === separator) {
      row.push(value)
      value = ''
    } else if (!isQuoted && character === '\r' && csv[at + 1] === '\n') {
      rows.push([...row, value])
      row = []
      value = ''
      at += 1
    } else {
      value += character
    }
  }
  expect(value).toBe('')
  return rows
}
