import { memo } from 'react'
import type { DocumentRow } from '../../electron/views.ts'
import { documentCells } from '../documentColumns.tsx'
import { keyOf } from '../mergeRows.ts'
import classes from './DocumentTable.module.css'

interface DocumentTableRowProps {
  readonly row: DocumentRow
  /** Position in the table as it is sorted. */
  readonly at: number
  /** Pixels below the top of the table. */
  readonly top: number
  readonly height: number
  /** Ids of the columns in sight. */
  readonly columns: readonly string[]
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly isChecked: boolean
}

/** A document in the table. What is clicked in it is told by the table, for all rows at once. */
export const DocumentTableRow = memo(function DocumentTableRow(props: DocumentTableRowProps) {
  const { row, at, top, height, columns, isCurrent, isSelected, isChecked } = props
  return (
    <tr
      id={`row-${keyOf(row)}`}
      className={classes.row}
      aria-rowindex={at + 2}
      aria-selected={isSelected}
      data-at={at}
      data-current={isCurrent || undefined}
      data-status={row.status}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <td className={classes.tick}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${row.filename}`}
          checked={isChecked}
          readOnly
        />
      </td>
      {columns.map((id) => (
        <td key={id} className={classes.cell} data-column={id}>
          {documentCells[id]?.(row)}
        </td>
      ))}
    </tr>
  )
})
