import { Button, Skeleton, TextInput } from '@mantine/core'
import { IconFileSearch, IconFolderQuestion, IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { DocumentRow, ExportFormat, Status } from '../../electron/contract.ts'
import { BatchActions } from '../components/BatchActions.tsx'
import { BatchHeader } from '../components/BatchHeader.tsx'
import { BatchProgress } from '../components/BatchProgress.tsx'
import { BlankState } from '../components/BlankState.tsx'
import { CancelDialog } from '../components/CancelDialog.tsx'
import { DocumentTable } from '../components/DocumentTable.tsx'
import { Notice } from '../components/Notice.tsx'
import { ProblemDialog } from '../components/ProblemDialog.tsx'
import { StatusFilter } from '../components/StatusFilter.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { progressOf } from '../format.ts'
import { keyOf } from '../mergeRows.ts'
import { go } from '../router.ts'
import { showExported } from '../showExported.tsx'
import { useAppStore } from '../stores/appStore.ts'
import { useBatchesStore } from '../stores/batchesStore.ts'
import { useBatchStore } from '../stores/batchStore.ts'
import { useExportStore } from '../stores/exportStore.ts'
import { useFolderStore } from '../stores/folderStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { counted, statusOrder } from '../words.ts'
import classes from './BatchView.module.css'
import { SaveBrowser } from './SaveBrowser.tsx'

/** A batch while it is read and after: progress, its documents, what went wrong, exports. */
export function BatchView({ batchId }: { readonly batchId: string }) {
  const { app, toggleSheet } = useAppStore()
  const batch = useBatchesStore(({ batches }) => batches.find(({ id }) => id === batchId))
  const act = useBatchesStore((state) => state.act)
  const { phase, failure, rows, statuses, search, found, sorting, selected, ...store } =
    useBatchStore()
  const begin = useExportStore((state) => state.begin)
  const searchBox = useRef<HTMLInputElement>(null)
  const [isCancelling, setIsCancelling] = useState(false)
  const [problem, setProblem] = useState<DocumentRow | null>(null)

  const counts = useMemo(() => countByStatus(rows), [rows])
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (statuses.length === 0 || statuses.includes(row.status)) &&
          (found === null || found.has(keyOf(row))),
      ),
    [rows, statuses, found],
  )

  const openRow = (row: DocumentRow) => {
    if (row.documentId) go({ view: 'document', id: row.documentId })
    else if (row.error) setProblem(row)
  }
  const review = () => {
    const first = rows.find((row) => row.status === 'needs_review' && row.documentId)
    if (!first) return
    store.select(first)
    openRow(first)
  }
  const canRetry = batch?.lifecycle === 'finished' && counts.failed + counts.cancelled > 0
  const retry = () => canRetry && act('batch.retry', batchId)
  const pauseOrResume = () => {
    if (batch?.lifecycle === 'running' || batch?.lifecycle === 'queued')
      void act('batch.pause', batchId)
    if (batch?.lifecycle === 'paused') void act('batch.resume', batchId)
  }
  const exportAs = async (format: ExportFormat) => {
    if (!batch) return
    if (!app?.dialogs) void useFolderStore.getState().reopen()
    const written = await begin(batch, format, app?.dialogs ?? false)
    if (written) showExported(written)
  }
  const focusTable = () => document.querySelector<HTMLElement>('[data-documents]')?.focus()

  useShortcuts({
    'app.up': () => go({ view: 'home' }),
    'batch.review': review,
    'batch.search': () => searchBox.current?.focus(),
    'batch.all': () => {
      store.filter([])
      store.find('')
    },
    'batch.pause': pauseOrResume,
    'batch.cancel': () => setIsCancelling(batch !== undefined && batch.lifecycle !== 'finished'),
    'batch.retry': retry,
    'batch.exportXlsx': () => exportAs('xlsx'),
    'batch.exportCsv': () => exportAs('csv'),
    'batch.exportJson': () => exportAs('json'),
    'table.move': focusTable,
  })

  if (!batch)
    return (
      <div className={classes.view}>
        <TopBar crumbs={[]} onSheet={toggleSheet} />
        {failure ? (
          <BlankState
            icon={<IconFolderQuestion size={26} stroke={1.6} />}
            title="This batch cannot be shown"
            actions={<Button onClick={() => go({ view: 'home' })}>All batches</Button>}
          >
            {failure.message}
          </BlankState>
        ) : (
          <BatchSkeleton />
        )}
      </div>
    )

  return (
    <div className={classes.view}>
      <TopBar crumbs={[{ words: batch.name }]} onSheet={toggleSheet} />
      <title>
        {batch.lifecycle === 'finished'
          ? `${batch.name} – Sheaf`
          : `${progressOf(batch.percent)} – ${batch.name} – Sheaf`}
      </title>
      <main className={classes.main}>
        <BatchHeader batch={batch}>
          <BatchActions
            batch={batch}
            doubtful={counts.needs_review}
            onPause={pauseOrResume}
            onResume={pauseOrResume}
            onCancel={() => setIsCancelling(true)}
            onRetry={retry}
            onReview={review}
            onExport={exportAs}
          />
        </BatchHeader>
        <BatchProgress batch={batch} />
        {batch.error && <Notice tone="bad">{batch.error.message}</Notice>}
        {batch.lifecycle === 'finished' && counts.failed > 0 && statuses.length === 0 && (
          <Notice
            tone="look"
            action={
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => store.filter(['failed', 'skipped'])}
              >
                Show them
              </Button>
            }
          >
            {counted(counts.failed, 'file')} could not be read. The others are ready to export.
          </Notice>
        )}
        <div className={classes.tools}>
          <StatusFilter
            counts={counts}
            total={rows.length}
            chosen={statuses}
            onChange={store.filter}
          />
          <TextInput
            ref={searchBox}
            className={classes.search}
            size="sm"
            value={search}
            onChange={(event) => store.find(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'Enter') focusTable()
              if (event.key !== 'Escape' || search === '') return
              event.preventDefault()
              store.find('')
            }}
            placeholder="Search names and values"
            aria-label="Search in file names, types and values"
            leftSection={<IconSearch size={15} stroke={1.7} />}
          />
        </div>
        {phase === 'loading' ? (
          <Skeleton flex={1} radius="lg" aria-label="Loading the documents" />
        ) : (
          <DocumentTable
            rows={shown}
            sorting={sorting}
            selected={selected}
            onSort={store.sort}
            onSelect={store.select}
            onOpen={openRow}
            empty={
              <NothingShown
                isFiltered={statuses.length > 0 || search !== ''}
                onAll={() => {
                  store.filter([])
                  store.find('')
                }}
              />
            }
          />
        )}
      </main>
      <CancelDialog
        opened={isCancelling}
        left={counts.pending + counts.running}
        onKeep={() => setIsCancelling(false)}
        onCancel={() => {
          setIsCancelling(false)
          void act('batch.cancel', batchId)
        }}
      />
      <ProblemDialog
        row={problem}
        onRetry={canRetry ? retry : null}
        onClose={() => setProblem(null)}
      />
      <SaveBrowser />
    </div>
  )
}

function NothingShown({ isFiltered, onAll }: { isFiltered: boolean; onAll: () => void }) {
  if (!isFiltered)
    return (
      <BlankState
        icon={<IconFileSearch size={26} stroke={1.6} />}
        title="Looking through the files"
      >
        The documents appear here one by one.
      </BlankState>
    )
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
      Try part of a file name, a supplier or an amount, or take a filter away.
    </BlankState>
  )
}

function BatchSkeleton() {
  return (
    <div className={classes.main} role="status" aria-label="Opening the batch">
      <Skeleton height={48} width={320} />
      <Skeleton height={72} radius="lg" />
      <Skeleton flex={1} radius="lg" />
    </div>
  )
}

function countByStatus(rows: readonly DocumentRow[]): Record<Status, number> {
  const counts = Object.fromEntries(statusOrder.map((status) => [status, 0])) as Record<
    Status,
    number
  >
  for (const row of rows) counts[row.status]++
  return counts
}
