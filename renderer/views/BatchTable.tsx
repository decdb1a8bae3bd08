import { Button, Skeleton, TextInput } from '@mantine/core'
import { IconFileSearch, IconSearch } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import type { ExportFormat } from '../../electron/contract.ts'
import type { BatchSummary, DocumentRow, Status } from '../../electron/views.ts'
import { BlankState } from '../components/BlankState.tsx'
import { BulkBar } from '../components/BulkBar.tsx'
import { DocumentTable } from '../components/DocumentTable.tsx'
import { Keys } from '../components/Keys.tsx'
import { StatusFilter } from '../components/StatusFilter.tsx'
import { keyOf } from '../mergeRows.ts'
import { useBatchStore } from '../stores/batchStore.ts'
import type { ExportSelection } from '../stores/exportStore.ts'
import { useSettingsStore } from '../stores/settingsStore.ts'
import { useBulkActs } from '../useBulkActs.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted } from '../words.ts'
import classes from './BatchTable.module.css'

interface BatchTableProps {
  readonly batch: BatchSummary
  readonly counts: Readonly<Record<Status, number>>
  readonly onOpen: (row: DocumentRow) => void
  readonly onExport: (format: ExportFormat, selection: ExportSelection) => void
}

/** The documents of the batch that is open, and the two ways to see fewer of them. */
export function BatchTable({ batch, counts, onOpen, onExport }: BatchTableProps) {
  const { phase, rows, statuses, search, found, sorting, selected, ...store } = useBatchStore()
  const { settings, choose } = useSettingsStore()
  const { checked, check } = store
  const searchBox = useRef<HTMLInputElement>(null)
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (statuses.length === 0 || statuses.includes(row.status)) &&
          (found === null || found.has(keyOf(row))),
      ),
    [rows, statuses, found],
  )
  const together = useMemo(() => shown.filter((row) => checked.has(keyOf(row))), [shown, checked])
  const bulk = useBulkActs({ batch, together, rows, onExport })
  const showAll = () => {
    store.filter([])
    store.find('')
  }
  useShortcuts({
    'batch.search': () => searchBox.current?.focus(),
    'batch.all': showAll,
    'table.move': focusTable,
    ...bulk.shortcuts,
  })

  return (
    <>
      <div className={classes.tools}>
        {together.length > 0 || bulk.bar.doing ? (
          <BulkBar {...bulk.bar} onClear={() => check(new Set())} />
        ) : (
          <StatusFilter
            counts={counts}
            total={rows.length}
            chosen={statuses}
            onChange={store.filter}
          />
        )}
        <TextInput
          ref={searchBox}
          className={classes.search}
          size="sm"
          value={search}
          onChange={(event) => store.find(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') focusTable()
            if (event.key !== 'Escape') return
            event.preventDefault()
            if (search === '') focusTable()
            else store.find('')
          }}
          placeholder="Search"
          aria-label="Search in file names, types, values and pages"
          leftSection={<IconSearch size={15} stroke={1.7} />}
          rightSection={search === '' && <Keys command="batch.search" />}
          rightSectionWidth={44}
        />
      </div>
      {phase === 'loading' ? (
        <Skeleton flex={1} radius="lg" role="status" aria-label="Loading the documents" />
      ) : (
        <DocumentTable
          rows={shown}
          sorting={sorting}
          selected={selected}
          checked={checked}
          hiddenColumns={settings.hiddenColumns}
          isSearching={search.trim() !== ''}
          density={settings.density}
          onSort={store.sort}
          onSelect={store.select}
          onOpen={onOpen}
          onCheck={check}
          onHideColumns={(hiddenColumns) => choose({ hiddenColumns })}
          empty={
            rows.length === 0 ? (
              <NothingYet />
            ) : (
              <NothingFits unsearched={store.unsearched} onAll={showAll} />
            )
          }
        />
      )}
    </>
  )
}

function NothingYet() {
  return (
    <BlankState icon={<IconFileSearch size={26} stroke={1.6} />} title="Looking through the files">
      The documents appear here one by one.
    </BlankState>
  )
}

function NothingFits({
  unsearched,
  onAll,
}: {
  readonly unsearched: number
  readonly onAll: () => void
}) {
  return (
    <BlankState
      icon={<IconSearch size={26} stroke={1.6} />}
      title="No document fits"
      actions={
        <Button variant="default" onClick={onAll}>
          Show all
        </Button>
      }
    >
      {unsearched > 0
        ? `The pages of ${counted(unsearched, 'file')} are still being made searchable; what is in them appears here by itself.`
        : 'Try part of a file name, a supplier, an amount or a word on a page, or take a filter away.'}
    </BlankState>
  )
}

function focusTable(): void {
  document.querySelector<HTMLElement>('[data-documents]')?.focus()
}
