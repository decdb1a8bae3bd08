import { type SortingState, useTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
} from 'react'
import type { Density, DocumentRow } from '../../electron/views.ts'
import { rangeOf, toggled } from '../checkedRows.ts'
import { columnsWithout, documentTableFeatures } from '../documentColumns.tsx'
import { isKeyboardFree } from '../isKeyboardFree.ts'
import { findRow, keyOf, type RowKey } from '../mergeRows.ts'
import { noSlots, type RowSlots, slotsFor } from '../rowSlots.ts'
import { ColumnMenu } from './ColumnMenu.tsx'
import classes from './DocumentTable.module.css'
import { DocumentTableRow } from './DocumentTableRow.tsx'
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
  /** Rows that something is to be done with together. */
  readonly checked: ReadonlySet<string>
  readonly hiddenColumns: readonly string[]
  /** Then rows say where they were found, whether or not their last column is hidden. */
  readonly isSearching: boolean
  readonly density: Density
  readonly onSort: (sorting: SortingState) => void
  readonly onSelect: (row: DocumentRow) => void
  readonly onOpen: (row: DocumentRow) => void
  readonly onCheck: (checked: ReadonlySet<string>) => void
  readonly onHideColumns: (hidden: string[]) => void
  /** Stands in the table's place when it has no rows. */
  readonly empty: ReactNode
}

/** Documents of a batch, thousands of them: only what is in sight is in the page. */
export function DocumentTable(props: DocumentTableProps) {
  const { rows, sorting, selected, checked, hiddenColumns, isSearching, empty } = props
  const { onSort, onSelect, onOpen, onCheck } = props
  const anchor = useRef<string | null>(null)
  const columns = useMemo(
    () => columnsWithout(isSearching ? hiddenColumns.filter((id) => id !== 'note') : hiddenColumns),
    [hiddenColumns, isSearching],
  )
  const rowHeight = rowHeights[props.density]
  const slots = useRef<RowSlots>(noSlots)
  const scroller = useRef<HTMLDivElement>(null)
  const table = useTable({
    features: documentTableFeatures,
    columns,
    data: rows,
    state: { sorting },
    onSortingChange: (change) => onSort(typeof change === 'function' ? change(sorting) : change),
    getRowId: keyOf,
  })
  const shown = table.getRowModel().rows
  const columnIds = useMemo(() => table.getAllLeafColumns().map(({ id }) => id), [columns])
  // Scrolling draws anew sixty times a second: thousands of rows are not looked through each time.
  const current = useMemo(() => {
    const originals = shown.map((row) => row.original)
    return findRow(originals, selected)
  }, [shown, selected])
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    initialOffset: Math.max(0, (current - rowsAbove) * rowHeight),
    // The head sticks to the top: rows begin below it and are scrolled to below it.
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  })

  // Rows that are measured already keep their height until somebody says otherwise.
  useEffect(() => virtualizer.measure(), [rowHeight])

  const keys = useMemo(() => shown.map(({ id }) => id), [shown])
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, index))
    const row = shown[next]
    if (!row) return null
    onSelect(row.original)
    virtualizer.scrollToIndex(next)
    return row.id
  }
  const toggle = (key: string | undefined) => {
    if (key === undefined) return
    anchor.current = key
    onCheck(toggled(checked, key))
  }
  const checkTo = (key: string | null) => {
    anchor.current ??= keys[current] ?? key
    if (key !== null) onCheck(rangeOf(keys, anchor.current, key))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const held = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.shiftKey ? 'Shift+' : ''}`
    const row = shown[current]
    const act: (() => unknown) | undefined = {
      ArrowDown: () => moveTo(current + 1),
      ArrowUp: () => moveTo(current - 1),
      PageDown: () => moveTo(current + pageStep),
      PageUp: () => moveTo(current - pageStep),
      Home: () => moveTo(0),
      End: () => moveTo(shown.length - 1),
      Enter: () => row && onOpen(row.original),
      ' ': () => toggle(row?.id),
      'Shift+ArrowDown': () => checkTo(moveTo(current + 1)),
      'Shift+ArrowUp': () => checkTo(moveTo(current - 1)),
      'mod+a': () => onCheck(new Set(keys)),
      ...(checked.size > 0 && { Escape: () => onCheck(new Set()) }),
    }[held + event.key]
    if (!act) return
    event.preventDefault()
    if (!event.shiftKey && event.key !== ' ') anchor.current = null
    act()
  }
  const rowAt = (target: EventTarget) =>
    shown[Number((target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset.at)]
  const onClick = (event: MouseEvent) => {
    const row = rowAt(event.target)
    if (!row) return
    if (isRowTick(event.target)) return event.shiftKey ? checkTo(row.id) : toggle(row.id)
    if (event.shiftKey) {
      checkTo(row.id)
      return onSelect(row.original)
    }
    onSelect(row.original)
    if (event.ctrlKey || event.metaKey) toggle(row.id)
    else onOpen(row.original)
  }

  // Scrolling draws the rows alone.
  const head = useMemo(
    () => (
      <thead className={classes.head}>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} className={classes.line}>
            <th className={classes.tick}>
              <input
                type="checkbox"
                aria-label="Select all documents"
                checked={checked.size > 0 && keys.every((key) => checked.has(key))}
                onChange={({ currentTarget }) =>
                  onCheck(new Set(currentTarget.checked ? keys : []))
                }
              />
            </th>
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
            <th className={classes.choose}>
              <ColumnMenu hidden={hiddenColumns} onChange={props.onHideColumns} />
            </th>
          </tr>
        ))}
      </thead>
    ),
    [table, columns, sorting, hiddenColumns, checked, keys],
  )
  const placed = slotsFor(
    virtualizer.getVirtualItems().map(({ index }) => index),
    slots.current,
    virtualizer.isScrolling,
  )
  slots.current = placed

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
        aria-multiselectable
        aria-rowcount={shown.length + 1}
        aria-activedescendant={shown[current] && `row-${shown[current].id}`}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        // A tick leaves the keyboard with the table.
        onMouseDown={(event) => isRowTick(event.target) && event.preventDefault()}
        data-documents
      >
        {head}
        <tbody>
          {placed.positions.map((at, i) => {
            const row = shown[at]?.original
            if (!row) return null
            const key = keyOf(row)
            return (
              <DocumentTableRow
                key={placed.order[i]}
                row={row}
                at={at}
                top={headHeight + at * rowHeight}
                height={rowHeight}
                columns={columnIds}
                isCurrent={at === current}
                isSelected={checked.size > 0 ? checked.has(key) : at === current}
                isChecked={checked.has(key)}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function isRowTick(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.closest('[data-at]') !== null
}

/** Arrow keys work at once, unless the keyboard is somewhere already. */
function takeFocus(table: HTMLElement | null): void {
  if (isKeyboardFree()) table?.focus({ preventScroll: true })
}
