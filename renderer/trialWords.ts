import type { TemplateTrial, TrialValue } from '../electron/views.ts'

/** Tells a value from the others of its document. */
export function keyOfTrialValue({ name, table, row }: TrialValue): string {
  return [table ?? '', row ?? '', name].join('/')
}

export interface TrialTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly label: string }[]
  readonly rows: readonly (readonly TrialValue[])[]
}

/** The cells of a trial as tables, their columns and rows in the order in which they come. */
export function tablesOfTrial(fields: readonly TrialValue[]): readonly TrialTable[] {
  const cells = fields.filter(({ table }) => table !== null)
  const names = [...new Set(cells.map(({ table }) => table ?? ''))]
  return names.map((name) => {
    const own = cells.filter(({ table }) => table === name)
    const columns = new Map(own.map((cell) => [cell.name, { name: cell.name, label: cell.label }]))
    const rows = [...new Set(own.map(({ row }) => row))]
    return {
      name,
      columns: [...columns.values()],
      rows: rows.map((row) => own.filter((cell) => cell.row === row)),
    }
  })
}

/** “4 of 6 found, 1 changed, 1 lost”: a document of the bench in a line. */
export function trialWords({ fields }: TemplateTrial): string {
  const values = fields.filter(({ table }) => table === null)
  const found = values.filter(({ value }) => value !== null).length
  const count = (change: TrialValue['change']) =>
    fields.filter((field) => field.change === change).length
  const parts = [
    `${found} of ${values.length} found`,
    ...(['found', 'changed', 'lost'] as const).map((change) => {
      const word = change === 'found' ? 'new' : change
      return count(change) > 0 && `${count(change)} ${word}`
    }),
  ]
  return parts.filter(Boolean).join(', ')
}
