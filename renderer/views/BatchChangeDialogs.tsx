import type { BatchSummary } from '../../electron/views.ts'
import { ReextractDialog } from '../components/ReextractDialog.tsx'
import { RetryDialog } from '../components/RetryDialog.tsx'
import { ThresholdDialog } from '../components/ThresholdDialog.tsx'
import { useAppStore } from '../stores/appStore.ts'
import type { BatchChanges } from '../useBatchChanges.ts'
import { FolderBrowser } from './FolderBrowser.tsx'

/** The questions that come before a batch is changed. */
export function BatchChangeDialogs({
  batch,
  changes,
}: {
  readonly batch: BatchSummary
  readonly changes: BatchChanges
}) {
  const { app } = useAppStore()
  const { asking, close, add, retryWith, reextract } = changes
  return (
    <>
      <RetryDialog
        opened={asking === 'retry'}
        files={batch.counts.failed + batch.counts.cancelled}
        languages={app?.languages ?? []}
        onRetry={retryWith}
        onClose={close}
      />
      <ReextractDialog
        opened={asking === 'reextract'}
        templates={app?.templates ?? []}
        onExtract={reextract}
        onClose={close}
      />
      <ThresholdDialog
        opened={asking === 'threshold'}
        forecast={changes.forecast}
        isWorking={changes.isSetting}
        onSet={changes.setThreshold}
        onClose={close}
      />
      <FolderBrowser
        opened={asking === 'folder' || asking === 'files'}
        purpose={asking === 'files' ? 'files' : 'folder'}
        onClose={close}
        onChoose={add}
      />
    </>
  )
}
