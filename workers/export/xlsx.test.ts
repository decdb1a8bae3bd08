import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { exampleField, exampleRecord, exampleRecords, exampleRun } from './exampleRecords.ts'
import type { ResultRecord } from './record.ts'
import { unzip } from './unzip.ts'
import { writeXlsx } from './xlsx.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-xlsx-'))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
async function written(records: readonly ResultRecord[], rowLimit?: number) {
  count += 1
  const file = join(folder, `${count}.xlsx`)
  await writeXlsx(file, records, exampleRun, rowLimit === undefined ? {} : { rowLimit })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  return { workbook, parts: unzip(file) }
}

/** The cell of a row (1 is the first below the header) under a name. */
function cellUnder(workbook: ExcelJS.Workbook, sheetName: string, row: number, name: string) {
  const sheet = workbook.getWorksheet(sheetName)
  if (!sheet) throw new Error(`There is no sheet ${sheetName}.`)
  const names = sheet.getRow(1).values as readonly unknown[]
  return sheet.getRow(row + 1).getCell(names.indexOf(name))
}

const sheetNames = [
  'Documents',
  'Line items',
  'Tax breakdown',
  'Provenance',
  'Problems',
  'Ledger',
  'Run',
]

test('a batch has its sheets, and one row a document', async () => {
  const { workbook } = await written(exampleRecords)
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(sheetNames)
  expect(workbook.getWorksheet('Documents')?.rowCount).toBe(5)
  const value = (row: number, name: string) => cellUnder(workbook, 'Documents', row, name).value
  expect(value(1, 'reference')).toBe('0042')
  expect(value(1, 'filename')).toBe('invoice-001.pdf')
  expect(value(1, 'needs_review')).toBe(true)
  expect(value(1, 'review_fields')).toBe('issue_date, due_date, grand_total, line_total')
  expect(value(1, 'invoice_number')).toBe('00123')
  expect(value(1, 'issue_date')).toEqual(new Date('2026-03-29'))
  expect(value(1, 'due_date')).toBeNull()
  expect(value(1, 'seller_name')).toBe('=Müller & “Söhne” GmbH')
  expect(value(1, 'grand_total')).toBe(1234.5)
  expect(value(2, 'filename')).toBe('レシート 🧾.png')
  expect(value(2, 'grand_total')).toBe(-98000)
  expect(value(3, 'error_code')).toBe('file_damaged')
  expect(value(4, 'status')).toBe('cancelled')
})

test('types stand in the file itself: serials, numbers, text cells, booleans', async () => {
  const { workbook, parts } = await written(exampleRecords)
  const xml = (name: string, row = 1) => {
    const { address } = cellUnder(workbook, 'Documents', row, name)
    const found = new RegExp(`<c r="${address}"( s="\\d+")?( t="\\w+")?>(.*?)</c>`).exec(
      parts.get('xl/worksheets/sheet1.xml') ?? '',
    )
    return [found?.[2] ?? '', found?.[3] ?? '']
  }
  expect(xml('issue_date')).toEqual(['', '<v>46110</v>'])
  expect(xml('grand_total')).toEqual(['', '<v>1234.5</v>'])
  expect(xml('invoice_number')).toEqual([' t="str"', '<v>00123</v>'])
  expect(xml('iban')).toEqual([' t="str"', '<v>DE89370400440532013000</v>'])
  expect(xml('seller_name')).toEqual([' t="str"', '<v>=Müller &amp; “Söhne” GmbH</v>'])
  expect(xml('needs_review')).toEqual([' t="b"', '<v>1</v>'])
  for (const [name, text] of parts)
    if (name.includes('worksheets/sheet')) expect(text).not.toContain('<f')
})

