import type { ColumnLayout, LayoutColumn } from '../../columnLayout.ts'
import { AppError } from '../../errors.ts'
import type { Template } from '../../template.ts'
import { excelDate } from '../formatDate.ts'
import { decodeSample } from './decodeSample.ts'
import { type Header, type HeaderMatch, type IsHere, matchHeaders } from './matchHeaders.ts'
import { readSeparated, type Separator } from './readSeparated.ts'
import { datesOf, isNumbers, numbersOf } from './sampleFormats.ts'

/** A layout as a sample of another program’s CSV shows it. */
export interface SampleLayout {
  readonly layout: ColumnLayout
  /** Columns that nobody knows: constants without a text, to be chosen by a person. */
  readonly unmatched: readonly number[]
  readonly separator: Separator
  /** What could be meant in another way. */
  readonly notes: readonly string[]
}

/** As many rows tell how values are written. */
const mostRows = 200

/** Reads what a sample’s header and rows say. Throws layout_invalid where it is no CSV, or empty. */
export function sampleLayout(
  { filename, bytes }: { readonly filename: string; readonly bytes: Uint8Array },
  templates: readonly Template[],
  isHere: IsHere,
): SampleLayout {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw odd(filename, 'it is a workbook or an archive. Save it as CSV and choose that.')
  const text = decodeSample(bytes).replace(/^\ufeff/, '')
  if (text.includes('\u0000')) throw odd(filename, 'it is no text. Choose a CSV file.')
  const { separator, rows } = readSeparated(text, mostRows + 1)
  const [first, ...others] = rows
  if (!first) throw odd(filename, 'it is empty. Choose a CSV file with a header.')
  const hasHeader = !looksLikeValues(first)
  const values = hasHeader ? others : rows
  const headers = hasHeader
    ? first.map((header) => header.replace(/\s+/g, ' ').trim().slice(0, 200))
    : first.map((_, at) => `Column ${at + 1}`)
  if (headers.length > 500) throw odd(filename, 'it has more than 500 columns.')
  const valuesAt = (at: number) => values.flatMap((row) => row[at]?.trim() || [])
  const { rows: rowsOf, matches } = hasHeader
    ? matchHeaders(
        headers.map((text, at) => ({ text, looksLike: lookOf(valuesAt(at)) })),
        templates,
        isHere,
      )
    : { rows: 'documents' as const, matches: headers.map(() => null) }
  const shown = headers.map((header, at) => columnOf(header, matches[at] ?? null, valuesAt(at)))
  const name =
    filename
      .replace(/\.[^.]*$/, '')
      .trim()
      .slice(0, 80) || 'From a sample'
  return {
    layout: {
      ...{ name, rows: rowsOf, header: hasHeader, unread: false },
      columns: shown.map(({ column }) => column),
    },
    unmatched: matches.flatMap((match, at) => (match === null ? [at] : [])),
    separator,
    notes: [
      ...(hasHeader ? [] : ['The sample has no header: choose what each column shows.']),
      ...shown.flatMap(({ note }) => note ?? []),
    ],
  }
}

function lookOf(values: readonly string[]): Header['looksLike'] {
  if (values.length === 0) return null
  const { pattern } = datesOf(values)
  // Five figures may be a day as Excel keeps it, or any number.
  if (pattern !== null) return pattern === excelDate ? null : 'date'
  return isNumbers(values) ? 'number' : 'text'
}

function columnOf(
  header: string,
  match: HeaderMatch | null,
  values: readonly string[],
): { readonly column: LayoutColumn; readonly note: string | null } {
  const plain = { header, date: null, number: null, sign: 'as_is' } as const
  if (match === null)
    return { column: { ...plain, source: { kind: 'constant', text: '' } }, note: null }
  const { source, type } = match
  if (type === 'date') {
    const { pattern, other } = datesOf(values)
    const note =
      other === null
        ? null
        : `“${header}”: ${values[0]} could begin with the day or with the month. The day was taken.`
    return { column: { ...plain, source, date: pattern === 'yyyy-MM-dd' ? null : pattern }, note }
  }
  const isNumber = type === 'amount' || type === 'number' || type === 'percent'
  return { column: { ...plain, source, number: isNumber ? numbersOf(values) : null }, note: null }
}

/** A first row with numbers or dates in it is no header. */
function looksLikeValues(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter(Boolean)
  const isValue = (cell: string) =>
    datesOf([cell]).pattern !== null || /^[-+(]?\p{Sc}?\s?\d[\d.,' ]*\)?$/u.test(cell)
  return filled.filter(isValue).length * 3 >= filled.length
}

function odd(layout: string, problem: string): AppError {
  return new AppError('layout_invalid', { layout, problem })
}
