import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { exampleField, exampleRecord, exampleRecords } from './exampleRecords.ts'
import { resultRecordSchema } from './record.ts'
import { readableJson, writeCsv, writeJson, writeJsonLines } from './text.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-text-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)

test('JSON gives back every record, in order, and the same bytes again', async () => {
  await writeJson(file('a.json'), exampleRecords)
  await writeJson(file('b.json'), structuredClone(exampleRecords))
  const bytes = readFileSync(file('a.json'), 'utf8')
  expect(JSON.parse(bytes)).toEqual(exampleRecords)
  expect(readFileSync(file('b.json'), 'utf8')).toBe(bytes)
  expect(bytes).toContain('\n    "pages": [1,2],\n')
})

test('no records are an empty array', async () => {
  await writeJson(file('none.json'), [])
  expect(readFileSync(file('none.json'), 'utf8')).toBe('[]\n')
})

test('JSON Lines are the same objects, one a line, and say what the schema says', async () => {
  await writeJsonLines(file('a.jsonl'), exampleRecords)
  const text = readFileSync(file('a.jsonl'), 'utf8')
  expect(text.endsWith('}\n')).toBe(true)
  const lines = text.trimEnd().split('\n')
  const objects = lines.map((line) => resultRecordSchema.strict().parse(JSON.parse(line)))
  expect(objects).toEqual(exampleRecords)
  await writeJsonLines(file('none.jsonl'), [])
  expect(readFileSync(file('none.jsonl'), 'utf8')).toBe('')
})

test('readable JSON says the same as plain JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(readableJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

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

test('any text comes back from CSV, and none of it is a formula', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc
      .array(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", '🧾', 'א', '0'),
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
        expect(found).not.toMatch(/^[=+\-@\t\r]/)
        // What no XML may hold is left out; an apostrophe stands before what would be a formula.
        const kept = [...value].filter(isKept).join('')
        expect(found).toBe(/^[=+\-@\t\r]/.test(kept) ? `'${kept}` : kept)
      }
    }),
    { numRuns: 100 },
  )
})

function isKept(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

async function csvRows(records: Parameters<typeof writeCsv>[1]) {
  await writeCsv(file('rows.csv'), records)
  return asRecords(readFileSync(file('rows.csv'), 'utf8'))
}

function asRecords(csv: string): readonly Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(csv)
  return rows.map((row) => {
    expect(row).toHaveLength(header.length)
    return Object.fromEntries(row.map((value, place) => [header[place] ?? '', value]))
  })
}

/** RFC 4180, character by character, every record ended by CRLF. */
function parseCsv(csv: string): readonly (readonly string[])[] {
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
    } else if (!isQuoted && character === ',') {
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
