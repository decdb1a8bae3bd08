import type { Check, Field, TableRow } from '../model.ts'
import type { Template } from '../template.ts'
import { withExactFields } from './exactAnswers.ts'
import { exactFactsOf } from './exactFacts.ts'
import { withExactRows } from './exactRows.ts'
import { placesOn } from './placeOf.ts'
import type { Reading } from './reading.ts'

interface Extracted {
  readonly fields: readonly Field[]
  readonly tables: Readonly<Record<string, readonly TableRow[]>>
}

/**
 * What was found on the pages, with what e-invoices and payment codes state in its place, and a failed check
 * wherever the two clearly differ. Without such a source everything stays as it was found.
 */
export function withExactSources(
  template: Template,
  reading: Reading,
  found: Extracted,
): Extracted & { readonly checks: readonly Check[] } {
  const facts = exactFactsOf(reading.pages)
  if (!facts) return { ...found, checks: [] }
  const placeOf = placesOn(reading)
  const { fields, checks } = withExactFields(template, found.fields, facts, reading, placeOf)
  const tables = Object.fromEntries(
    template.tables.map((table) => {
      const rows = withExactRows(table, found.tables[table.name] ?? [], facts, { reading, placeOf })
      return [table.name, rows]
    }),
  )
  return { fields, tables, checks }
}
