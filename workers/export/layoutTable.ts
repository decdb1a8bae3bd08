import type { ColumnLayout, LayoutColumn } from '../columnLayout.ts'
import { type Cell, countCell, empty, printable, textCell, valueCell } from './cell.ts'
import type { PropertyName } from './documentProperties.ts'
import { documentColumns } from './documentTable.ts'
import { currencyOf } from './fieldColumns.ts'
import { excelDate, formatDate } from './formatDate.ts'
import { roundDecimal, withSign } from './formatNumber.ts'
import type { ResultField, ResultRecord, ResultRow } from './record.ts'
import { reviewNote } from './reviewNote.ts'
import type { Table } from './table.ts'

/** One row of a layout: a document, and which of its line items. */
interface Place {
  readonly record: ResultRecord
  readonly batchName: string
  /** null: the document has none, or the rows are documents. */
  readonly item: { readonly number: number; readonly fields: ResultRow } | null
}

/** The one table that a person laid out: one row a document, or one a line item. */
export function layoutTable(
  records: Iterable<ResultRecord>,
  layout: ColumnLayout,
  batchName: string,
): Table {
  return {
    name: sheetName(layout.name),
    suffix: '',
    columns: layout.columns.map(({ header }) => ({
      name: header,
      width: Math.min(40, Math.max(14, header.length + 3)),
      workbook: 'shown',
    })),
    hasHeader: layout.header,
    frozenColumns: 0,
    rows: function* () {
      for (const record of records)
        for (const place of placesOf(record, layout, batchName))
          yield layout.columns.map((column) => cellOf(column, place))
    },
  }
}

function* placesOf(
  record: ResultRecord,
  layout: ColumnLayout,
  batchName: string,
): Generator<Place> {
  if (record.document_id === null && !layout.unread) return
  const items = layout.rows === 'line_items' ? record.line_items : []
  if (items.length === 0) yield { record, batchName, item: null }
  for (const [index, fields] of items.entries())
    yield { record, batchName, item: { number: index + 1, fields } }
}

function cellOf(column: LayoutColumn, place: Place): Cell {
  const { source } = column
  switch (source.kind) {
    case 'constant':
      return shaped(constantCell(source.text, column), column, place.record)
    case 'property':
      return shaped(propertyCell(source.name, place), column, place.record)
    case 'field': {
      const named = [source.name, ...source.otherwise].map((name) =>
        place.record.fields.find((field) => field.name === name),
      )
      // The first with a value; a field that is empty still says that somebody should look.
      const field = named.find((one) => one?.value != null) ?? named.find(Boolean)
      return fieldCell(field, column, place.record)
    }
    case 'item':
      return fieldCell(place.item?.fields[source.name], column, place.record)
    default:
      return source satisfies never
  }
}

function fieldCell(
  field: ResultField | undefined,
  column: LayoutColumn,
  record: ResultRecord,
): Cell {
  if (field === undefined) return empty
  const cell = shaped(valueCell(field, currencyOf(record)), column, record)
  return field.needs_review
    ? { ...cell, isMarked: true, note: printable(reviewNote(field, record)) }
    : cell
}

/** A constant is text, as it was typed; with a number format it is the number that it looks like. */
function constantCell(text: string, { number }: LayoutColumn): Cell {
  return number !== null && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)
    ? { kind: 'number', decimal: text, decimals: null }
    : textCell(text)
}

const propertyCells = new Map(documentColumns.map(({ name, cell }) => [name, cell]))

function propertyCell(name: PropertyName, { record, batchName, item }: Place): Cell {
  switch (name) {
    case 'batch_name':
      return textCell(batchName)
    case 'document_currency':
      return textCell(currencyOf(record))
    case 'row':
      return countCell(item?.number ?? null)
    case 'pages':
      return textCell(pagesWords(record.pages))
    default:
      return propertyCells.get(name)?.(record) ?? empty
  }
}

function pagesWords(pages: ResultRecord['pages']): string | null {
  if (pages === null) return null
  const [first, last] = pages
  return first === last ? String(first) : `${first}-${last}`
}

/** A cell as its column wants it written; text and truth stay as they are. */
function shaped(cell: Cell, { number, date, sign }: LayoutColumn, record: ResultRecord): Cell {
  if (cell.kind === 'number') {
    const signed = withSign(cell.decimal, sign, givesBack(record))
    if (number === null) return { ...cell, decimal: signed }
    const { decimals, mark, thousands } = number
    return {
      ...cell,
      decimal: decimals === null ? signed : roundDecimal(signed, decimals),
      decimals: decimals ?? cell.decimals,
      written: { mark, thousands },
    }
  }
  if (cell.kind !== 'date' || date === null) return cell
  const written = formatDate(cell.iso, date)
  // 05032026 would lose its first figure to whoever takes it for a number.
  const isLikeId = date !== excelDate && /^0\d*$/.test(written)
  return { ...cell, pattern: date, ...(isLikeId && { isLikeId }) }
}

const creditTypes =
  /credit_?note|gutschrift|avoir|abono|nota_?di_?credito|nota_?de_?credito|creditnota/i
const totals: readonly string[] = ['grand_total', 'total', 'due_payable']

/** Whether a document gives money back: its type says so, or its total is below zero. */
function givesBack({ document_type, fields }: ResultRecord): boolean {
  if (document_type !== null && creditTypes.test(document_type)) return true
  return fields.some(({ name, value }) => totals.includes(name) && value?.startsWith('-'))
}

/** The sheets that a workbook has anyway; Excel keeps “History” for itself. */
const takenNames =
  /^(documents|line items|tax breakdown|provenance|problems|ledger|run|history)( \d+)?$/i

/** A name that Excel takes for a sheet: no more than 31 characters, and more than one sheet of it may follow. */
function sheetName(name: string): string {
  const plain = printable(name)
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...plain].slice(0, 24).join('').trim()
  if (short === '') return 'Layout'
  return takenNames.test(short) ? `${short} (layout)`.slice(0, 31) : short
}
