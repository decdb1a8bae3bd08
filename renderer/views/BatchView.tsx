import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconFolderQuestion, IconTrash } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { isFormatOf } from '../../electron/choices.ts'
import type { ExportFormat, Failure } from '../../electron/contract.ts'
import type { BatchSummary, DocumentRow } from '../../electron/views.ts'
import { client } from '../client.ts'
import { BatchActions } from '../components/BatchActions.tsx'
import { BatchDifferences } from '../components/BatchDifferences.tsx'
import { BatchHeader } from '../components/BatchHeader.tsx'
import { BatchNotices } from '../components/BatchNotices.tsx'
import { BatchProgress } from '../components/BatchProgress.tsx'
import { BlankState } from '../components/BlankState.tsx'
import { CancelDialog } from '../components/CancelDialog.tsx'
import { DeliveryList } from '../components/DeliveryList.tsx'
import { LedgerLine } from '../components/LedgerLine.tsx'
import { ProblemDialog } from '../components/ProblemDialog.tsx'
import { ProblemGroups } from '../components/ProblemGroups.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { UnlockNotice } from '../components/UnlockNotice.tsx'
import { countByStatus } from '../countByStatus.ts'
import { droppedFiles } from '../droppedFiles.ts'
import { progressOf } from '../format.ts'
import { isExport } from '../isExport.ts'
import { isLocked } from '../isLocked.ts'
import { go } from '../router.ts'
import { showDeleted } from '../showDeleted.tsx'
import { showExported } from '../showExported.tsx'
import { showFailure } from '../showFailure.tsx'
import { useAppStore } from '../stores/appStore.ts'
import { type Deed, useBatchesStore } from '../stores/batchesStore.ts'
import { useBatchStore } from '../stores/batchStore.ts'
import { type ExportChoices, type ExportSelection, useExportStore } from '../stores/exportStore.ts'
import { useFolderStore } from '../stores/folderStore.ts'
import { useHooksStore } from '../stores/hooksStore.ts'
import { useLedgerStore } from '../stores/ledgerStore.ts'
import { useRoundTripStore } from '../stores/roundTripStore.ts'
import { useBatchChanges } from '../useBatchChanges.ts'
import { useFileDrop } from '../useFileDrop.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { BatchChangeDialogs } from './BatchChangeDialogs.tsx'
import { BatchTable } from './BatchTable.tsx'
import classes from './BatchView.module.css'
import { ExportDialog } from './ExportDialog.tsx'
import { SaveBrowser } from './SaveBrowser.tsx'

const nothingShown = { code: null, lines: [], files: 0 } as const

