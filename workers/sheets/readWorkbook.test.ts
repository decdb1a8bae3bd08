import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gathered } from '../testing/gathered.ts'
import { zipOf } from '../testing/zipOf.ts'
import { readWorkbook } from './readWorkbook.ts'
import type { SheetLine } from './sheetLine.ts'

const rels = `<?xml version="1.0"?><Relationships><Relationship Id="r7" Target="/xl/worksheets/any.xml"/></Relationships>`
const book = (more = '') =>
  `<x:workbook xmlns:x="s">${more}<x:sheets><x:sheet name="Meine Liste" sheetId="4" r:id="r7"/></x:sheets></x:workbook>`
const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="171" formatCode="#,##0.00 [$EUR]"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="171"/></cellXfs></styleSheet>`
const shared = `<sst><si><t>document_id</t></si><si><r><t>batch</t></r><r><rPr><b/></rPr><t>_id</t></r><rPh><t>spoken</t></rPh></si>
<si><t>a &amp;amp; &lt;b&gt; &#228;_x000D_</t></si></sst>`

const sheetOf = (rows: string) =>
  `<worksheet><!-- <c> --><sheetData>${rows}</sheetData><tail a="x>y"/></worksheet>`
const header = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>day</t></is></c><c r="D1" t="str"><v>rate</v></c></row>`

async function linesOf(
  parts: Readonly<Record<string, string>>,
  limits?: { unpacked: number },
): Promise<SheetLine[]> {
  const file = join(mkdtempSync(join(tmpdir(), 'sheaf-test-')), 'w.xlsx')
  const all = {
    'xl/_rels/workbook.xml.rels': rels,
    'xl/workbook.xml': book(),
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': shared,
    ...parts,
  }
  writeFileSync(file, zipOf(all))
  return gathered(readWorkbook(file, limits))
}

const sheet = 'xl/worksheets/any.xml'

test('cells are read as the programs write them: shared and own texts, days, percentages, results', async () => {
  const row = `<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"/><c r="C3" s="1"><v>46146.5</v></c><c r="D3" s="2"><f>A1</f><v>0.19</v></c></row>
    <row><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c s="3"><v>-1.5E2</v></c><c><f>X()</f></c></row>`
  expect(await linesOf({ [sheet]: sheetOf(header + row) })).toEqual([
    {
      ...{ kind: 'sheet', sheet: 'documents', decimalMark: '.' },
      columns: ['document_id', 'batch_id', 'day', 'rate'],
    },
    {
      ...{ kind: 'row', number: 3 },
      cells: {
        document_id: { kind: 'text', text: 'a &amp; <b> ä\r' },
        day: { kind: 'number', number: 46146.5, shownAs: 'date' },
        rate: { kind: 'number', number: 0.19, shownAs: 'percent' },
      },
    },
    {
      ...{ kind: 'row', number: 4 },
      cells: {
        document_id: { kind: 'boolean', value: true },
        batch_id: { kind: 'error', text: '#REF!' },
        day: { kind: 'number', number: -150, shownAs: 'number' },
        rate: { kind: 'error', text: '=' },
      },
    },
  ])
})

test('a day that a program wrote out in full is that day', async () => {
  const row = `<row r="2"><c r="C2" t="d"><v>2026-05-04T00:00:00</v></c><c r="D2" t="d"><v>2026-05-04</v></c></row>`
  const lines = await linesOf({ [sheet]: sheetOf(header + row) })
  const day = { kind: 'text', text: '2026-05-04' }
  expect(lines[1]).toMatchObject({ cells: { day, rate: day } })
})

test('a workbook that counts from 1904 says the same days', async () => {
  const row = `<row r="2"><c r="C2" s="1"><v>44684</v></c></row>`
  const lines = await linesOf({
    'xl/workbook.xml': book('<x:workbookPr date1904="1"/>'),
    [sheet]: sheetOf(header + row),
  })
  expect(lines[1]).toMatchObject({ cells: { day: { number: 46146 } } })
})

test('a line that somebody wrote above the header is passed over, and so is a sheet that is not ours', async () => {
  const above = `<row r="1"><c r="A1" t="inlineStr"><is><t>Mine!</t></is></c></row>`
  const lines = await linesOf({ [sheet]: sheetOf(above + header.replaceAll('1"', '2"')) })
  expect(lines).toHaveLength(1)
  expect(await linesOf({ [sheet]: sheetOf(above) })).toEqual([])
})

test('hostile workbooks are refused: bombs, document types, what has no end, what is damaged', async () => {
  const code = (parts: Readonly<Record<string, string>>, limits?: { unpacked: number }) =>
    linesOf(parts, limits).then(
      () => 'read',
      (thrown) => thrown.code ?? thrown,
    )
  const bomb = sheetOf(header + '<row r="2"/>'.repeat(400_000))
  expect(await code({ [sheet]: bomb }, { unpacked: 1_000_000 })).toBe('workbook_too_large')
  const entity = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet/>'
  expect(await code({ [sheet]: entity })).toBe('workbook_unreadable')
  expect(await code({ [sheet]: sheetOf(`${header}<row><c><v>&b;</v></c></row>`) })).toBe(
    'workbook_unreadable',
  )
  expect(await code({ [sheet]: `<worksheet><a b="${'x'.repeat(3_000_000)}` })).toBe(
    'workbook_unreadable',
  )
  expect(await code({ [sheet]: '<worksheet><sheetData>' })).toBe('workbook_unreadable')
  expect(await code({ 'xl/workbook.xml': '' })).toBe('workbook_unreadable')
})

