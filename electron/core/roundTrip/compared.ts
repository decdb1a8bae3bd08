import type { Template } from '../../../workers/template.ts'
import type { Correction } from '../../views.ts'
import type { Core } from '../core.ts'
import type { StoredDocument } from '../db/documents.ts'
import { listFieldValues, type StoredField } from '../db/fields.ts'
import { findItem } from '../db/items.ts'
import { itemTablesOf } from '../documentRecord.ts'
import { tableRows } from '../tableRows.ts'
import { documentAt } from './documentAt.ts'

export type RowKind = 'line_items' | 'tax_breakdown'

export interface RowThen {
  readonly table: string
  readonly cells: Readonly<Record<string, StoredField>>
}

export interface TableColumns {
  readonly name: string
  readonly columns: readonly Pick<StoredField, 'name' | 'label' | 'type'>[]
}

/** A document on two of the three sides: as it was exported, and as it is in Sheaf now. */
export interface Compared {
  readonly document: StoredDocument
  /** What every correction of it says about where it belongs. */
  readonly place: Pick<Correction, 'documentId' | 'index' | 'filename'>
  readonly then: readonly StoredField[]
  readonly now: readonly StoredField[]
  /** Its rows in the order in which the sheets have them, the first being row 1. */
  readonly rows: Readonly<Record<RowKind, readonly RowThen[]>>
  /** Where a new row of a sheet belongs; null: its template has no such table. */
  readonly tables: Readonly<Record<RowKind, readonly TableColumns[]>>
  /** The same field today, by its id, or by its place where it was found anew; null: it is gone. */
  today(field: StoredField): StoredField | null
}

/** Gathers both sides; null when the pages of its file made up other documents then. */
export function comparedOf(
  { db }: Pick<Core, 'db'>,
  document: StoredDocument,
  { since, template }: { readonly since: string; readonly template: Template | null },
): Compared | null {
  const now = listFieldValues(db, document.id)
  const then = documentAt(db, document, { now, at: since })
  const item = findItem(db, document.itemId)
  if (!then || !item) return null
  const itemTables = itemTablesOf(template)
  const ids = new Map(now.map((field) => [field.id, field]))
  // Rows move: what was there at the export already is known by its id alone.
  const thenIds = new Set(then.map(({ id }) => id))
  const anew = now.filter(({ id }) => !thenIds.has(id))
  const places = new Map(anew.map((field) => [placeOf(field), field]))
  const rowsIn = (tables: readonly string[]) =>
    tables.flatMap((table) => tableRows(then, table).map((cells) => ({ table, cells })))
  const tablesNamed = (names: readonly string[]) =>
    template?.tables.filter(({ name }) => names.includes(name)) ?? []
  return {
    document,
    place: { documentId: document.id, index: item.seq, filename: item.filename },
    ...{ then, now },
    rows: { line_items: rowsIn(itemTables), tax_breakdown: rowsIn(['tax_breakdown']) },
    tables: {
      line_items: tablesNamed(itemTables),
      tax_breakdown: tablesNamed(['tax_breakdown']),
    },
    today: (field) => ids.get(field.id) ?? places.get(placeOf(field)) ?? null,
  }
}

function placeOf({ table, row, name }: StoredField): string {
  return JSON.stringify([table, row, name])
}
