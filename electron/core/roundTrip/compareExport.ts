import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../../workers/errors.ts'
import { documentColumnNames } from '../../../workers/export/documentTable.ts'
import { keyColumnNames } from '../../../workers/export/rowTable.ts'
import type { SheetLine, SheetRow } from '../../../workers/sheets/sheetLine.ts'
import type { Comparison, Correction } from '../../views.ts'
import type { Core } from '../core.ts'
import { type Batch, configOf, findBatch } from '../db/batches.ts'
import { findDocument } from '../db/documents.ts'
import { listExports } from '../db/exports.ts'
import type { Db } from '../db/open.ts'
import { templateIn } from '../templateOf.ts'
import { type Compared, comparedOf, type RowKind } from './compared.ts'
import {
  addedRow,
  cellCorrections,
  deletedRows,
  fieldCorrections,
  type Given,
} from './corrections.ts'
import { createNotices, type Notices } from './notices.ts'
import { withSheetLines } from './sheetLines.ts'

/** More than anybody looks through at once. */
const mostCorrections = 5000
/** Documents that stay at hand: their rows mostly follow one another. */
const mostKept = 200

type Lines = () => AsyncIterable<SheetLine>

/**
 * Compares an export that came back with what it said when it was written and with what Sheaf says now. Nothing is
 * changed. Throws what `readSheets` throws, and export_unknown.
 */
export function compareExport(core: Core, path: string): Promise<Comparison> {
  return withSheetLines(core, path, async (lines) => {
    const file = basename(path)
    const { batch, since } = await originOf(core, path, lines)
    const found = await compareLines(core, lines, { batch, since: since ?? '' })
    return { ...{ batchId: batch.id, batchName: batch.name, file, exportedAt: since }, ...found }
  })
}

/** The batch that it was written from, and when. */
async function originOf(
  { db }: Core,
  path: string,
  lines: Lines,
): Promise<{ readonly batch: Batch; readonly since: string | null }> {
  let batch: Batch | null = null
  let told: string | undefined
  for await (const line of lines()) {
    if (line.kind === 'run') told = line.properties.exported_at
    if (line.kind !== 'row' || batch) continue
    const id = textOf(line.cells, 'document_id')
    const document = id === null ? null : findDocument(db, id)
    const known = document && findBatch(db, document.batchId)
    if (known && known.deletedAt === null) batch = known
  }
  if (!batch) throw new AppError('export_unknown', { file: basename(path) })
  const time = Date.parse(told ?? '')
  const since = Number.isNaN(time) ? lastWritten(db, batch.id, path) : new Date(time).toISOString()
  return { batch, since }
}

/** An older Sheaf, and CSV, do not say when: then it is the export that was last written under this name. */
function lastWritten(db: Db, batchId: string, path: string): string | null {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const written = listExports(db, batchId).filter(({ format }) => format === ending)
  const name = basename(path).replace(/-(line-items|tax-breakdown)(?=\.\w+$)/, '')
  const same = written.find((known) => basename(known.path) === name)
  return (same ?? written[0])?.at ?? null
}

async function compareLines(
  core: Core,
  lines: Lines,
  { batch, since }: { batch: Batch; since: string },
) {
  const notices = createNotices()
  const found = gathered(notices)
  const columns = leftOverColumns()
  const documents = documentsOf(core, { batchId: batch.id, since, notices })
  const rows = rowsSeen()
  const documentsSeen = new Set<string>()
  const counts = { values: 0, kept: 0 }
  let sheet: Extract<SheetLine, { kind: 'sheet' }> | null = null
  let steps = 0
  for await (const line of lines()) {
    if (++steps % 50 === 0) await setImmediate()
    if (line.kind === 'sheet') sheet = line
    if (line.kind !== 'row' || !sheet) continue
    const { cells, number } = line
    const { sheet: kind, decimalMark } = sheet
    const place = `${textOf(cells, 'filename') ?? kind}, row ${number}`
    const id = textOf(cells, 'document_id')
    const given: Given = {
      ...{ cells, columns: sheet.columns, decimalMark, notices, counts },
      ...{ used: columns.used, leftOver: columns.leftOver },
    }
    if (id === null) {
      // A file that gave no document has a row in Documents all the same.
      if (kind !== 'documents' && Object.keys(cells).length > 0)
        notices.add('row_without_document', place)
      continue
    }
    if (kind === 'documents') {
      if (documentsSeen.has(id)) {
        notices.add('twice', place)
        continue
      }
      documentsSeen.add(id)
    }
    const compared = documents(id, place)
    if (!compared) continue
    if (kind === 'documents') {
      rows.expect(compared)
      found.add(fieldCorrections(compared, given, documentColumnNames))
      continue
    }
    const row = rows.next(compared, kind, numberOf(cells))
    const how = { given, taken: keyColumnNames, kind }
    found.add(row ? cellCorrections(compared, row, how) : addedRow(compared, kind, how))
  }
  for (const { id, kind, seen } of rows.incomplete()) {
    if (++steps % 50 === 0) await setImmediate()
    const compared = documents(id, id)
    if (!compared) continue
    if (seen.size > 0) found.add(deletedRows(compared, kind, seen))
    else notices.add('no_rows_left', compared.place.filename)
  }
  columns.tell(notices)
  return {
    ...{ documents: documentsSeen.size, ...counts },
    ...{ corrections: found.list, notices: notices.list() },
  }
}

