import type { DocumentView, FieldView } from '../electron/views.ts'

export interface FieldGroup {
  readonly title: string
  readonly fields: readonly FieldView[]
}

/** Parties that a field's name begins with, and what their group is called. */
const parties: Record<string, string> = {
  seller: 'Seller',
  merchant: 'Merchant',
  vendor: 'Vendor',
  supplier: 'Supplier',
  buyer: 'Buyer',
  customer: 'Customer',
  bank: 'Bank',
  account: 'Account',
}

const groupOrder = ['Document', ...Object.values(parties), 'Amounts', 'Payment']

function groupOf(field: FieldView): string {
  if (field.type === 'iban' || field.type === 'bic' || field.name.startsWith('payment'))
    return 'Payment'
  if (field.type === 'amount' || field.type === 'currency') return 'Amounts'
  return parties[field.name.split('_')[0] ?? ''] ?? 'Document'
}

/** Header fields as a person looks for them: document, parties, amounts, payment. */
export function groupFields(fields: readonly FieldView[]): readonly FieldGroup[] {
  const groups = Map.groupBy(fields, groupOf)
  return groupOrder.flatMap((title) => {
    const members = groups.get(title)
    return members ? [{ title, fields: members }] : []
  })
}

/** All fields from top to bottom as the view shows them: groups first, then table rows. */
export function fieldsInOrder(view: DocumentView): readonly FieldView[] {
  const header = groupFields(view.fields).flatMap((group) => group.fields)
  const cells = view.tables.flatMap((table) =>
    table.rows.flatMap((row) => table.columns.flatMap(({ name }) => row[name] ?? [])),
  )
  return [...header, ...cells]
}

/** The next field to look at after (or before) the one in focus, around the end if need be. */
export function nextForReview(
  fields: readonly FieldView[],
  focusId: number | null,
  step: 1 | -1,
): FieldView | null {
  const at = fields.findIndex((field) => field.id === focusId)
  const start = at < 0 && step < 0 ? 0 : at
  for (let i = 1; i <= fields.length; i++) {
    const field = fields[(start + step * i + fields.length * 2) % fields.length]
    if (field?.needsReview) return field
  }
  return null
}

/** Where an arrow key leads: along the column inside a table, else to the field above or below. */
export function neighbourOf(
  view: DocumentView,
  fieldId: number,
  step: 1 | -1,
): FieldView | undefined {
  for (const { rows, columns } of view.tables) {
    for (const [index, row] of rows.entries()) {
      const column = columns.find(({ name }) => row[name]?.id === fieldId)
      const cell = column && rows[index + step]?.[column.name]
      if (cell) return cell
    }
  }
  const all = fieldsInOrder(view)
  const table = view.tables.find(({ rows }) =>
    rows.some((row) => Object.values(row).some(({ id }) => id === fieldId)),
  )
  const inTable = new Set(table?.rows.flatMap((row) => Object.values(row).map(({ id }) => id)))
  let at = all.findIndex(({ id }) => id === fieldId) + step
  while (inTable.has(all[at]?.id ?? -1)) at += step
  return all[at]
}