test('formats follow type and currency', async () => {
  const { workbook } = await written(exampleRecords)
  const format = (sheet: string, row: number, name: string) =>
    cellUnder(workbook, sheet, row, name).numFmt
  expect(format('Documents', 1, 'issue_date')).toBe('yyyy-mm-dd')
  expect(format('Documents', 1, 'grand_total')).toBe('#,##0.00 [$EUR]')
  expect(format('Documents', 2, 'grand_total')).toBe('#,##0 [$JPY]')
  expect(format('Documents', 1, 'invoice_number')).toBe('@')
  expect(format('Line items', 1, 'unit_price')).toBe('#,##0.000 [$EUR]')
})

test('the header is bold, frozen and filtered', async () => {
  const { workbook, parts } = await written(exampleRecords)
  const sheet = workbook.getWorksheet('Documents')
  expect(sheet?.getRow(1).getCell(1).font).toMatchObject({ bold: true })
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 5, ySplit: 1 })
  expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(
    /<pane xSplit="5" ySplit="1" topLeftCell="F2" activePane="bottomRight" state="frozen"\/>/,
  )
  for (const number of [1, 2, 3, 4, 5, 6])
    expect(parts.get(`xl/worksheets/sheet${number}.xml`)).toMatch(
      /<autoFilter ref="A1:[A-Z]+\d+"\/>/,
    )
})

test('a value that needs review is filled and says why, also where there is none', async () => {
  const { workbook } = await written(exampleRecords)
  const cell = (name: string) => cellUnder(workbook, 'Documents', 1, name)
  const noteOf = (name: string) => {
    const { note } = cell(name)
    return typeof note === 'string' ? note : note?.texts?.map(({ text }) => text).join('')
  }
  expect(cell('issue_date').fill).toMatchObject({ fgColor: { argb: 'FFFFE699' } })
  expect(noteOf('issue_date')).toBe('Day and month could be the other way round.')
  expect(cell('due_date').fill).toMatchObject({ pattern: 'solid' })
  expect(noteOf('due_date')).toBe('No value was found.')
  expect(noteOf('grand_total')).toBe('Net and tax give 1,234.40, but the total says 1,234.50.')
  expect(cell('invoice_number').fill).not.toMatchObject({ pattern: 'solid' })
  expect(cell('invoice_number').note).toBeUndefined()
})

test('line items are keyed to their document', async () => {
  const { workbook } = await written(exampleRecords)
  const value = (row: number, name: string) => cellUnder(workbook, 'Line items', row, name).value
  expect([value(1, 'file_index'), value(1, 'document_id'), value(1, 'row')]).toEqual([0, 'd1', 1])
  expect([value(1, 'quantity'), value(1, 'unit_price')]).toEqual([12.5, 0.125])
  expect([value(2, 'line_id'), value(2, 'tax_rate')]).toEqual(['0002', 19])
  expect([value(2, 'description'), value(2, 'line_total')]).toEqual(['-10 % discount', -12.5])
  expect([value(1, 'needs_review'), value(2, 'needs_review')]).toEqual([false, true])
  expect(workbook.getWorksheet('Line items')?.rowCount).toBe(3)
})

test('provenance says where a value was seen', async () => {
  const { workbook } = await written(exampleRecords)
  const value = (name: string) => cellUnder(workbook, 'Provenance', 2, name).value
  expect(['field', 'raw', 'confidence', 'needs_review', 'review', 'reasons'].map(value)).toEqual([
    'issue_date',
    '2026-03-29',
    0.6123,
    true,
    'needs_review',
    'ambiguous_date',
  ])
  expect(['page', 'x0', 'y0', 'x1', 'y1', 'page_width', 'page_height'].map(value)).toEqual([
    1, 72, 100.5, 200.13, 112, 595.28, 841.89,
  ])
  expect(value('value')).toEqual(new Date('2026-03-29'))
})

test('the run names what was read, with what, and how it came out', async () => {
  const { workbook } = await written(exampleRecords)
  const rows = new Map<unknown, unknown>()
  workbook.getWorksheet('Run')?.eachRow((row) => {
    rows.set(row.getCell(1).value, row.getCell(2).value)
  })
  expect(rows.get('reference')).toBe('0042')
  expect(rows.get('template')).toBe('receipt (version 1)')
  expect([rows.get('completed'), rows.get('skipped'), rows.get('pages')]).toEqual([1, 0, 4])
})

