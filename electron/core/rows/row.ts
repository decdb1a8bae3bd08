import type { Box, Page, Provenance } from '../../../workers/model.ts'
import type { TemplateColumn } from '../../../workers/template.ts'
import type { PlacedField } from '../db/fields.ts'

/** A cell that is stored already, or one that is about to be. */
export type Cell = PlacedField & { readonly id?: number }

/** A row of a table while a person edits it: column name to cell. */
export type Row = Readonly<Record<string, Cell>>

/** A cell without a value: a person made it, so nobody has to be asked about it. */
export function emptyCell(
  table: string,
  { name, label, type }: Pick<TemplateColumn, 'name' | 'label' | 'type'>,
): Cell {
  return {
    ...{ name, label, type, table, row: null },
    ...{ value: null, raw: null, reader: null, provenance: null, candidates: [] },
    ...byPerson,
  }
}

/** How a cell stands that a person put together. */
export const byPerson = {
  ...{ confidence: 1, needsReview: false, reasons: [], corrected: true, accepted: false },
} as const

/** A place on a page, by its words. */
export function provenanceAt(page: Page, box: Box, text: string): Provenance {
  return { page: page.number, box, pageSize: page.size, text }
}
