import { Button, Skeleton } from '@mantine/core'
import { IconFolderQuestion } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { type ExportFormat, type Failure, isFormatOf } from '../../electron/contract.ts'
import type { DocumentRow } from '../../electron/views.ts'
import { BatchActions } from '../components/BatchActions.tsx'
import { BatchHeader } from '../components/BatchHeader.tsx'
import { BatchNotices } from '../components/BatchNotices.tsx'
import { BatchProgress } from '../components/BatchProgress.tsx'
import { BlankState } from '../components/BlankState.tsx'
import { CancelDialog } from '../components/CancelDialog.tsx'
import { LedgerLine } from '../components/LedgerLine.tsx'
import { ProblemDialog } from '../components/ProblemDialog.tsx'
import { TopBar } from '../components/TopBar.tsx'
import { UnlockNotice } from '../components/UnlockNotice.tsx'
import { countByStatus } from '../countByStatus.ts'
import { progressOf } from '../format.ts'
import { isLocked } from '../isLocked.ts'
import { go } from '../router.ts'
import { showExported } from '../showExported.tsx'
import { showFailure } from '../showFailure.ts'
import { useAppStore } from '../stores/appStore.ts'
import { type Deed, useBatchesStore } from '../stores/batchesStore.ts'
import { useBatchStore } from '../stores/batchStore.ts'
import { useExportStore } from '../stores/exportStore.ts'
import { useFolderStore } from '../stores/folderStore.ts'
import { useLedgerStore } from '../stores/ledgerStore.ts'
import { useShortcuts } from '../useShortcuts.ts'
import { BatchTable } from './BatchTable.tsx'
import classes from './BatchView.module.css'
import { SaveBrowser } from './SaveBrowser.tsx'

/** A batch while it is read and after: progress, its documents, what went wrong, exports. */
export function BatchView({ batchId }: { readonly batchId: string }) {
  const { app, toggleSheet } = useAppStore()
  const batch = useBatchesStore(({ batches }) => batches.find(({ id }) => id === batchId))
  const { act, unlock } = useBatchesStore()
  const { failure, rows, statuses, filter, select } = useBatchStore()
  const begin = useExportStore((state) => state.begin)
  const { ledger, show, ...unread } = useLedgerStore()
  const [isCancelling, setIsCancelling] = useState(false)
  const passwordBox = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<DocumentRow | null>(null)
  const counts = useMemo(() => countByStatus(rows), [rows])
  const lifecycle = batch?.lifecycle

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
  const canRetry = lifecycle === 'finished' && counts.failed + counts.cancelled > 0
  const retry = () => canRetry && order('batch.retry')
  const pauseOrResume = () => {
    if (lifecycle === 'running' || lifecycle === 'queued') void order('batch.pause')
    if (lifecycle === 'paused') void order('batch.resume')
  }
  const tryPassword = async (password: string) => {
    const result = await unlock(batchId, password)
    if (result.ok) return result.value
    showFailure(result.error)
    return null
  }
  const exportAs = async (format: ExportFormat) => {
    if (!batch || !isFormatOf(batch.kind, format)) return
    const dialogs = app?.dialogs ?? false
    if (!dialogs) void useFolderStore.getState().reopen()
    const written = await begin(batch, format, dialogs)
    if (written) showExported(written)
  }

  useShortcuts({
    'app.up': () => go({ view: 'home' }),
    'batch.review': review,
    'batch.pause': pauseOrResume,
    'batch.cancel': () => setIsCancelling(batch !== undefined && lifecycle !== 'finished'),
    'batch.retry': retry,
    'batch.unlock': () => passwordBox.current?.focus(),
    'batch.exportXlsx': () => exportAs('xlsx'),
    'batch.exportCsv': () => exportAs('csv'),
    'batch.exportJson': () => exportAs('json'),
  })

  if (!batch)
    return (
      <div className={classes.view}>
        <TopBar crumbs={[]} onSheet={toggleSheet} />
        {failure ? <Unknown failure={failure} /> : <Opening />}
      </div>
    )
  return (
    <div className={classes.view}>
      <TopBar crumbs={[{ words: batch.name }]} onSheet={toggleSheet} />
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
            onExport={exportAs}
          />
        </BatchHeader>
        <BatchProgress
          batch={batch}
          documents={rows.length}
          left={counts.pending + counts.running}
        />
        {ledger && (
          <LedgerLine
            ledger={ledger}
            shown={unread}
            onShow={show}
            onOpen={(id) => go({ view: 'document', id })}
          />
        )}
        {batch.locked > 0 && (
          <UnlockNotice ref={passwordBox} locked={batch.locked} onTry={tryPassword} />
        )}
        <BatchNotices
          batch={batch}
          failed={counts.failed - batch.locked}
          onShow={statuses.length === 0 ? () => filter(['failed', 'skipped']) : null}
        />
        <BatchTable counts={counts} onOpen={openRow} />
      </main>
      <CancelDialog
        opened={isCancelling}
        left={counts.pending + counts.running}
        onKeep={() => setIsCancelling(false)}
        onCancel={() => {
          setIsCancelling(false)
          void order('batch.cancel')
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

function Unknown({ failure }: { readonly failure: Failure }) {
  return (
    <BlankState
      icon={<IconFolderQuestion size={26} stroke={1.6} />}
      title="This batch cannot be shown"
      actions={<Button onClick={() => go({ view: 'home' })}>All batches</Button>}
    >
      {failure.message}
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
