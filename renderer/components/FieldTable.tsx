import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { DocumentView, FieldView } from '../../electron/views.ts'
import { type RowCommand, type RowPlace, rowCommandOf } from '../rowEdits.ts'
import { type FieldHands, FieldInput } from './FieldInput.tsx'
import classes from './FieldTable.module.css'
import { RowMenu } from './RowMenu.tsx'

export interface TableHands {
  readonly onRow: (table: string, command: RowCommand, place: RowPlace) => void
  /** Gives a row the cell that it lacks. */
  readonly onCell: (table: string, row: number, column: string) => void
}

interface FieldTableProps extends FieldHands, TableHands {
  readonly table: DocumentView['tables'][number]
  readonly focusId: number | null
}

const numeric = new Set(['amount', 'number', 'percent'])

/** Line items and the like: every cell is a field, with its place on the page. */
export function FieldTable({ table, focusId, onRow, onCell, ...hands }: FieldTableProps) {
  const first = table.columns[0]?.name ?? ''
  const edit = (command: RowCommand, row: number, column = first, before: string | null = null) =>
    onRow(table.name, command, { row, column, before })
  return (
    <section className={classes.section} aria-label={table.label}>
      <h3 className={classes.title}>
        {table.label} <span className={classes.count}>{table.rows.length}</span>
      </h3>
      {table.rows.length > 0 && (
        <div className={classes.scroller}>
          <table className={classes.table}>
            <thead>
              <tr>
                {table.columns.map(({ name, label, type }) => (
                  <th key={name} data-numeric={numeric.has(type) || undefined}>
                    {label}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                <tr
                  key={rowKey(row, index)}
                  onKeyDown={(event) => {
                    const command = rowCommandOf(event.nativeEvent)
                    const column = table.columns.find(({ name }) => holds(row[name], event.target))
                    if (!command || !column) return
                    event.preventDefault()
                    edit(command, index, column.name, beforeCaret(event.target))
                  }}
                >
                  {table.columns.map(({ name, label, type }) => (
                    <Cell
                      key={name}
                      field={row[name]}
                      name={`${label}, row ${index + 1}`}
                      isNumeric={numeric.has(type)}
                      isCurrent={row[name] !== undefined && row[name].id === focusId}
                      onCell={() => onCell(table.name, index, name)}
                      {...hands}
                    />
                  ))}
                  <td className={classes.menu}>
                    <RowMenu
                      number={index + 1}
                      isLast={index === table.rows.length - 1}
                      onRow={(command) => edit(command, index)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.9} />}
        onClick={() => edit('row.add', table.rows.length - 1)}
      >
        Add a row
      </Button>
    </section>
  )
}

interface CellProps extends FieldHands {
  readonly field: FieldView | undefined
  readonly name: string
  readonly isNumeric: boolean
  readonly isCurrent: boolean
  readonly onCell: () => void
}

function Cell({ field, name, isNumeric, isCurrent, onCell, ...hands }: CellProps) {
  return (
    <td
      className={classes.cell}
      data-numeric={isNumeric || undefined}
      data-review={field?.needsReview || undefined}
      data-current={isCurrent || undefined}
    >
      {field ? (
        <FieldInput field={field} isCell name={name} {...hands} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className={classes.lacking}
          aria-label={`${name}: add a value`}
          onClick={onCell}
        >
          +
        </button>
      )}
    </td>
  )
}

/** A row is its fields: the id of the first names it. */
function rowKey(row: Readonly<Record<string, FieldView>>, index: number): number {
  return Object.values(row)[0]?.id ?? -index
}

function holds(field: FieldView | undefined, target: EventTarget): boolean {
  return field !== undefined && target instanceof HTMLElement && target.id === `field-${field.id}`
}

function beforeCaret(target: EventTarget): string | null {
  if (!(target instanceof HTMLInputElement)) return null
  const { value, selectionStart, selectionEnd } = target
  return selectionStart === selectionEnd ? value.slice(0, selectionStart ?? 0) : null
}
