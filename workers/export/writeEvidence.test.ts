import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { evidenceFolder, pagePicture } from './evidenceNames.ts'
import { exampleField, exampleRecord, exampleRun } from './exampleRecords.ts'
import { recordLine } from './recordLines.ts'
import { unzip } from './unzip.ts'
import { writeExport } from './writeExport.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheaf-evidence-'))
afterAll(() => rmSync(folder, { recursive: true }))

const record = exampleRecord({
  document_id: '260504-3fa1-1-1',
  fields: [
    exampleField('invoice_number', 'identifier', '00123'),
    exampleField('due_date', 'date', null, { needs_review: true, reasons: ['not_found'] }),
    exampleField('total', 'amount', '12.00', { needs_review: true, reasons: ['low_ocr'] }),
    exampleField('seller_name', 'name', 'Müller', { corrected: true }),
  ],
  line_items: [{ description: exampleField('description', 'text', 'Paper', { accepted: true }) }],
})

async function written(name: string) {
  const file = join(folder, name)
  const pages = evidenceFolder(file)
  mkdirSync(join(pages, 'pages'), { recursive: true })
  await sharp({ create: { width: 595, height: 842, channels: 3, background: 'white' } })
    .webp()
    .toFile(join(pages, pagePicture(record, 1)))
  const recordsFile = join(folder, 'records')
  writeFileSync(recordsFile, recordLine(record))
  const task = { format: 'xlsx', holds: 'fields', recordsFile, run: exampleRun } as const
  await writeExport({ ...task, file, evidenceFolder: pages })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  const sheet = workbook.getWorksheet('Provenance')
  if (!sheet) throw new Error('There is no sheet Provenance.')
  const names = sheet.getRow(1).values as readonly unknown[]
  return { file, pages, sheet, parts: unzip(file), column: (name: string) => names.indexOf(name) }
}

test('every value links to its place on a page beside the workbook, whatever the workbook is called', async () => {
  for (const name of ['plain.xlsx', 'Ergebnisse März #3 50%.xlsx']) {
    const { file, pages, sheet, column } = await written(name)
    const targets: string[] = []
    sheet.eachRow((row, number) => {
      const { hyperlink } = row.getCell(column('link'))
      if (number > 1 && hyperlink) targets.push(hyperlink)
    })
    expect(targets).toHaveLength(4)
    for (const target of targets) {
      // Nothing in it that any program could take for something else.
      expect(target).toMatch(/^[\w-]+\/[\w-]+\.html#v\d+$/)
      const [page = '', anchor] = target.split('#')
      expect(basename(pages)).toBe(page.split('/')[0])
      expect(readFileSync(join(file, '..', page), 'utf8')).toContain(` id="${anchor}"`)
    }
  }
})

test('a picture stands beside each value that was reviewed or flagged, and its file is gone', async () => {
  const { pages, sheet, parts, column } = await written('pictures.xlsx')
  const images = sheet.getImages()
  const shown = images.map(({ range }) => [range.tl.nativeRow, range.tl.nativeCol])
  // Rows counted from 0: total, seller_name, description; a value without a place has none.
  expect(shown).toEqual([3, 4, 5].map((row) => [row, column('picture') - 1]))
  expect(column('picture')).toBe(column('value') + 1)
  expect(parts.get('[Content_Types].xml')).toContain('/xl/drawings/drawing')
  const xml = [...parts].find(
    ([name, text]) => /sheet\d/.test(name) && text.includes('<drawing'),
  )?.[1]
  expect(xml).toMatch(/<drawing r:id="rId\d+"\/>(<legacyDrawing[^>]*>)?<\/worksheet>$/)
  expect(existsSync(join(pages, 'crops'))).toBe(false)
})
