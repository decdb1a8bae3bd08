import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { exampleField, exampleRecord, exampleRun } from './exampleRecords.ts'
import { typeRecordSchema } from './record.ts'
import { recordLine } from './recordLines.ts'
import { writeExport } from './writeExport.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-types-'))
afterAll(() => rmSync(folder, { recursive: true }))

const records = [
  exampleRecord({ reference: 'R-7', pages: [1, 2], fields: [exampleField('a', 'text', 'x')] }),
  exampleRecord({
    ...{ reference: 'R-7', document_id: 'd2', pages: [3, 5], page_count: 3 },
    ...{ document_type: 'unknown', type_confidence: 0.41, needs_review: true },
  }),
]

async function written(format: 'csv' | 'json' | 'xlsx'): Promise<string> {
  const file = join(folder, `types.${format}`)
  const recordsFile = join(folder, 'records')
  writeFileSync(recordsFile, records.map(recordLine).join(''))
  await writeExport({ format, holds: 'types', file, recordsFile, run: exampleRun })
  return file
}

test('CSV says of each document where it stands and what it is, and no field', async () => {
  const lines = readFileSync(await written('csv'), 'utf8')
    .trimEnd()
    .split('\r\n')
  const names = lines[0]?.split(',') ?? []
  expect(names).not.toContain('a')
  const rows = lines.slice(1).map((line) => line.split(','))
  const column = (name: string) => rows.map((row) => row[names.indexOf(name)])
  expect(column('reference')).toEqual(['R-7', 'R-7'])
  expect(column('first_page')).toEqual(['1', '3'])
  expect(column('last_page')).toEqual(['2', '5'])
  expect(column('document_type')).toEqual(['invoice', 'unknown'])
  expect(column('type_confidence')).toEqual(['0.99', '0.41'])
})

test('JSON is what the published schema says, without fields', async () => {
  const found = JSON.parse(readFileSync(await written('json'), 'utf8'))
  expect(found).toHaveLength(2)
  for (const record of found) expect(typeRecordSchema.strict().parse(record)).toEqual(record)
  expect(found[1]).toMatchObject({ pages: [3, 5], document_type: 'unknown', reference: 'R-7' })
})

test('a workbook has documents, problems and the run', async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await written('xlsx'))
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Documents', 'Problems', 'Run'])
  expect(workbook.getWorksheet('Documents')?.rowCount).toBe(3)
})