test('a workbook whose lengths and places stand in zip64 records is read like any other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-test-'))
  const row = '<row r="2"><c r="A2" t="s"><v>1</v></c></row>'
  const parts = {
    'xl/_rels/workbook.xml.rels': rels,
    'xl/workbook.xml': book(),
    'xl/sharedStrings.xml': shared,
    [sheet]: sheetOf(header + row),
  }
  const wide = zipOf(parts, { isWide: true })
  writeFileSync(join(folder, 'wide.xlsx'), wide)
  expect(await gathered(readWorkbook(join(folder, 'wide.xlsx')))).toEqual(await linesOf(parts))

  // Whatever stands in these records is only believed as far as the file goes.
  const locator = wide.lastIndexOf(Buffer.from('PK\x06\x07', 'latin1'))
  const record = wide.lastIndexOf(Buffer.from('PK\x06\x06', 'latin1'))
  const [name = ''] = Object.keys(parts)
  const extras = wide.indexOf('PK\x01\x02', 0, 'latin1') + 46 + name.length + 4
  const wrong = {
    locator: locator + 8,
    length: record + 40,
    start: record + 48,
    packed: extras + 8,
    place: extras + 16,
  }
  for (const [what, at] of Object.entries(wrong)) {
    const bytes = Buffer.from(wide)
    bytes.writeBigUInt64LE(2n ** 60n, at)
    const path = join(folder, `${what}.xlsx`)
    writeFileSync(path, bytes)
    const code = expect.stringMatching(/^workbook_(unreadable|too_large)$/)
    await expect(gathered(readWorkbook(path)), what).rejects.toMatchObject({ code })
  }
})

test('bytes that are no zip to its end are refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-test-'))
  const whole = zipOf({
    'xl/workbook.xml': book(),
    'xl/_rels/workbook.xml.rels': rels,
    [sheet]: sheetOf(header),
  })
  const broken = Buffer.from(whole)
  broken.fill(0xff, 60, 90)
  const cases = { 'cut.xlsx': whole.subarray(0, 200), 'broken.xlsx': broken }
  for (const [name, bytes] of Object.entries(cases)) {
    writeFileSync(join(folder, name), bytes)
    await expect(gathered(readWorkbook(join(folder, name)))).rejects.toMatchObject({
      code: 'workbook_unreadable',
    })
  }
})
