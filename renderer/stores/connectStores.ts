import type { BatchSummary } from '../../electron/views.ts'
import { client } from '../client.ts'
import { tellEnd } from '../tellEnd.ts'
import { useAppStore } from './appStore.ts'
import { useBatchesStore } from './batchesStore.ts'
import { useBatchStore } from './batchStore.ts'
import { useDocumentStore } from './documentStore.ts'
import { useHooksStore } from './hooksStore.ts'
import { useLedgerStore } from './ledgerStore.ts'
import { usePreflightStore } from './preflightStore.ts'
import { useSettingsStore } from './settingsStore.ts'

/** Brings events to the stores, and everything up to date when the host is back. Runs once. */
export function connectStores(): void {
  client.listen((event) => {
    switch (event.name) {
      case 'batch.changed':
        noteEnd(event.payload)
        useBatchesStore.getState().receive(event.payload)
        useBatchStore.getState().follow(event.payload)
        usePreflightStore.getState().follow(event.payload)
        useLedgerStore.getState().follow(event.payload)
        useHooksStore.getState().follow(event.payload)
        return
      case 'document.changed': {
        const { batchId, others = [], ...first } = event.payload
        const open = useDocumentStore.getState()
        for (const { itemId, documentId } of [first, ...others]) {
          useBatchStore.getState().touch(batchId, itemId)
          if (documentId !== null && documentId === open.documentId) void open.reload()
        }
        return
      }
      case 'templates.changed':
        useAppStore.setState(({ app }) => ({ app: app && { ...app, templates: event.payload } }))
    }
  })

  client.onReachable((isReachable) => {
    if (useAppStore.getState().isReachable === isReachable) return
    useAppStore.setState({ isReachable })
    if (isReachable) void refreshEverything()
  })

  void refreshEverything()
}

/** Before it is received: the batch is known as it was. Who cancels one knows that it ends. */
function noteEnd(batch: BatchSummary): void {
  const before = useBatchesStore.getState().batches.find(({ id }) => id === batch.id)
  const hasEnded = before && before.lifecycle !== 'finished' && batch.lifecycle === 'finished'
  if (hasEnded && batch.outcome !== 'cancelled')
    tellEnd(batch, useSettingsStore.getState().settings)
}

async function refreshEverything(): Promise<void> {
  await Promise.all([useAppStore.getState().start(), useSettingsStore.getState().load()])
  await useBatchesStore.getState().load()
  const { batchId, open } = useBatchStore.getState()
  if (batchId) await Promise.all([open(batchId), useLedgerStore.getState().open(batchId)])
}
