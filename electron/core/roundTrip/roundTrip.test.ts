import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { writeExport } from '../../../workers/export/writeExport.ts'
import { stubPool } from '../testing/stubPool.ts'
import { openTestApp, testFolder } from '../testing/testApp.ts'

const files = { '1.pdf': '1 page A-1', '2.pdf': '1 page A-2 review', '3.pdf': '' }

/** A batch that was exported as a workbook, and a way to change that as a person does in Excel. */
async function exported(ending = 'xlsx') {
  const pool = stubPool({ writeExport: (task) => writeExport(task) })
  const { app, call, codeOf } = await openTestApp(testFolder(), { pool })
  const { id: batchId } = await call('batch.create', { paths: [testFolder(files)] })
  await app.idle(batchId)
  const path = join(testFolder(), `r.${ending}`)
  await call('export.write', { batchId, path })
  const edit = async (change: (sheet: (name: string) => Sheet) => void) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    change((name) => sheetOf(book, name))
    await book.xlsx.writeFile(path)
  }
  const valuesOf = async (documentId: string) => {
    const { fields, tables } = await call('document.get', { documentId })
    return {
      ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
      rows: tables.flatMap(({ rows }) =>
        rows.map((cells) => Object.values(cells).map((cell) => cell?.value)),
      ),
    }
  }
  return {
    app,
    call,
    codeOf,
    batchId,
    path,
    edit,
    valuesOf,
    ids: [`${batchId}-1-1`, `${batchId}-2-1`] as const,
  }
}

type Sheet = ReturnType<typeof sheetOf>

function sheetOf(book: ExcelJS.Workbook, name: string) {
  const sheet = book.getWorksheet(name)
  if (!sheet) throw new Error(`there is no sheet ${name}`)
  const columnOf = (column: string) => (sheet.getRow(1).values as unknown[]).indexOf(column)
  return {
    sheet,
    set: (row: number, column: string, value: ExcelJS.CellValue) => {
      sheet.getRow(row).getCell(columnOf(column)).value = value
    },
    get: (row: number, column: string) => sheet.getRow(row).getCell(columnOf(column)).value,
  }
}

test('an export that nobody changed has no differences, also when another program saved it', async () => {
  const { app, call, path, edit, batchId } = await exported()
  const none = { batchId, documents: 2, corrections: [], notices: [], kept: 0 }
  expect(await call('roundTrip.compare', { path })).toMatchObject(none)
  await edit(() => {})
  expect(await call('roundTrip.compare', { path })).toMatchObject(none)
  await app.close()
})

test('what was changed in the workbook is shown, applied and taken back with one undo', async () => {
  const { app, call, path, edit, valuesOf, ids, batchId } = await exported()
  const before = await Promise.all(ids.map(valuesOf))
  await edit((sheet) => {
    sheet('Documents').set(2, 'grand_total', 250.5)
    sheet('Documents').set(3, 'invoice_number', null)
    sheet('Line items').set(3, 'description', 'Ink')
  })
  const { corrections } = await call('roundTrip.compare', { path })
  expect(corrections).toMatchObject([
    {
      kind: 'value',
      documentId: ids[0],
      name: 'grand_total',
      now: '119.00',
      next: '250.50',
      isConflict: false,
    },
    { kind: 'value', documentId: ids[1], name: 'invoice_number', next: null },
    {
      kind: 'value',
      documentId: ids[0],
      table: 'line_items',
      row: 1,
      name: 'description',
      now: 'Paper',
      next: 'Ink',
    },
  ])
  const { acts, applied, failures } = await call('roundTrip.apply', { batchId, corrections })
  expect({ applied, failures, acts: acts.length }).toEqual({ applied: 3, failures: [], acts: 2 })
  expect(await valuesOf(ids[0])).toMatchObject({
    grand_total: '250.50',
    rows: [['Paper'], ['Ink']],
  })
  expect(await call('roundTrip.compare', { path })).toMatchObject({ corrections: [] })
  await call('batch.undo', { batchId, acts })
  expect(await Promise.all(ids.map(valuesOf))).toEqual(before)
  await app.close()
})

