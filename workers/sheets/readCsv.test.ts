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
    expect(texts.map((_, index) => row.cells[`f${index}`])).toMatchObject(
      texts.map((text) => ({ kind: 'text', text })),
    )
  },
)

test('a file that Excel saved in the letters of Windows is read in them', async () => {
  const file = fileOf('ansi.csv')
  const line = 'document_id;batch_id;name\r\nd1;b;M\u00fcller \u2013 \u0080\r\n'
  writeFileSync(file, Buffer.from(line.replace('\u2013', '\u0096'), 'latin1'))
  const [, row] = await gathered(readCsv(file))
  expect(row).toMatchObject({ cells: { name: { text: 'Müller – €' } } })
  // However far down its first letter is that tells.
  writeFileSync(file, `document_id;batch_id;name\r\n${'d1;b;x\r\n'.repeat(50_000)}d2;b;Jörg 🧾\r\n`)
  expect((await gathered(readCsv(file))).at(-1)).toMatchObject({
    ...{ cells: { name: { text: 'Jörg 🧾' } } },
  })
})

test('figures that nothing keeps as text are told from those that are', async () => {
  const file = fileOf('r.csv')
  writeFileSync(file, 'document_id,batch_id,a,b,c,d\r\nd1,b,"=""00123""",123,1.2E+11,A1\r\n')
  const [, row] = await gathered(readCsv(file))
  expect(row).toMatchObject({
    cells: {
      a: { kind: 'text', text: '00123' },
      b: { kind: 'text', text: '123', mayBeNumber: true },
      c: { kind: 'text', text: '1.2E+11', mayBeNumber: true },
      d: { kind: 'text', text: 'A1' },
    },
  })
})

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
