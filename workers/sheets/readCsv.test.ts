import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeCsv } from '../export/csv.ts'
import { exampleField, exampleRecord } from '../export/exampleRecords.ts'
import { gathered } from '../testing/gathered.ts'
import { readCsv } from './readCsv.ts'
import type { SheetLine } from './sheetLine.ts'

const fileOf = (name: string) => join(mkdtempSync(join(tmpdir(), 'sheaf-test-')), name)

test.each(['standard', 'de-DE', 'en-US'])(
  'what we write for %s is read as it was',
  async (csvFor) => {
    const texts = ['=cmd|1', '00123', 'a "b"; c, d', 'two\nlines', '-', '12E5', '  x']
    const fields = texts.map((value, index) => exampleField(`f${index}`, 'text', value))
    const file = fileOf('r.csv')
    await writeCsv(file, [exampleRecord({ fields })], { csvFor })
    const [, row] = await gathered(readCsv(file))
    if (row?.kind !== 'row') throw new Error('a row follows the header')
    expect(texts.map((_, index) => row.cells[`f${index}`])).toEqual(
      texts.map((text) => ({ kind: 'text', text })),
    )
  },
)

test('quotes, breaks and separators are read across any end of a chunk', async () => {
  const file = fileOf('big.csv')
  const cell = '"a ""quoted"" text, with\r\na break"'
  const rows = Array.from({ length: 5000 }, (_, index) => `d${index},b,${cell}\r\n`)
  writeFileSync(file, `document_id,batch_id,text\r\n${rows.join('')}`)
  const lines: SheetLine[] = await gathered(readCsv(file))
  expect(lines).toHaveLength(5001)
  for (const line of lines.slice(1))
    expect(line).toMatchObject({ cells: { text: { text: 'a "quoted" text, with\r\na break' } } })
})

test('a quote without an end is refused before it fills the memory', async () => {
  const file = fileOf('open.csv')
  writeFileSync(file, `document_id,batch_id\r\n"${'x'.repeat(2_000_000)}`)
  await expect(gathered(readCsv(file))).rejects.toMatchObject({
    code: 'workbook_unreadable',
  })
})