/** What was found, up to a number; what is more is only counted. */
function gathered(notices: Notices) {
  const list: Correction[] = []
  return {
    list,
    add(corrections: readonly Correction[]): void {
      for (const correction of corrections)
        if (list.length < mostCorrections) list.push(correction)
        else notices.add('more', correction.filename)
    },
  }
}

/** Documents by their ids, the last ones at hand; null with a notice for those that are not of this batch. */
function documentsOf(
  core: Core,
  { batchId, since, notices }: { batchId: string; since: string; notices: Notices },
): (id: string, place: string) => Compared | null {
  const kept = new Map<string, Compared | null>()
  // The configuration of a batch holds whole templates: it is read once.
  const config = configOf(core.db, batchId)
  const templates = core.templates
  return (id, place) => {
    const known = kept.get(id)
    if (known !== undefined) return known
    if (kept.size >= mostKept) kept.clear()
    const compared = look(id, place)
    kept.set(id, compared)
    return compared
  }

  function look(id: string, place: string): Compared | null {
    const document = findDocument(core.db, id)
    if (!document || document.batchId !== batchId) {
      notices.add(document ? 'other_batch' : 'unknown_document', place)
      return null
    }
    const compared = comparedOf(core, document, {
      ...{ since, template: templateIn(config, templates, document) },
    })
    if (!compared) notices.add('rearranged', place)
    return compared
  }
}

/** Which rows of which documents a sheet still has. */
function rowsSeen() {
  const sheets = new Map<
    RowKind,
    Map<string, { readonly seen: Set<number>; readonly all: number }>
  >()
  const expected: Compared['place'][] = []
  const counts = new Map<string, Readonly<Record<RowKind, number>>>()

  const of = ({ document, rows }: Compared, kind: RowKind) => {
    const sheet = sheets.get(kind) ?? new Map()
    sheets.set(kind, sheet)
    const entry = sheet.get(document.id) ?? { seen: new Set<number>(), all: rows[kind].length }
    sheet.set(document.id, entry)
    return entry
  }
  return {
    /** A document whose rows should be somewhere in the file. */
    expect({ document, rows, place }: Compared): void {
      expected.push(place)
      counts.set(document.id, {
        line_items: rows.line_items.length,
        tax_breakdown: rows.tax_breakdown.length,
      })
    },
    /** The row of this number as it was exported; null: one that came in since, or stands there twice. */
    next(compared: Compared, kind: RowKind, number: number | null) {
      const { seen } = of(compared, kind)
      const row = number === null || seen.has(number) ? undefined : compared.rows[kind][number - 1]
      if (!row || number === null) return null
      seen.add(number)
      return row
    },
    *incomplete() {
      for (const [kind, sheet] of sheets) {
        for (const { documentId } of expected) {
          const all = counts.get(documentId)?.[kind] ?? 0
          if (all > 0 && !sheet.has(documentId))
            yield { id: documentId, kind, seen: new Set<number>() }
        }
        for (const [id, { seen, all }] of sheet) if (seen.size < all) yield { id, kind, seen }
      }
    },
  }
}

/** Columns with values that belong to no field of their document: of no document at all, they are somebody’s own. */
function leftOverColumns() {
  const used = new Set<string>()
  const places = new Map<string, string[]>()
  return {
    used: (column: string) => used.add(column),
    leftOver(column: string, place: string): void {
      places.set(column, [...(places.get(column) ?? []), place])
    },
    tell(notices: Notices): void {
      for (const [column, files] of places)
        if (!used.has(column)) notices.add('unknown_column', column)
        else for (const file of files) notices.add('no_such_field', `${file}, ${column}`)
    },
  }
}

function textOf(cells: SheetRow, column: string): string | null {
  const cell = cells[column]
  if (cell?.kind === 'number') return String(cell.number)
  return cell?.kind === 'text' ? cell.text.trim() || null : null
}

function numberOf(cells: SheetRow): number | null {
  const number = Number(textOf(cells, 'row') ?? Number.NaN)
  return Number.isInteger(number) && number > 0 ? number : null
}
