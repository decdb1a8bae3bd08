import type { TableDraft } from './templateDraft.ts'

/** What columns of a table may be, by the names under which its arithmetic knows them. */
export const columnRoles: Record<TableDraft['kind'], Readonly<Record<string, string>>> = {
  items: {
    description: 'What was sold or done',
    quantity: 'Quantity',
    unit: 'Unit',
    unit_price: 'Price of one',
    tax_rate: 'Tax rate',
    line_total: 'Total of the row',
    note: 'Further words of the row',
  },
  tax: { rate: 'Rate', basis: 'Basis', tax: 'Tax' },
  ledger: {
    date: 'Date of the movement',
    value_date: 'Value date',
    description: 'What it was',
    amount: 'Amount',
    balance: 'Balance after it',
  },
}