test('an empty batch gives a workbook with headers', async () => {
  const { workbook } = await written([])
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(
    sheetNames.filter((name) => name !== 'Tax breakdown'),
  )
  expect(workbook.getWorksheet('Documents')?.rowCount).toBe(1)
  expect(workbook.getWorksheet('Line items')?.getRow(1).getCell(1).value).toBe('file_index')
})

test('rows that one sheet cannot hold go on in the next', async () => {
  const records = Array.from({ length: 5 }, (_, index) => exampleRecord({ file_index: index }))
  const { workbook } = await written(records, 3)
  const documents = workbook.worksheets.filter((sheet) => sheet.name.startsWith('Documents'))
  expect(documents.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
    ['Documents', 3],
    ['Documents 2', 3],
    ['Documents 3', 2],
  ])
  expect(documents.map((sheet) => sheet.getRow(2).getCell(1).value)).toEqual([0, 2, 4])
  expect(documents.every((sheet) => sheet.getRow(1).getCell(1).value === 'file_index')).toBe(true)
})

test('a batch of hundreds of rows loses none of them', async () => {
  const records = Array.from({ length: 1234 }, (_, index) =>
    exampleRecord({ file_index: index, fields: [exampleField('total', 'amount', `${index}.25`)] }),
  )
  const { workbook } = await written(records)
  const sheet = workbook.getWorksheet('Documents')
  expect(sheet?.rowCount).toBe(1235)
  expect(cellUnder(workbook, 'Documents', 1234, 'total').value).toBe(1233.25)
  expect(workbook.getWorksheet('Provenance')?.rowCount).toBe(1235)
})

test('more columns than a sheet has are refused, not cut off', async () => {
  const fields = Array.from({ length: 16_384 }, (_, place) =>
    exampleField(`f${place}`, 'text', 'x'),
  )
  const file = join(folder, 'wide.xlsx')
  await expect(writeXlsx(file, [exampleRecord({ fields })], exampleRun)).rejects.toMatchObject({
    code: 'invalid_input',
  })
})

test('any text comes back from the workbook as plain text', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '=1+1',
      '=HYPERLINK("http://x","y")',
      '@SUM(A1)',
      '-12.50',
      '00123',
      '1E5',
      '2026-03-29',
      'TRUE',
      '<b>&amp;</b> ]]>',
      'line\nline',
      '👩‍👩‍👧‍👦 é',
      '‮שלום‬',
      'a\ud800b',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 10, maxLength: 30 }), async (texts) => {
      const fields = texts.map((value, place) => exampleField(`f${place}`, 'text', value))
      const { workbook, parts } = await written([exampleRecord({ fields })])
      expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<f')
      const values = textsIn(parts.get('xl/worksheets/sheet1.xml') ?? '')
      for (const [place, value] of texts.entries()) {
        const { address } = cellUnder(workbook, 'Documents', 1, `f${place}`)
        expect(values.get(address) ?? '').toBe(asKept(value))
      }
    }),
    { numRuns: 25 },
  )
})

/** Text cells by address, past exceljs: its reader decodes `&amp;lt;` twice. */
function textsIn(xml: string): ReadonlyMap<string, string> {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  const cells = xml.matchAll(/<c r="([A-Z]+\d+)"[^>]* t="str"><v>([^<]*)<\/v><\/c>/g)
  return new Map(
    [...cells].map(([, address = '', text = '']) => [
      address,
      text.replace(/&(\w+);/g, (_, name: string) => entities[name] ?? ''),
    ]),
  )
}

/** What a workbook keeps of a text: no half pairs, nothing that XML forbids, line feeds only. */
function asKept(text: string): string {
  const isKept = (character: string) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return code === 9 || code === 10 || code === 13
    // exceljs drops DEL by itself.
    return (
      code !== 0x7f && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
    )
  }
  return [...text].filter(isKept).join('').replace(/\r\n?/g, '\n')
}
