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