test('what was changed in Sheaf alone stays, and what both changed is a conflict', async () => {
  const { app, call, path, edit, ids, valuesOf, batchId } = await exported()
  const fieldId = async (documentId: string, name: string) =>
    (await call('document.get', { documentId })).fields.find((field) => field.name === name)?.id ??
    0
  const correct = async (documentId: string, name: string, value: string) =>
    call('document.correct', { documentId, fieldId: await fieldId(documentId, name), value })
  await correct(ids[0], 'invoice_number', 'B-1')
  await correct(ids[0], 'grand_total', '1.00')
  await correct(ids[1], 'grand_total', '7.00')
  await edit((sheet) => {
    sheet('Documents').set(2, 'grand_total', 2)
    sheet('Documents').set(3, 'grand_total', 7)
  })
  const { corrections, kept } = await call('roundTrip.compare', { path })
  expect(corrections).toMatchObject([
    { documentId: ids[0], isConflict: true, exported: '119.00', now: '1.00', next: '2.00' },
  ])
  expect(kept).toBe(1)
  await call('roundTrip.apply', { batchId, corrections })
  expect(await valuesOf(ids[0])).toMatchObject({ grand_total: '2.00', invoice_number: 'B-1' })
  // An export written since knows the newer values.
  await call('export.write', { batchId, path })
  expect(await call('roundTrip.compare', { path })).toMatchObject({ corrections: [], kept: 0 })
  await app.close()
})

test('an act that was undone since the export stands as it was exported', async () => {
  const { app, call, path, edit, ids, batchId } = await exported()
  const { fields } = await call('document.get', { documentId: ids[0] })
  const total = fields.find(({ name }) => name === 'grand_total')?.id ?? 0
  await call('document.correct', { documentId: ids[0], fieldId: total, value: '5.00' })
  await call('export.write', { batchId, path })
  await call('document.undo', { documentId: ids[0] })
  await edit((sheet) => sheet('Documents').set(2, 'grand_total', 6))
  expect((await call('roundTrip.compare', { path })).corrections).toMatchObject([
    { exported: '5.00', now: '119.00', next: '6.00', isConflict: true },
  ])
  await app.close()
})

test('rows that were deleted or added come and go with the rest, in one act', async () => {
  const { app, call, path, edit, ids, valuesOf, batchId } = await exported()
  await edit((sheet) => {
    const rows = sheet('Line items').sheet
    rows.spliceRows(2, 1)
    sheet('Documents').set(2, 'grand_total', 3)
    rows.addRow([])
    const last = rows.rowCount + 1
    sheet('Line items').set(last, 'document_id', ids[1])
    sheet('Line items').set(last, 'description', 'Postage')
  })
  const { corrections } = await call('roundTrip.compare', { path })
  expect(
    corrections.map(({ kind, row, ...rest }) => [kind, row, 'words' in rest && rest.words]),
  ).toEqual([
    ['value', null, false],
    ['row_added', 2, 'Postage'],
    ['row_deleted', 0, 'Paper'],
  ])
  const { acts } = await call('roundTrip.apply', { batchId, corrections })
  expect(acts).toHaveLength(2)
  expect(await valuesOf(ids[0])).toMatchObject({ grand_total: '3.00', rows: [['Paper']] })
  expect(await valuesOf(ids[1])).toMatchObject({ rows: [['Paper'], ['Paper'], ['Postage']] })
  await call('batch.undo', { batchId, acts })
  expect(await valuesOf(ids[0])).toMatchObject({
    grand_total: '119.00',
    rows: [['Paper'], ['Paper']],
  })
  await app.close()
})

test('rows are found by what they were at the export, wherever they stand in Sheaf today', async () => {
  const { app, call, path, edit, ids, valuesOf, batchId } = await exported()
  await call('document.editRows', {
    ...{ documentId: ids[0], table: 'line_items', edit: { kind: 'delete', row: 0 } },
  })
  await edit((sheet) => {
    sheet('Line items').set(2, 'description', 'Gone')
    sheet('Line items').set(3, 'description', 'Ink')
  })
  const { corrections, notices } = await call('roundTrip.compare', { path })
  expect(corrections).toMatchObject([{ row: 0, next: 'Ink', isConflict: false }])
  expect(notices).toMatchObject([{ code: 'row_gone', count: 1 }])
  await call('roundTrip.apply', { batchId, corrections })
  expect(await valuesOf(ids[0])).toMatchObject({ rows: [['Ink']] })
  await app.close()
})

