import { freeNames } from '../../../workers/export/fieldColumns.ts'
import type { SheetRow } from '../../../workers/sheets/sheetLine.ts'
import type { Correction } from '../../views.ts'
import type { StoredField } from '../db/fields.ts'
import type { Compared, RowKind, RowThen } from './compared.ts'
import type { Notices } from './notices.ts'
import { readCell } from './readCell.ts'

/** A row of a sheet, and where what is met on the way is gathered. */
export interface Given {
  readonly cells: SheetRow
  readonly columns: readonly string[]
  readonly decimalMark: '.' | ','
  readonly notices: Notices
  readonly counts: { values: number; kept: number }
  /** Told of a column that holds values of a document. */
  readonly used: (column: string) => void
  /** Told of one that has something and belongs to no value of its document. */
  readonly leftOver: (column: string, place: string) => void
}

type Value = Extract<Correction, { kind: 'value' }>
type Typed = Pick<StoredField, 'name' | 'label' | 'type'>

/** What a row of Documents says that Sheaf does not; `taken` are the names of columns that are no fields. */
export function fieldCorrections(
  compared: Compared,
  given: Given,
  taken: readonly string[],
): readonly Correction[] {
  const own = compared.then.filter(({ table }) => table === null)
  const names = freeNames(
    own.map(({ name }) => name),
    taken,
  )
  tellLeftOver(compared, given, [...taken, ...names.values()])
  return own.flatMap((field) => {
    const column = names.get(field.name) ?? field.name
    return given.columns.includes(column) ? valueCorrection(compared, field, column, given) : []
  })
}

/** What a row of items says, the first being 1. */
export function cellCorrections(
  compared: Compared,
  { table, cells }: RowThen,
  { given, taken, kind }: { given: Given; taken: readonly string[]; kind: RowKind },
): readonly Correction[] {
  const columns = columnsOf(compared, kind, table)
  const all = [...new Set([...Object.keys(cells), ...columns.map(({ name }) => name)])]
  const names = freeNames(all, taken)
  tellLeftOver(compared, given, [...taken, ...names.values()])
  const first = Object.values(cells)[0]
  const row = first ? compared.today(first) : null
  return all.flatMap((name) => {
    const column = names.get(name) ?? name
    if (!given.columns.includes(column)) return []
    const field = cells[name]
    if (field) return valueCorrection(compared, field, column, given)
    const typed = columns.find((candidate) => candidate.name === name)
    return typed && row ? newCell(compared, { typed, row, column }, given) : []
  })
}

function valueCorrection(
  compared: Compared,
  field: StoredField,
  column: string,
  { cells, decimalMark, notices, counts }: Given,
): readonly Correction[] {
  counts.values += 1
  const { value: exported, name, label, type, table } = field
  const today = compared.today(field)
  const read = readCell(field, { cell: cells[column], before: exported, decimalMark })
  const place = placeWords(compared, field)
  if (read.kind === 'unreadable') {
    notices.add('unreadable_value', `${place}: ${read.sentence}`)
    return []
  }
  if (read.kind === 'same') {
    if (today?.value !== exported) counts.kept += 1
    if (read.lost) {
      const code = read.lost === 'digits' ? 'digits_lost' : 'leading_zeros'
      notices.add(code, `${place}: ${exported}`)
    }
    return []
  }
  if (!today) {
    notices.add('row_gone', place)
    return []
  }
  if (today.value === read.value) return []
  const isConflict = today.value !== exported
  const what = { fieldId: today.id, name, label, type, table, row: today.row } as const
  return [
    {
      ...{ kind: 'value', ...compared.place, ...what, isConflict },
      ...{ exported, now: today.value, next: read.value },
    },
  ]
}

