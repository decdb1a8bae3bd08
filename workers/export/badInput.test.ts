import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { readSheets } from '../sheets/readSheets.ts'
import type { SheetLine } from '../sheets/sheetLine.ts'
import { evidencePage } from './evidencePage.ts'
import { exampleField, exampleRecord, exampleRun } from './exampleRecords.ts'
import { resultRecordSchema } from './record.ts'
import { recordLine } from './recordLines.ts'
import { writeExport } from './writeExport.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-bad-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Names that a file may have, and what a program that opens the export must not make of them. */
const names = [
  "=cmd|'/c calc'!A1.pdf",
  '+1.pdf',
  '@SUM(A1).pdf',
  '-2+3.pdf',
  'two\nlines.pdf',
  '\n=1+1.pdf',
  '\t=1+1.pdf',
  '\u202efdp.exe.pdf',
  `${'ü'.repeat(125)}.pdf`,
  '<img src=x onerror=alert(1)>.pdf',
  '"; =1+1;".pdf',
]

const longest = 32_767
const texts = ['x'.repeat(longest), 'x'.repeat(longest + 1), `${'x'.repeat(longest - 1)}🧾🧾`]

const records = [
  ...names.map((filename, file_index) =>
    exampleRecord({
      file_index,
      document_id: `b-${file_index}-1`,
      filename,
      path: `/d/${filename}`,
    }),
  ),
  exampleRecord({
    file_index: names.length,
    fields: texts.map((text, place) => exampleField(`text_${place}`, 'text', text)),
  }),
]

async function written(name: string, csvFor = 'standard') {
  const file = join(folder, name)
  const recordsFile = join(folder, 'records')
  writeFileSync(recordsFile, records.map(recordLine).join(''))
  const format = name.split('.').at(-1) as 'xlsx' | 'csv' | 'jsonl'
  await writeExport({ format, holds: 'fields', csvFor, file, recordsFile, run: exampleRun })
  return file
}

test('a workbook holds hostile names as plain text and cuts what no cell holds', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await written('bad.xlsx'))
  const sheet = workbook.getWorksheet('Documents')
  const header = sheet?.getRow(1).values as readonly unknown[]
  const cell = (row: number, name: string) => sheet?.getRow(row + 2).getCell(header.indexOf(name))
  for (const [row, name] of names.entries()) {
    expect(cell(row, 'filename')?.value).toBe(name)
    expect(cell(row, 'filename')?.formula).toBeUndefined()
  }
  const lengths = texts.map((_, place) => String(cell(names.length, `text_${place}`)?.value).length)
  expect(Math.max(...lengths)).toBe(longest)
  expect(cell(names.length, 'text_0')?.value).toBe(texts[0])
  expect(cell(names.length, 'text_1')?.value).toMatch(/x…$/)
  expect(String(cell(names.length, 'text_2')?.value).isWellFormed()).toBe(true)
})

test('CSV lets none of them begin a cell as a formula, in either dialect', async () => {
  for (const csvFor of ['standard', 'de-DE']) {
    const text = readFileSync(await written('bad.csv', csvFor), 'utf8')
    const separator = csvFor === 'standard' ? ',' : ';'
    // A cell begins behind a separator outside of quotes, or at the start of a line.
    const cells = text.replace(/^\ufeff/, '').match(cellsApart(separator)) ?? []
    for (const cell of cells.map((cell) => cell.replace(/^["\s]+/, '')))
      if (!/^=""[\d .,:/E+%-]+"""$/.test(cell))
        expect(cell).not.toMatch(/^[=+@]|^-(?!\d+([.,]\d+)?$)/)
    for (const name of names.slice(0, 4)) expect(text).toContain(`'${name}`)
    expect(text).toContain(texts[1])
  }
})

const cellsApart = (separator: string) => new RegExp(`"(?:[^"]|"")*"|[^${separator}\\r\\n"]+`, 'g')

test('JSON Lines keep every name and every text whole, one object a line', async () => {
  const lines = readFileSync(await written('bad.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
  const parsed = lines.map((line) => resultRecordSchema.parse(JSON.parse(line)))
  expect(parsed.map(({ filename }) => filename).slice(0, names.length)).toEqual(names)
  expect(parsed.at(-1)?.fields.map(({ value }) => value)).toEqual(texts)
})

test('no documents at all give whole files: headers, an empty list, nothing', async () => {
  const recordsFile = join(folder, 'none')
  writeFileSync(recordsFile, '')
  const write = async (format: 'xlsx' | 'csv' | 'json' | 'jsonl') => {
    const file = join(folder, `none.${format}`)
    const evidence = format === 'xlsx' ? { evidenceFolder: join(folder, 'none-evidence') } : {}
    await writeExport({ format, holds: 'fields', ...evidence, file, recordsFile, run: exampleRun })
    return file
  }
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await write('xlsx'))
  expect(workbook.getWorksheet('Documents')?.rowCount).toBe(1)
  expect(workbook.getWorksheet('Run')?.rowCount).toBeGreaterThan(10)
  expect(
    readFileSync(await write('csv'), 'utf8')
      .trimEnd()
      .split('\r\n'),
  ).toHaveLength(1)
  expect(readFileSync(await write('json'), 'utf8')).toBe('[]\n')
  expect(readFileSync(await write('jsonl'), 'utf8')).toBe('')
})

test('hostile names and longest texts come back from each as they were written', async () => {
  for (const name of ['back.xlsx', 'back.csv']) {
    const linesFile = join(folder, `${name}.lines`)
    await readSheets({ path: await written(name), linesFile })
    const lines = readFileSync(linesFile, 'utf8').trimEnd().split('\n')
    const rows = lines
      .map((line) => JSON.parse(line) as SheetLine)
      .flatMap((line) => (line.kind === 'row' ? [line.cells] : []))
    for (const [row, name] of names.entries())
      expect(rows[row]?.filename).toEqual({ kind: 'text', text: name })
    const back = rows[names.length]?.text_0
    expect(back).toEqual({ kind: 'text', text: texts[0] })
  }
})

test('a page of evidence shows a hostile name and runs nothing of it', () => {
  for (const record of records) expect(evidencePage(record, () => true)).not.toMatch(/<img src=x/)
})
