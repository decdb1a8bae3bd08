import type { DocumentView, FieldView } from '../../electron/views.ts'
import { type FieldHands, FieldInput } from './FieldInput.tsx'
import classes from './FieldTable.module.css'

interface FieldTableProps extends FieldHands {
  readonly table: DocumentView['tables'][number]
  readonly focusId: number | null
}

const numeric = new Set(['amount', 'number', 'percent'])

/** Line items and the like: every cell is a field, with its place on the page. */
export function FieldTable({ table, focusId, ...hands }: FieldTableProps) {
  return (
    <section className={classes.section} aria-label={table.label}>
      <h3 className={classes.title}>
        {table.label} <span className={classes.count}>{table.rows.length}</span>
      </h3>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <thead>
            <tr>
              {table.columns.map(({ name, label, type }) => (
                <th key={name} data-numeric={numeric.has(type) || undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={rowKey(row, index)}>
                {table.columns.map(({ name, type }) => (
                  <Cell
                    key={name}
                    field={row[name]}
                    isNumeric={numeric.has(type)}
                    isCurrent={row[name]?.id === focusId}
                    {...hands}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface CellProps extends FieldHands {
  readonly field: FieldView | undefined
  readonly isNumeric: boolean
  readonly isCurrent: boolean
}

function Cell({ field, isNumeric, isCurrent, ...hands }: CellProps) {
  return (
    <td
      className={classes.cell}
      data-numeric={isNumeric || undefined}
      data-review={field?.needsReview || undefined}
      data-current={isCurrent || undefined}
    >
      {field && <FieldInput field={field} isCell {...hands} />}
    </td>
  )
}

/** A row is its fields: the id of the first names it. */
function rowKey(row: Readonly<Record<string, FieldView>>, index: number): number {
  return Object.values(row)[0]?.id ?? -index
}