/** A batch while it is read and after: progress, its documents, what went wrong, exports. */
export function BatchView({ batchId }: { readonly batchId: string }) {
  const { app, toggleSheet } = useAppStore()
  const batch = useBatchesStore(({ batches }) => batches.find(({ id }) => id === batchId))
  const gone = useBatchesStore(({ deleted }) => deleted.find(({ id }) => id === batchId))
  const { act, unlock } = useBatchesStore()
  const changes = useBatchChanges(batchId)
  const { failure, rows, differences, select } = useBatchStore()
  const { begin, choose } = useExportStore.getState()
  const { ledger, show, ...unread } = useLedgerStore()
  const { deliveries, retry: retryDelivery } = useHooksStore()
  const [isCancelling, setIsCancelling] = useState(false)
  const passwordBox = useRef<HTMLInputElement>(null)
  const [chosenTab, setChosenTab] = useState<'documents' | 'problems'>('documents')
  const [problem, setProblem] = useState<DocumentRow | null>(null)
  const counts = useMemo(() => countByStatus(rows), [rows])
  const lifecycle = batch?.lifecycle

  const problems = ledger?.reasons ?? []
  const tab = problems.length > 0 ? chosenTab : 'documents'
  const openDocument = (id: string) => go({ view: 'document', id })
  const openRow = (row: DocumentRow) => {
    if (row.documentId) go({ view: 'document', id: row.documentId })
    else if (row.error && isLocked(row.error)) passwordBox.current?.focus()
    else if (row.error) setProblem(row)
  }
  const review = () => {
    const first = rows.find((row) => row.status === 'needs_review' && row.documentId)
    if (!first) return
    select(first)
    openRow(first)
  }
  const order = async (deed: Deed) => {
    const result = await act(deed, batchId)
    if (!result.ok) showFailure(result.error)
  }
  const remove = async () => {
    const result = await act('batch.delete', batchId)
    if (!result.ok) return showFailure(result.error)
    showDeleted(result.value)
    go({ view: 'home' })
  }
  const canRetry = lifecycle === 'finished' && counts.failed + counts.cancelled > 0
  const retry = () => canRetry && order('batch.retry')
  const pauseOrResume = () => {
    if (lifecycle === 'running' || lifecycle === 'throttled' || lifecycle === 'queued')
      void order('batch.pause')
    if (lifecycle === 'paused') void order('batch.resume')
  }
  const tryPassword = async (password: string) => {
    const result = await unlock(batchId, password)
    if (result.ok) return result.value
    showFailure(result.error)
    return null
  }
  const exportAs = async (
    format: ExportFormat,
    selection: ExportSelection | null = null,
    choices?: ExportChoices,
  ) => {
    if (!batch || !isFormatOf(batch.kind, format)) return
    const dialogs = app?.dialogs ?? false
    if (!dialogs) void useFolderStore.getState().reopen()
    const written = await begin(batch, format, { dialogs, selection, ...(choices && { choices }) })
    if (written) showExported(written)
  }
  const showColumns = () => {
    if (batch?.kind === 'extract') go({ view: 'columns', id: batchId, name: null })
  }

  const showFields = () => {
    if (batch?.kind === 'extract') go({ view: 'fields', id: batchId, field: null })
  }

  const { isOver, handlers } = useFileDrop((dropped) => {
    if (isExport([...dropped.files].map(({ name }) => name)))
      void useRoundTripStore.getState().openFiles(droppedFiles(dropped, client.knowsPaths))
  })

  useShortcuts({
    'batch.fields': showFields,
    'batch.threshold': () => batch?.kind === 'extract' && changes.more.onThreshold(),
    'app.up': () => go({ view: 'home' }),
    'batch.review': review,
    'batch.pause': pauseOrResume,
    'batch.cancel': () => setIsCancelling(batch !== undefined && lifecycle !== 'finished'),
    'batch.delete': remove,
    'batch.retry': retry,
    'batch.unlock': () => passwordBox.current?.focus(),
    'batch.exportXlsx': () => exportAs('xlsx'),
    'batch.exportCsv': () => exportAs('csv'),
    'batch.exportJson': () => exportAs('json'),
    'batch.exportMore': () => choose(null),
    'batch.columns': showColumns,
  })

  if (!batch)
    return (
      <div className={classes.view}>
        <TopBar crumbs={[]} onSheet={toggleSheet} />
        {gone ? (
          <DeletedBatch batch={gone} onRestore={() => order('batch.restore')} />
        ) : failure ? (
          <Unknown failure={failure} />
        ) : (
          <Opening />
        )}
      </div>
    )
  return (
    <div className={classes.view} {...handlers}>
      <TopBar crumbs={[{ words: batch.name }]} onSheet={toggleSheet} />
      {isOver && (
        <p className={classes.over} role="status">
          Let go to compare a corrected workbook with Sheaf
        </p>
      )}
      <title>
        {lifecycle === 'finished'
          ? `${batch.name} – Sheaf`
          : `${progressOf(batch.percent)} – ${batch.name} – Sheaf`}
      </title>
      <main className={classes.main}>
        <BatchHeader batch={batch}>
          <BatchActions
            batch={batch}
            doubtful={batch.kind === 'read' ? 0 : counts.needs_review}
            onPause={pauseOrResume}
            onResume={pauseOrResume}
            onCancel={() => setIsCancelling(true)}
            onRetry={retry}
            onReview={review}
            onExport={(format) => exportAs(format)}
            onChooseExport={() => choose(null)}
            onColumns={showColumns}
            more={{ ...changes.more, onFields: showFields, onDelete: remove }}
          />
        </BatchHeader>
        <BatchProgress
          batch={batch}
          documents={rows.length}
          left={counts.pending + counts.running + counts.cancelled}
        />
        {ledger && (
          <div className={classes.ledger}>
            <LedgerLine
              ledger={ledger}
              shown={tab === 'problems' ? nothingShown : unread}
              onShow={(code) => {
                setChosenTab('documents')
                void show(code)
              }}
              onOpen={openDocument}
            />
            {problems.length > 0 && (
              <SegmentedControl
                size="xs"
                aria-label="What is shown below"
                value={tab}
                onChange={setChosenTab}
                data={[
                  { value: 'documents', label: 'Documents' },
                  { value: 'problems', label: `Problems (${problems.length})` },
                ]}
              />
            )}
          </div>
        )}
        {batch.locked > 0 && (
          <UnlockNotice ref={passwordBox} locked={batch.locked} onTry={tryPassword} />
        )}
        <BatchNotices batch={batch} />
        <BatchDifferences differences={differences} />
        <DeliveryList deliveries={deliveries} onRetry={retryDelivery} />
        {tab === 'problems' ? (
          <ProblemGroups
            reasons={problems}
            shown={unread}
            onRetry={canRetry ? retry : null}
            onUnlock={() => passwordBox.current?.focus()}
            onShow={show}
            onOpen={openDocument}
          />
        ) : (
          <BatchTable batch={batch} counts={counts} onOpen={openRow} onExport={exportAs} />
        )}
      </main>
      <CancelDialog
        opened={isCancelling}
        left={counts.pending + counts.running}
        onKeep={() => setIsCancelling(false)}
        onCancel={() => {
          setIsCancelling(false)
          void order('batch.cancel')
        }}
        onCancelAfterPages={() => {
          setIsCancelling(false)
          changes.more.onCancelAfterPages()
        }}
      />
      <ProblemDialog
        batchId={batchId}
        row={problem}
        onRetry={canRetry ? retry : null}
        onClose={() => setProblem(null)}
      />
      <BatchChangeDialogs batch={batch} changes={changes} />
      <ExportDialog
        batch={batch}
        onExport={(format, selection) =>
          exportAs(format, selection, useExportStore.getState().choices)
        }
      />
      <SaveBrowser />
    </div>
  )
}

function Unknown({ failure }: { readonly failure: Failure }) {
  return (
    <BlankState
      whole
      icon={<IconFolderQuestion size={26} stroke={1.6} />}
      title="This batch cannot be shown"
      actions={<Button onClick={() => go({ view: 'home' })}>All batches</Button>}
    >
      {failure.message}
    </BlankState>
  )
}

/** A batch that somebody has deleted, as its address is still known. */
function DeletedBatch({
  batch,
  onRestore,
}: {
  readonly batch: BatchSummary
  readonly onRestore: () => void
}) {
  return (
    <BlankState
      whole
      icon={<IconTrash size={26} stroke={1.6} />}
      title={`“${batch.name}” was deleted`}
      actions={<Button onClick={onRestore}>Restore</Button>}
    >
      It can be restored for seven days. Your original files are untouched.
    </BlankState>
  )
}

function Opening() {
  return (
    <div className={classes.main} role="status" aria-label="Opening the batch">
      <Skeleton height={48} width={320} />
      <Skeleton height={72} radius="lg" />
      <Skeleton flex={1} radius="lg" />
    </div>
  )
}
