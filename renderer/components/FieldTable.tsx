import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type CSSProperties, memo } from 'react'
import type { DocumentView, FieldView } from '../../electron/views.ts'
import { columnLength } from '../columnLength.ts'
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
  /** Of its own fields the one in focus, and the one that Tab stops at. */
  readonly focusId: number | null
  readonly tabStop: number | null
  readonly fills: ReadonlyMap<number, number>
}

const numeric = new Set(['amount', 'number', 'percent'])

/** Line items and the like: every cell is a field, with its place on the page. */
export const FieldTable = memo(function FieldTable(props: FieldTableProps) {
  const { table, focusId, tabStop, ...hands } = props
  const { name, label, columns, rows } = table
  const hasStop =
    tabStop !== null ||
    rows.some((row) => Object.values(row).some(({ needsReview }) => needsReview))
  return (
    <section className={classes.section} aria-label={label}>
      <h2 className={classes.title}>
        {label} <span className={classes.count}>{rows.length}</span>
      </h2>
      {rows.length > 0 && (
        <section
          className={classes.scroller}
          aria-label={`Rows and columns of ${label}`}
          // What scrolls has to be reached by keyboard; where Tab stops in a cell of it, that is enough.
          tabIndex={hasStop ? undefined : 0}
        >
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th
                    key={column.name}
                    data-numeric={numeric.has(column.type) || undefined}
                    style={{ '--letters': columnLength(rows, column.name) } as CSSProperties}
                  >
                    {column.label}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <Row
                  key={rowKey(row, index)}
                  table={name}
                  columns={columns}
                  row={row}
                  index={index}
                  isLast={index === rows.length - 1}
                  focusId={holdsField(row, focusId) ? focusId : null}
                  tabStop={holdsField(row, tabStop) ? tabStop : null}
                  {...hands}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.9} />}
        onClick={() => {
          const place = { row: rows.length - 1, column: columns[0]?.name ?? '', before: null }
          hands.onRow(name, 'row.add', place)
        }}
      >
        Add a row
      </Button>
    </section>
  )
})

interface RowProps extends FieldHands, TableHands {
  readonly table: string
  readonly columns: DocumentView['tables'][number]['columns']
  readonly row: Readonly<Record<string, FieldView>>
  readonly index: number
  readonly isLast: boolean
  readonly focusId: number | null
  readonly tabStop: number | null
  readonly fills: ReadonlyMap<number, number>
}

const Row = memo(function Row(props: RowProps) {
  const { table, columns, row, index, isLast, focusId, tabStop, fills, onRow, onCell, ...hands } =
    props
  const edit = (
    command: RowCommand,
    column = columns[0]?.name ?? '',
    before: string | null = null,
  ) => onRow(table, command, { row: index, column, before })
  return (
    <tr
      onKeyDown={(event) => {
        const command = rowCommandOf(event.nativeEvent)
        const column = columns.find(({ name }) => holds(row[name], event.target))
        if (!command || !column) return
        event.preventDefault()
        if (!event.repeat) edit(command, column.name, beforeCaret(event.target))
      }}
    >
      {columns.map(({ name, label, type }) => (
        <Cell
          key={name}
          field={row[name]}
          name={`${label}, row ${index + 1}`}
          isNumeric={numeric.has(type)}
          isCurrent={row[name] !== undefined && row[name].id === focusId}
          isTabStop={row[name] !== undefined && row[name].id === tabStop}
          filled={fills.get(row[name]?.id ?? 0) ?? 0}
          onCell={() => onCell(table, index, name)}
          {...hands}
        />
      ))}
      <td className={classes.menu}>
        <RowMenu number={index + 1} isLast={isLast} onRow={edit} />
      </td>
    </tr>
  )
})

interface CellProps extends FieldHands {
  readonly field: FieldView | undefined
  readonly name: string
  readonly isNumeric: boolean
  readonly isCurrent: boolean
  readonly isTabStop: boolean
  readonly filled: number
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

function holdsField(row: RowProps['row'], fieldId: number | null): boolean {
  return Object.values(row).some(({ id }) => id === fieldId)
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
