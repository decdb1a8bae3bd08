import type { PlacedField } from './db/fields.ts'

/**
 * The values of a new reading with what a person had set by hand in the old one. A table in which a cell
 * was corrected stays whole: its rows may be others in the new reading.
 */
export function keepCorrections(
  fresh: readonly PlacedField[],
  old: readonly PlacedField[],
): readonly PlacedField[] {
  const corrected = old.filter((field) => field.corrected)
  const tables = new Set(corrected.flatMap(({ table }) => table ?? []))
  const ofDocument = corrected.filter(({ table }) => table === null)
  const merged = fresh
    .filter(({ table }) => table === null || !tables.has(table))
    .map((field) => {
      const kept = field.table === null && ofDocument.find(({ name }) => name === field.name)
      return kept ? { ...kept, candidates: field.candidates } : field
    })
  const homeless = ofDocument.filter(
    ({ name }) => !fresh.some((field) => field.table === null && field.name === name),
  )
  const tableRows = old.filter(({ table }) => table !== null && tables.has(table))
  return [...merged, ...homeless, ...tableRows]
}
