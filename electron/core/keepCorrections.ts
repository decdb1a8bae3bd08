import type { PlacedField } from './db/fields.ts'

/**
 * The values of a new reading with what a person had set by hand in the old one, or had accepted and is read
 * the same. A table in which a cell was corrected stays whole: its rows may be others in the new reading.
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
      if (field.table !== null) return field
      const kept = ofDocument.find(({ name }) => name === field.name)
      if (kept) return { ...kept, label: field.label, candidates: field.candidates }
      return old.some((other) => isAcceptedAs(other, field)) ? settled(field) : field
    })
  const homeless = ofDocument.filter(
    ({ name }) => !fresh.some((field) => field.table === null && field.name === name),
  )
  const tableRows = old.filter(({ table }) => table !== null && tables.has(table))
  return [...merged, ...homeless, ...tableRows]
}

function isAcceptedAs(other: PlacedField, field: PlacedField): boolean {
  const { table, name, value } = field
  return other.accepted && other.table === table && other.name === name && other.value === value
}

function settled(field: PlacedField): PlacedField {
  return { ...field, accepted: true, confidence: 1, needsReview: false, reasons: [] }
}
