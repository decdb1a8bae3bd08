import { AppError, failureOf } from '../../../workers/errors.ts'
import type { Output } from '../../contract.ts'
import type { Correction } from '../../views.ts'
import { keepAct, tellAct } from '../act.ts'
import type { Core } from '../core.ts'
import type { StoredDocument } from '../db/documents.ts'
import { findLastAct } from '../db/fieldEvents.ts'
import { freeFieldId, listFields, type StoredField } from '../db/fields.ts'
import { durably } from '../db/open.ts'
import { recheck } from '../recheck.ts'
import { correctedTo, knownDocument } from '../review.ts'
import { numberedRows } from '../rows/numberedRows.ts'
import { type Cell, emptyCell, type Row } from '../rows/row.ts'
import { tableRows } from '../tableRows.ts'
import { templateOf } from '../templateOf.ts'

type Outcome = Output<'roundTrip.apply'>

/**
 * Takes corrections over: one act a document, so that each can be taken back by itself and all of them together. A
 * document that was changed since the comparison stays as it is, and says so.
 */
export function applyCorrections(
  core: Core,
  batchId: string,
  corrections: readonly Correction[],
): Outcome {
  const acts: number[] = []
  const failures: Outcome['failures'] = []
  const done: StoredDocument[] = []
  const byDocument = Map.groupBy(corrections, ({ documentId }) => documentId)
  durably(core.db, () => {
    for (const [documentId, these] of byDocument) {
      try {
        const document = knownDocument(core, documentId)
        if (document.batchId !== batchId) throw new AppError('not_found', { what: 'document' })
        correctDocument(core, document, these)
        acts.push(findLastAct(core.db, documentId)?.id ?? 0)
        done.push(document)
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown
        const { code, message } = failureOf(thrown)
        failures.push({ documentId, corrections: these.length, failure: { code, message } })
      }
    }
  })
  for (const document of done) tellAct(core, { document })
  const failed = failures.reduce((sum, { corrections }) => sum + corrections, 0)
  return { acts, applied: corrections.length - failed, failures }
}

function correctDocument(
  core: Core,
  document: StoredDocument,
  corrections: readonly Correction[],
): void {
  const fields = listFields(core.db, document.id)
  const valued = withValues(core, document, fields, corrections)
  const next = withRows(core, document, valued, corrections)
  const after = recheck(document, next, templateOf(core, document))
  const kind = next === valued ? 'corrected' : 'rows_edited'
  keepAct(core, { kind, document, fields, after })
}

type Value = Extract<Correction, { kind: 'value' }>

function withValues(
  core: Core,
  document: StoredDocument,
  fields: readonly StoredField[],
  corrections: readonly Correction[],
): readonly StoredField[] {
  const values = new Map<number, Value>()
  for (const correction of corrections)
    if (correction.kind === 'value' && correction.fieldId !== null)
      values.set(correction.fieldId, correction)
  const next = fields.map((field) => {
    const correction = values.get(field.id)
    if (!correction) return field
    values.delete(field.id)
    if (field.value !== correction.now) throw changedSince(field.label)
    return correctedTo(core, { document, field, typed: correction.next })
  })
  const [missing] = values.values()
  if (missing) throw changedSince(missing.label)
  return next
}

/** The same fields where no row comes or goes and no cell is new. */
function withRows(
  core: Core,
  document: StoredDocument,
  fields: readonly StoredField[],
  corrections: readonly Correction[],
): readonly StoredField[] {
  const edits = corrections.filter((edit) => edit.kind !== 'value' || edit.fieldId === null)
  const tables = new Set(edits.flatMap(({ table }) => table ?? []))
  let next = fields
  let firstId = freeFieldId(core.db)
  for (const name of tables) {
    const table = templateOf(core, document)?.tables.find((known) => known.name === name)
    if (!table) throw new AppError('not_found', { what: 'table' })
    const these = edits.filter((edit) => edit.table === name)
    const filled = tableRows(next, name).map((row, number) =>
      these.reduce<Row>(
        (cells, edit) => withCell(core, document, cells, { edit, number, table }),
        row,
      ),
    )
    const gone = new Set(these.flatMap((edit) => (edit.kind === 'row_deleted' ? edit.row : [])))
    for (const edit of these) if (edit.kind === 'row_deleted') assertThere(filled, edit)
    const added = these.flatMap((edit) =>
      edit.kind === 'row_added' ? [newRow(core, document, table, edit.cells)] : [],
    )
    const rows = [...filled.filter((_, number) => !gone.has(number)), ...added]
    const numbered = numberedRows(rows, firstId)
    firstId = Math.max(firstId, ...numbered.map(({ id }) => id + 1))
    next = [...next.filter((field) => field.table !== name), ...numbered]
  }
  return next
}

type Table = NonNullable<ReturnType<typeof templateOf>>['tables'][number]

function withCell(
  core: Core,
  document: StoredDocument,
  row: Row,
  { edit, number, table }: { edit: Correction; number: number; table: Table },
): Row {
  if (edit.kind !== 'value' || edit.fieldId !== null || edit.row !== number) return row
  if (row[edit.name]) throw changedSince(edit.label)
  const column = table.columns.find(({ name }) => name === edit.name)
  if (!column) throw new AppError('not_found', { what: 'column' })
  return {
    ...row,
    [column.name]: cellWith(core, document, emptyCell(table.name, column), edit.next),
  }
}

/** A row with what a person typed, and cells without anything for all other columns. */
function newRow(
  core: Core,
  document: StoredDocument,
  table: Table,
  values: readonly { readonly name: string; readonly value: string }[],
): Row {
  const cells = table.columns.map((column) => {
    const given = values.find(({ name }) => name === column.name)
    const cell = emptyCell(table.name, column)
    return [column.name, given ? cellWith(core, document, cell, given.value) : cell] as const
  })
  return Object.fromEntries(cells)
}

function cellWith(core: Core, document: StoredDocument, cell: Cell, typed: string | null): Cell {
  const { id: _, ...corrected } = correctedTo(core, { document, field: { ...cell, id: 0 }, typed })
  return corrected
}

function assertThere(
  rows: readonly Row[],
  { row, fieldIds }: Extract<Correction, { kind: 'row_deleted' }>,
): void {
  const there = Object.values(rows[row ?? -1] ?? {}).flatMap(({ id }) => id ?? [])
  if (there.length === 0 || there.some((id) => !fieldIds.includes(id))) throw changedSince('a row')
}

function changedSince(what: string): AppError {
  const problem = `${what} was changed meanwhile. Drop the file again to see how it stands now.`
  return new AppError('invalid_input', { problem })
}