test('what cannot be taken is told, place by place, and the rest is', async () => {
  const { app, call, path, edit, ids } = await exported()
  await edit((sheet) => {
    const documents = sheet('Documents')
    documents.set(2, 'grand_total', 'a lot')
    documents.set(3, 'grand_total', { error: '#REF!' })
    documents.sheet.getRow(1).getCell(60).value = 'checked by'
    documents.sheet.getRow(2).getCell(60).value = 'Ada'
    const items = sheet('Line items').sheet
    const copy = items.getRow(2).values
    items.addRow(['x']).getCell(3).value = 'no id'
    items.addRow([0, 'somewhere-1-1', 'other.pdf'])
    documents.sheet.addRow(documents.sheet.getRow(2).values)
    void copy
  })
  const { corrections, notices } = await call('roundTrip.compare', { path })
  expect(corrections).toEqual([])
  expect(notices.map(({ code, count }) => `${code} ${count}`).sort()).toEqual([
    'row_without_document 1',
    'twice 1',
    'unknown_column 1',
    'unknown_document 1',
    'unreadable_value 2',
  ])
  expect(notices.find(({ code }) => code === 'unreadable_value')?.places[0]).toBe(
    '1.pdf, grand total: “a lot” is not an amount, such as 1234.50 (grand total).',
  )
  expect(ids).toHaveLength(2)
  await app.close()
})

test('a document that was changed since the comparison is left alone, and says so', async () => {
  const { app, call, path, edit, ids, batchId, valuesOf } = await exported()
  await edit((sheet) => {
    sheet('Documents').set(2, 'grand_total', 3)
    sheet('Documents').set(3, 'grand_total', 4)
  })
  const { corrections } = await call('roundTrip.compare', { path })
  const { fields } = await call('document.get', { documentId: ids[0] })
  const total = fields.find(({ name }) => name === 'grand_total')?.id ?? 0
  await call('document.correct', { documentId: ids[0], fieldId: total, value: '5.00' })
  const done = await call('roundTrip.apply', { batchId, corrections })
  expect(done).toMatchObject({ applied: 1, failures: [{ documentId: ids[0], corrections: 1 }] })
  expect(await valuesOf(ids[1])).toMatchObject({ grand_total: '4.00' })
  expect(await valuesOf(ids[0])).toMatchObject({ grand_total: '5.00' })
  await app.close()
})

test('a workbook of an older Sheaf does not say when: it is the export last written under its name', async () => {
  const { app, call, path, edit, ids } = await exported()
  await edit((sheet) => {
    const run = sheet('Run').sheet
    run.eachRow((row, number) => {
      if (row.getCell(1).value === 'exported_at') run.spliceRows(number, 1)
    })
    sheet('Documents').set(2, 'grand_total', 3)
  })
  const { fields } = await call('document.get', { documentId: ids[0] })
  const number = fields.find(({ name }) => name === 'invoice_number')?.id ?? 0
  await call('document.correct', { documentId: ids[0], fieldId: number, value: 'B-1' })
  expect(await call('roundTrip.compare', { path })).toMatchObject({
    ...{ kept: 1, exportedAt: expect.stringMatching(/^2026-05-04/) },
    corrections: [{ name: 'grand_total', isConflict: false }],
  })
  await app.close()
})

test('CSV comes back, too, with the rows beside it', async () => {
  const { app, call, path, ids } = await exported('csv')
  const rows = path.replace('.csv', '-line-items.csv')
  writeFileSync(path, readFileSync(path, 'utf8').replace('119.00', '120.5'))
  writeFileSync(rows, readFileSync(rows, 'utf8').replace('Paper', '"Ink, black"'))
  expect((await call('roundTrip.compare', { path })).corrections).toMatchObject([
    { documentId: ids[0], name: 'grand_total', next: '120.50' },
    { documentId: ids[0], name: 'description', row: 0, next: 'Ink, black' },
  ])
  expect((await call('roundTrip.compare', { path: rows })).corrections).toHaveLength(1)
  await app.close()
})

test('a file that is none of ours, not of this Sheaf or no workbook says so', async () => {
  const { app, path, codeOf, call, batchId } = await exported()
  const folder = testFolder({
    'a.xlsx': 'no workbook',
    'b.csv': 'name,value\r\nx,1\r\n',
    'c.csv': 'document_id,batch_id\r\nz-1-1,z\r\n',
    'd.xls': '\u00d0',
  })
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Documents').addRow(['filename', 'total'])
  await book.xlsx.writeFile(join(folder, 'e.xlsx'))
  const code = (name: string) => codeOf('roundTrip.compare', { path: join(folder, name) })
  expect(await code('a.xlsx')).toBe('workbook_unreadable')
  expect(await code('b.csv')).toBe('not_an_export')
  expect(await code('c.csv')).toBe('export_unknown')
  expect(await code('d.xls')).toBe('workbook_unreadable')
  expect(await code('e.xlsx')).toBe('not_an_export')
  expect(await code('missing.xlsx')).toBe('folder_not_found')
  await call('batch.delete', { batchId })
  expect(await codeOf('roundTrip.compare', { path })).toBe('export_unknown')
  await app.close()
})
