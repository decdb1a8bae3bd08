import { AppError } from '../../workers/errors.ts'
import type { TemplateTable } from '../../workers/template.ts'
import type { ParsedInput } from '../contract.ts'
import { act } from './act.ts'
import type { Core } from './core.ts'
import { freeFieldId, listFields } from './db/fields.ts'
import { pagesOfDocument } from './documentPages.ts'
import { recheck } from './recheck.ts'
import { knownDocument } from './review.ts'
import { mergeRows } from './rows/mergeRows.ts'
import { numberedRows } from './rows/numberedRows.ts'
import { emptyCell, type Row } from './rows/row.ts'
import { splitRow } from './rows/splitRow.ts'
import { tableRows } from './tableRows.ts'
import { templateOf } from './templateOf.ts'

/**
 * Adds, deletes, splits and merges rows of a table of a document, or gives a row a cell that it lacks. Rows
 * are counted from 0. Arithmetic and checks follow, and it is one act that can be taken back.
 */
export function editRows(
  core: Core,
  { documentId, table: name, edit }: ParsedInput<'document.editRows'>,
): void {
  const document = knownDocument(core, documentId)
  const template = templateOf(core, document)
  const table = template?.tables.find((candidate) => candidate.name === name)
  if (!table) throw new AppError('not_found', { what: 'table' })
  const fields = listFields(core.db, documentId)
  const rows = tableRows(fields, name)
  const edited =
    edit.kind === 'split'
      ? replaced(
          rows,
          edit.row,
          1,
          splitRow(rowAt(rows, edit.row), { edit, pages: pagesOfDocument(core, document) }),
        )
      : simply(edit, rows, table)
  const next = numberedRows(edited, freeFieldId(core.db))
  const others = fields.filter((field) => field.table !== name)
  const after = recheck(document, [...others, ...next], template)
  act(core, { kind: 'rows_edited', document, fields, after })
}

type Edit = ParsedInput<'document.editRows'>['edit']
type Rows = readonly Row[]

function simply(edit: Exclude<Edit, { kind: 'split' }>, rows: Rows, table: TemplateTable): Rows {
  switch (edit.kind) {
    case 'add': {
      if (edit.after >= 0) rowAt(rows, edit.after)
      const cells = table.columns.map((column) => [column.name, emptyCell(table.name, column)])
      return rows.toSpliced(edit.after + 1, 0, Object.fromEntries(cells))
    }
    case 'delete':
      rowAt(rows, edit.row)
      return rows.toSpliced(edit.row, 1)
    case 'merge':
      return replaced(rows, edit.row, 2, [
        mergeRows(rowAt(rows, edit.row), rowAt(rows, edit.row + 1)),
      ])
    case 'cell': {
      const row = rowAt(rows, edit.row)
      const column = table.columns.find(({ name }) => name === edit.column)
      if (!column) throw new AppError('not_found', { what: 'column' })
      if (row[column.name]) return rows
      return replaced(rows, edit.row, 1, [{ ...row, [column.name]: emptyCell(table.name, column) }])
    }
  }
}

function rowAt(rows: Rows, row: number): Row {
  const found = rows[row]
  if (!found) throw new AppError('not_found', { what: 'row' })
  return found
}

function replaced(rows: Rows, at: number, count: number, by: Rows): Rows {
  return rows.toSpliced(at, count, ...by)
}
