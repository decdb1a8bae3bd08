import type { DocumentView } from '../electron/views.ts'
import { fieldsInOrder } from './fieldOrder.ts'

/** The field that stands where one was, when a document was found anew: of its name, or in its cell. */
export function heirOf(
  before: DocumentView | null,
  after: DocumentView,
  fieldId: number | null,
): number | null {
  if (fieldId === null || fieldsInOrder(after).some(({ id }) => id === fieldId)) return fieldId
  const field = before?.fields.find(({ id }) => id === fieldId)
  if (field) return after.fields.find(({ name }) => name === field.name)?.id ?? null
  for (const { name, columns, rows } of before?.tables ?? []) {
    const at = rows.findIndex((row) => Object.values(row).some(({ id }) => id === fieldId))
    const column = columns.find((one) => rows[at]?.[one.name]?.id === fieldId)
    if (!column) continue
    const left = after.tables.find((table) => table.name === name)?.rows ?? []
    return left[Math.min(at, left.length - 1)]?.[column.name]?.id ?? null
  }
  return null
}
