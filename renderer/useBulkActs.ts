import { useState } from 'react'
import type { ExportFormat } from '../electron/contract.ts'
import type { BatchSummary, DocumentRow } from '../electron/views.ts'
import { whyNot } from './components/BulkBar.tsx'
import { selectionOf } from './selectionOf.ts'
import { showBulk } from './showBulk.tsx'
import { showFailure } from './showFailure.tsx'
import { useAppStore } from './stores/appStore.ts'
import { useBatchesStore } from './stores/batchesStore.ts'
import { useBatchStore } from './stores/batchStore.ts'
import { type BulkOutcome, useBulkStore } from './stores/bulkStore.ts'
import { type ExportSelection, useExportStore } from './stores/exportStore.ts'
import { counted } from './words.ts'

interface BulkActs {
  readonly batch: BatchSummary
  /** The rows that are selected, and all there are. */
  readonly together: readonly DocumentRow[]
  readonly rows: readonly DocumentRow[]
  readonly onExport: (format: ExportFormat, selection: ExportSelection) => void
}

/** What a person does with the selected documents of a batch, by its bar and by keys. */
export function useBulkActs({ batch, together, rows, onExport }: BulkActs) {
  const { id: batchId, kind } = batch
  const store = useBulkStore()
  const templates = useAppStore(({ app }) => app?.templates) ?? []
  const { retryWith } = useBatchesStore()
  const { check } = useBatchStore()
  const [menu, setMenu] = useState<'type' | 'export' | null>(null)
  const selection = selectionOf(together, rows)
  const { doubtful, documentIds, unread, removable, removed, itemIds } = selection
  const isFree = store.doing === null && selection.rows > 0

  const finish = (outcome: BulkOutcome, words: { done: string; more?: string; none?: string }) => {
    showBulk(outcome, words)
    if (outcome.failure === null && outcome.failed === 0) check(new Set())
  }
  const approve = async () => {
    if (!isFree || kind === 'read' || doubtful.length === 0) return
    const outcome = await store.approve(batchId, doubtful)
    finish(outcome, { done: `${counted(outcome.done, 'document')} approved` })
  }
  const setType = async (template: string) => {
    if (!isFree) return
    const outcome = await store.setType(batchId, documentIds, template)
    const title = templates.find(({ name }) => name === template)?.title
    const to = title ? `set to ${title}` : 'set to the likeliest type'
    finish(outcome, {
      done: `${counted(outcome.done, 'document')} ${to}`,
      ...(title && outcome.failed === 0 && { none: `Nothing to change: all are ${title} already` }),
    })
  }
  const retry = async () => {
    if (!isFree || unread.length === 0) return
    const result = await retryWith(batchId, { itemIds: [...unread] })
    if (!result.ok) return showFailure(result.error)
    showBulk(
      { done: unread.length, failed: 0, failure: null, undo: null },
      { done: `${counted(unread.length, 'file')} tried again` },
    )
    check(new Set())
  }
  const remove = async () => {
    if (!isFree || removable.length === 0) return
    const outcome = await store.remove(batchId, removable)
    const more = ['Your original files are untouched.', whyNot(selection)]
    finish(outcome, {
      done: `${counted(outcome.done, 'file')} removed from the batch`,
      more: more.filter(Boolean).join(' '),
    })
  }
  const putBack = async () => {
    if (!isFree || removed.length === 0) return
    const outcome = await store.putBack(batchId, removed)
    finish(outcome, { done: `${counted(outcome.done, 'file')} put back` })
  }

  const exported = { documentIds, itemIds, words: `${selection.rows} of ${rows.length}` }

  return {
    shortcuts: {
      'table.approve': approve,
      'table.setType': () => setMenu(isFree && documentIds.length > 0 ? 'type' : null),
      'table.retry': retry,
      'table.export': () => setMenu(isFree ? 'export' : null),
      'table.remove': remove,
      'table.putBack': putBack,
      'table.undo': () => {
        if (store.undoBatchId === batchId && store.doing === null) void store.undo?.()
      },
    },
    bar: {
      ...{ selection, kind, templates, doing: store.doing, menu },
      onMenu: setMenu,
      onApprove: approve,
      onType: setType,
      onRetry: retry,
      onExport: (format: ExportFormat) => onExport(format, exported),
      onChooseExport: () => useExportStore.getState().choose(exported),
      onRemove: remove,
      onPutBack: putBack,
      onStop: store.stop,
    },
  }
}
