import { type SortingState, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Density, DocumentRow } from '../../electron/views.ts'
import { documentColumns, documentTableFeatures } from '../documentColumns.tsx'
import { findRow, keyOf, type RowKey } from '../mergeRows.ts'
import classes from './DocumentTable.module.css'
import { SortButton } from './SortButton.tsx'

const rowHeights: Record<Density, number> = { comfortable: 44, compact: 32 }
const headHeight = 36
const pageStep = 10
/** Coming back from a document, its row stands a little below the top. */
const rowsAbove = 4
const ariaSorts = { asc: 'ascending', desc: 'descending', none: undefined } as const

interface DocumentTableProps {
  readonly rows: readonly DocumentRow[]
  readonly sorting: SortingState
  readonly selected: RowKey | null
  readonly density: Density
  readonly onSort: (sorting: SortingState) => void
  readonly onSelect: (row: DocumentRow) => void
  readonly onOpen: (row: DocumentRow) => void
  /** Stands in the table's place when it has no rows. */
  readonly empty: ReactNode
}

/** Documents of a batch, thousands of them: only what is in sight is in the page. */
export function DocumentTable(props: DocumentTableProps) {
  const { rows, sorting, selected, onSort, onSelect, onOpen, empty } = props
  const rowHeight = rowHeights[props.density]
  const scroller = useRef<HTMLDivElement>(null)
  const table = useTable({
    features: documentTableFeatures,
    columns: documentColumns,
    data: rows,
    state: { sorting },
    onSortingChange: (change) => onSort(typeof change === 'function' ? change(sorting) : change),
    getRowId: keyOf,
  })
  const shown = table.getRowModel().rows
  const current = findRow(
    shown.map((row) => row.original),
    selected,
  )
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 8,
    initialOffset: Math.max(0, (current - rowsAbove) * rowHeight),
    // The head sticks to the top: rows begin below it and are scrolled to below it.
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  })

  // Rows that are measured already keep their height until somebody says otherwise.
  useEffect(() => virtualizer.measure(), [rowHeight])

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, index))
    const row = shown[next]
    if (!row) return
    onSelect(row.original)
    virtualizer.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const row = shown[current]
    const act = {
      ArrowDown: () => moveTo(current + 1),
      ArrowUp: () => moveTo(current - 1),
      PageDown: () => moveTo(current + pageStep),
      PageUp: () => moveTo(current - pageStep),
      Home: () => moveTo(0),
      End: () => moveTo(shown.length - 1),
      Enter: () => row && onOpen(row.original),
    }[event.key]
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    act()
  }

  if (shown.length === 0) return <div className={classes.frame}>{empty}</div>
  return (
    <div ref={scroller} className={classes.frame}>
      <table
        ref={takeFocus}
        className={classes.table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA's own grid pattern.
        role="grid"
        tabIndex={0}
        aria-label="Documents"
        aria-rowcount={shown.length + 1}
        aria-activedescendant={shown[current] && `row-${shown[current].id}`}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        data-documents
      >
        <thead className={classes.head}>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className={classes.line}>
              {group.headers.map((header) => (
                <th
                  key={header.id}
                  className={classes.cell}
                  data-column={header.column.id}
                  aria-sort={ariaSorts[header.column.getIsSorted() || 'none']}
                >
                  <SortButton
                    direction={header.column.getIsSorted()}
                    onClick={() => header.column.toggleSorting()}
                  >
                    <table.FlexRender header={header} />
                  </SortButton>
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {virtualizer.getVirtualItems().map((item) => {
            const row = shown[item.index]
            if (!row) return null
            return (
              <tr
                key={row.id}
                id={`row-${row.id}`}
                className={classes.row}
                aria-rowindex={item.index + 2}
                aria-selected={item.index === current}
                data-status={row.original.status}
                style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
                onClick={() => {
                  onSelect(row.original)
                  onOpen(row.original)
                }}
              >
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} className={classes.cell} data-column={cell.column.id}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** Arrow keys work at once, unless the keyboard is somewhere already. */
function takeFocus(table: HTMLElement | null): void {
  if (document.activeElement === document.body) table?.focus({ preventScroll: true })
}
