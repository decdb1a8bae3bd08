import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import ExcelJS from 'exceljs'
import { AppError } from '../errors.ts'
import { type Cell, empty, textCell } from './cell.ts'
import { drained } from './drained.ts'
import type { ResultRecord, RunInfo } from './record.ts'
import { cutToCell, sheetCell } from './sheetCell.ts'
import { type SheetPictures, sheetPictures } from './sheetPictures.ts'
import type { Column, Table } from './table.ts'
import { type Holds, tablesOf } from './tablesOf.ts'
import type { EvidenceFolders } from './writeEvidence.ts'

type Workbook = ExcelJS.stream.xlsx.WorkbookWriter
interface Book {
  readonly workbook: Workbook
  readonly picturesOf: ReturnType<typeof sheetPictures>
}

/** Of a sheet, the header counted. */
const mostRows = 1_048_576
const mostColumns = 16_384
const rowsPerPause = 100

/** Writes a workbook row by row, so that memory does not grow with the batch. */
export async function writeXlsx(
  file: string,
  records: Iterable<ResultRecord>,
  run: RunInfo,
  {
    rowLimit = mostRows,
    holds = 'fields',
    evidence = null,
    laidOut = null,
  }: {
    rowLimit?: number
    holds?: Holds
    evidence?: EvidenceFolders | null
    /** What a person laid out: it comes before the usual sheets, which keep what no layout shows. */
    laidOut?: Table | null
  } = {},
): Promise<void> {
  const output = createWriteStream(file)
  // Fails as soon as a write does, and else waits until the file is closed and can be renamed;
  // exceljs would wait for ever on a full disk.
  const closed = finished(output)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
  })
  workbook.creator = `Sheaf ${run.appVersion}`
  workbook.lastModifiedBy = workbook.creator
  workbook.created = new Date(run.startedAt ?? 0)
  workbook.modified = workbook.created
  const usual = tablesOf(records, run, holds, evidence)
  const tables = laidOut ? [laidOut, ...usual] : usual
  try {
    await Promise.race([closed, writeTables(workbook, tables, output, rowLimit)])
    await closed
  } finally {
    output.destroy()
  }
}

async function writeTables(
  workbook: Workbook,
  tables: readonly Table[],
  output: WriteStream,
  rowLimit: number,
): Promise<void> {
  const picturesOf = sheetPictures(workbook)
  for (const table of tables) await writeTable({ workbook, picturesOf }, table, output, rowLimit)
  if (!output.destroyed) await workbook.commit()
}

/** One sheet, or as many as the rows need: “Provenance”, “Provenance 2”. */
async function writeTable(
  { workbook, picturesOf }: Book,
  table: Table,
  output: WriteStream,
  rowLimit: number,
): Promise<void> {
  const columns = columnsOf(table)
  const places = columns.map((column) => table.columns.indexOf(column))
  const rows = table.rows()[Symbol.iterator]()
  let next = rows.next()
  const most = Math.min(rowLimit, (table.mostRows ?? mostRows) + 1)
  for (let count = 1; count === 1 || !next.done; count += 1) {
    const sheet = openSheet(workbook, table, columns, count)
    const pictures = picturesOf(sheet)
    const head = table.hasHeader === false ? 0 : 1
    let last = head
    for (; !next.done && last < most; next = rows.next()) {
      const cells = next.value
      addRow(
        { sheet, pictures, number: last },
        places.map((place) => cells[place] ?? empty),
      )
      last += 1
      if (last % rowsPerPause === 0) await drained(sheet, output)
      if (output.destroyed) return
    }
    if (head > 0)
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: columns.length } }
    sheet.commit()
  }
}

function columnsOf(table: Table): readonly Column[] {
  const columns = table.columns.filter((column) => column.workbook !== 'left_out')
  if (columns.length <= mostColumns) return columns
  const problem = `${columns.length} columns do not fit a workbook; export to .csv or .json`
  throw new AppError('invalid_input', { problem })
}

function openSheet(
  workbook: Workbook,
  table: Table,
  columns: readonly Column[],
  count: number,
): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(count === 1 ? table.name : `${table.name} ${count}`, {
    ...(table.hasHeader !== false && {
      views: [{ state: 'frozen', xSplit: table.frozenColumns, ySplit: 1 }],
    }),
    properties: { outlineLevelCol: 1 },
  })
  sheet.columns = columns.map(({ width, workbook: place }) =>
    place === 'folded' ? { width, outlineLevel: 1, hidden: true } : { width },
  )
  if (table.hasHeader === false) return sheet
  const header = sheet.addRow(columns.map((column) => sheetCell(textCell(column.name)).value))
  header.eachCell((cell) => {
    cell.style = headerStyle
  })
  header.commit()
  return sheet
}

function addRow(
  {
    sheet,
    pictures,
    number,
  }: { sheet: ExcelJS.Worksheet; pictures: SheetPictures; number: number },
  cells: readonly Cell[],
): void {
  const row = sheet.addRow([])
  for (const [column, cell] of cells.entries())
    if (cell.kind === 'picture') {
      const size = fitting(cell.size)
      pictures.add(cell.file, { column, row: number, size })
      row.height = Math.max(usualHeight, size[1] + 2)
    }
  for (const [index, cell] of cells.entries()) {
    const { value, numFmt } = sheetCell(cell)
    if (value === null && !cell.isMarked) continue
    const target = row.getCell(index + 1)
    target.value = value
    target.style = cell.kind === 'link' ? linkStyle : styleOf(numFmt, cell.isMarked === true)
    if (cell.note !== undefined) target.note = cutToCell(cell.note)
  }
  row.commit()
}

const headerStyle: Partial<ExcelJS.Style> = {
  // A font that names no face gets another one than the cells below.
  font: { bold: true, size: 11, name: 'Calibri', family: 2 },
  numFmt: '@',
  border: { bottom: { style: 'thin' } },
}

const linkStyle: Partial<ExcelJS.Style> = {
  font: { size: 11, name: 'Calibri', family: 2, color: { argb: 'FF0E5C74' }, underline: true },
  numFmt: '@',
}

/** Of a row, in points. */
const usualHeight = 15
/** As large as a picture may be shown; what is larger is made smaller as a whole. */
const largest = [200, 60] as const

function fitting([width, height]: readonly [number, number]): readonly [number, number] {
  const scale = Math.min(1, largest[0] / width, largest[1] / height)
  return [width * scale, height * scale]
}

const reviewFill: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFFE699' },
}

/** One object per look: exceljs knows a style again by its object. */
const styles = new Map<string, Partial<ExcelJS.Style>>()

function styleOf(numFmt: string, isMarked: boolean): Partial<ExcelJS.Style> {
  const key = `${numFmt} ${isMarked}`
  const known = styles.get(key)
  if (known) return known
  const style = isMarked ? { numFmt, fill: reviewFill } : { numFmt }
  styles.set(key, style)
  return style
}
