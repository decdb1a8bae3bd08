import { type Cell, textCell } from './cell.ts'
import { cellText } from './cellText.ts'
import { type CsvDialect, csvDialect } from './csvDialect.ts'
import { csvFile } from './exportFiles.ts'
import type { ResultRecord } from './record.ts'
import type { Table } from './table.ts'
import { csvTablesOf, type Holds } from './tablesOf.ts'
import { writeText } from './writeText.ts'

/**
 * Writes the documents as CSV, and line items and tax breakdown beside them where there are any; of a table that a
 * person laid out, that one alone.
 */
export async function writeCsv(
  file: string,
  records: Iterable<ResultRecord>,
  {
    holds = 'fields',
    csvFor = 'standard',
    laidOut = null,
  }: { holds?: Holds; csvFor?: string | undefined; laidOut?: Table | null } = {},
): Promise<void> {
  const dialect = csvDialect(csvFor)
  for (const table of laidOut ? [laidOut] : csvTablesOf(records, holds))
    await writeText(csvFile(file, table.suffix), csvLines(table, dialect))
}

function* csvLines(table: Table, dialect: CsvDialect): Generator<string> {
  // Without it, Excel reads the bytes of an umlaut as two letters of its own.
  if (dialect.isForExcel) yield '\ufeff'
  const line = (cells: readonly Cell[]) => csvLine(cells, dialect)
  if (table.hasHeader !== false) yield line(table.columns.map((column) => textCell(column.name)))
  for (const cells of table.rows()) yield line(cells)
}

/** One line of RFC 4180, with the dialect's separator. */
function csvLine(cells: readonly Cell[], dialect: CsvDialect): string {
  return `${cells.map((cell) => quoted(csvText(cell, dialect))).join(dialect.separator)}\r\n`
}

/** Semicolons and tabs, too: whoever takes them for the separator must not find more cells. */
function quoted(value: string): string {
  return /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

function csvText(cell: Cell, dialect: CsvDialect): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return plainText(cell.text, dialect)
    case 'number':
    case 'date': {
      const text = cellText(cell, dialect)
      return cell.kind === 'date' && cell.isLikeId ? plainText(text, dialect) : text
    }
    case 'boolean':
      return String(cell.value)
    case 'link':
      return withoutFormula(cell.target)
    case 'picture':
      return ''
    default:
      return cell satisfies never
  }
}

function plainText(text: string, { isForExcel }: CsvDialect): string {
  return isForExcel && looksLikeNumber.test(text) ? `="${text}"` : withoutFormula(text)
}

/**
 * What Excel would turn into a number, a date or a time: 00123 would be 123, 12E5 a million, 2026-05 a month. As a
 * formula of nothing but this text it stays what it is; there is nothing in it that could be run.
 */
const looksLikeNumber = /^\d[\d .,:/-]*(E[+-]?\d+)?%?$/i

/**
 * A spreadsheet runs text that begins like a formula, in full width, too, and may drop a control character before
 * it; an apostrophe in front makes it text.
 */
function withoutFormula(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return /^[=+\-@＝＋－＠\u0000-\u001f\u007f-\u009f]/.test(text) ? `'${text}` : text
}
