import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Cell, textCell } from './cell.ts'
import { csvFile } from './exportFiles.ts'
import type { ResultRecord, TypeRecord } from './record.ts'
import type { Table } from './table.ts'
import { csvTablesOf, type Holds } from './tablesOf.ts'
import { typeRecord } from './typeTable.ts'

/** Writes the records as one JSON array, in the order of intake; equal records give equal bytes. */
export async function writeJson(
  file: string,
  records: Iterable<ResultRecord>,
  holds: Holds = 'fields',
): Promise<void> {
  await writeText(file, jsonParts(records, holds === 'types' ? typeRecord : (record) => record))
}

/** Writes one record a line, each an object of the JSON export, in the order of intake. */
export async function writeJsonLines(
  file: string,
  records: Iterable<ResultRecord>,
  holds: Holds = 'fields',
): Promise<void> {
  await writeText(file, jsonLines(records, holds === 'types' ? typeRecord : (record) => record))
}

/** Writes the documents as CSV, and line items and tax breakdown beside them where there are any. */
export async function writeCsv(
  file: string,
  records: Iterable<ResultRecord>,
  holds: Holds = 'fields',
): Promise<void> {
  for (const table of csvTablesOf(records, holds))
    await writeText(csvFile(file, table.suffix), csvLines(table))
}

async function writeText(file: string, parts: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(parts), createWriteStream(file))
}

function* jsonParts(
  records: Iterable<ResultRecord>,
  told: (record: ResultRecord) => ResultRecord | TypeRecord,
): Generator<string> {
  let before = '['
  for (const record of records) {
    yield `${before}\n  ${readableJson(told(record), '  ')}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

function* jsonLines(
  records: Iterable<ResultRecord>,
  told: (record: ResultRecord) => ResultRecord | TypeRecord,
): Generator<string> {
  for (const record of records) yield `${JSON.stringify(told(record))}\n`
}

const lineWidth = 100

/** JSON on one line where it fits, so that a box or a check reads as one thing. */
export function readableJson(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value)
  if (indent.length + flat.length <= lineWidth || typeof value !== 'object' || value === null)
    return flat
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const parts = isList
    ? value.map((entry) => readableJson(entry, inner))
    : Object.entries(value)
        .filter(([, entry]) => entry !== undefined)
        .map(([key, entry]) => `${JSON.stringify(key)}: ${readableJson(entry, inner)}`)
  const body = parts.map((part) => `\n${inner}${part}`).join(',')
  return isList ? `[${body}\n${indent}]` : `{${body}\n${indent}}`
}

function* csvLines(table: Table): Generator<string> {
  yield csvLine(table.columns.map((column) => csvText(textCell(column.name))))
  for (const cells of table.rows()) yield csvLine(cells.map(csvText))
}

/** One line of RFC 4180. */
function csvLine(values: readonly string[]): string {
  return `${values.map(quoted).join(',')}\r\n`
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

function csvText(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return withoutFormula(cell.text)
    case 'number':
      return cell.decimal
    case 'date':
      return cell.iso
    case 'boolean':
      return String(cell.value)
    default:
      return cell satisfies never
  }
}

/** A spreadsheet runs text that begins like a formula; an apostrophe before it makes it text. */
function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
