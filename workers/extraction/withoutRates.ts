import type { Field, TableRow } from '../model.ts'
import type { Template } from '../template.ts'
import { emptyField } from './fields.ts'
import { unitsOf } from './parse/amount.ts'

/**
 * Fields without a net or tax that is only one rate’s: of several rates that are listed, it repeats the basis or
 * tax of one, and the total says otherwise. The sum of them is printed nowhere, and is not made up.
 */
export function withoutRates(
  template: Template,
  fields: readonly Field[],
  tables: Readonly<Record<string, readonly TableRow[]>>,
): Field[] {
  const table = template.tables.find(({ kind }) => kind === 'tax')
  const rows = (table && tables[table.name]) ?? []
  const sum = (column: string) =>
    rows.reduce((total, row) => total + (unitsOf(row[column]?.value) ?? 0n), 0n)
  if (rows.length < 2) return [...fields]
  return fields.map((field) => {
    const spec = template.fields.find(({ name }) => name === field.name)
    const column = spec?.total === 'net' ? 'basis' : spec?.total === 'tax' ? 'tax' : null
    if (!spec || !column || field.value === null) return field
    const isOneRates = rows.some((row) => row[column]?.value === field.value)
    return isOneRates && unitsOf(field.value) !== sum(column) ? emptyField(spec) : field
  })
}