/** A value where the row had none: rows leave out what they do not have. */
function newCell(
  compared: Compared,
  { typed, row, column }: { typed: Typed; row: StoredField; column: string },
  { cells, decimalMark, notices, counts }: Given,
): readonly Value[] {
  counts.values += 1
  const read = readCell(typed, { cell: cells[column], before: null, decimalMark })
  if (read.kind === 'unreadable')
    notices.add(
      'unreadable_value',
      `${placeWords(compared, { ...row, ...typed })}: ${read.sentence}`,
    )
  if (read.kind !== 'changed' || read.value === null) return []
  const there = compared.now.find(
    (field) => field.table === row.table && field.row === row.row && field.name === typed.name,
  )
  if (there?.value === read.value) return []
  const { name, label, type } = typed
  const what = { name, label, type, table: row.table, row: row.row } as const
  return [
    {
      ...{ kind: 'value', ...compared.place, ...what, fieldId: there?.id ?? null },
      ...{ isConflict: (there?.value ?? null) !== null },
      ...{ exported: null, now: there?.value ?? null, next: read.value },
    },
  ]
}

/** A row that the export did not have; it comes behind the others of its table. */
export function addedRow(
  compared: Compared,
  kind: RowKind,
  { given, taken }: { given: Given; taken: readonly string[] },
): readonly Correction[] {
  const [table] = compared.tables[kind]
  const { cells, decimalMark, notices } = given
  if (!table) {
    if (Object.keys(cells).some((column) => !taken.includes(column)))
      notices.add('no_such_field', `${compared.place.filename}, ${kind}`)
    return []
  }
  const names = freeNames(
    table.columns.map(({ name }) => name),
    taken,
  )
  tellLeftOver(compared, given, [...taken, ...names.values()])
  const values = table.columns.flatMap((column) => {
    const cell = cells[names.get(column.name) ?? column.name]
    const read = readCell(column, { cell, before: null, decimalMark })
    if (read.kind === 'unreadable')
      notices.add(
        'unreadable_value',
        `${compared.place.filename}, new row, ${column.label}: ${read.sentence}`,
      )
    return read.kind === 'changed' && read.value !== null
      ? [{ name: column.name, value: read.value }]
      : []
  })
  if (values.length === 0) return []
  const there = compared.now.filter((field) => field.table === table.name)
  const row = Math.max(-1, ...there.map((field) => field.row ?? -1)) + 1
  return [
    {
      ...{ kind: 'row_added', ...compared.place, table: table.name, row, isConflict: false },
      ...{ cells: values, words: wordsOf(values.map(({ value }) => value)) },
    },
  ]
}

/** Rows of the export that the sheet does not have any more, while it has others of the same document. */
export function deletedRows(
  compared: Compared,
  kind: RowKind,
  seen: ReadonlySet<number>,
): readonly Correction[] {
  return compared.rows[kind].flatMap(({ table, cells }, index): readonly Correction[] => {
    if (seen.has(index + 1)) return []
    const fields = Object.values(cells)
    const today = fields.flatMap((field) => compared.today(field) ?? [])
    const [first] = today
    if (!first) return []
    const isConflict =
      today.length !== fields.length ||
      fields.some((field) => compared.today(field)?.value !== field.value)
    const there = compared.now.filter((field) => field.table === table && field.row === first.row)
    return [
      {
        ...{ kind: 'row_deleted', ...compared.place, table, row: first.row, isConflict },
        fieldIds: there.map(({ id }) => id),
        words: wordsOf(there.flatMap(({ value }) => value ?? [])),
      },
    ]
  })
}

function columnsOf({ tables }: Compared, kind: RowKind, table: string): readonly Typed[] {
  return tables[kind].find(({ name }) => name === table)?.columns ?? []
}

const ofValues = /__(confidence|needs_review|page|bbox)(_\d+)?$/

function tellLeftOver(
  { place }: Compared,
  { cells, used, leftOver }: Given,
  known: readonly string[],
): void {
  for (const column of known) used(column)
  for (const column of Object.keys(cells))
    if (!known.includes(column) && !ofValues.test(column)) leftOver(column, place.filename)
}

function placeWords({ place }: Compared, { label, row }: Pick<StoredField, 'label' | 'row'>) {
  return [place.filename, ...(row === null ? [] : [`row ${row + 1}`]), label].join(', ')
}

const longestWords = 120

function wordsOf(values: readonly string[]): string {
  const words = values.join(' · ').replace(/\s+/g, ' ')
  return words.length > longestWords ? `${words.slice(0, longestWords - 1)}…` : words
}
