import { routeOf } from '../router.ts'
import { typing } from '../typing.ts'
import { useBatchesStore } from './batchesStore.ts'
import { useBatchStore } from './batchStore.ts'
import { useDocumentStore } from './documentStore.ts'
import { useHooksStore } from './hooksStore.ts'
import { useLayoutStore } from './layoutStore.ts'
import { useLedgerStore } from './ledgerStore.ts'
import { usePreflightStore } from './preflightStore.ts'
import { useProgramsStore } from './programsStore.ts'
import { useSettingsStore } from './settingsStore.ts'
import { useTemplateStore } from './templateStore.ts'
import { useValuesStore } from './valuesStore.ts'

/** The table of its batch comes along, for what is to be reviewed after it. */
async function openWithBatch(documentId: string): Promise<void> {
  await useDocumentStore.getState().open(documentId)
  const { view } = useDocumentStore.getState()
  const { batchId, open } = useBatchStore.getState()
  if (view && view.batchId !== batchId) await open(view.batchId)
}

/** A draft is shown with what reading it would mean. */
async function openBatch(batchId: string): Promise<void> {
  const batch = await useBatchesStore.getState().loadOne(batchId)
  if (batch.ok && batch.value.lifecycle === 'draft') usePreflightStore.getState().open(batchId)
}

/** Opens in the stores what the address names, now and whenever it changes. Runs once. */
export function followRoute(): void {
  const follow = () => {
    typing.keep()
    const route = routeOf(window.location.hash)
    if (route.view === 'batch') {
      void openBatch(route.id)
      void useBatchStore.getState().open(route.id)
      void useLedgerStore.getState().open(route.id)
      void useHooksStore.getState().open(route.id)
    }
    if (route.view === 'fields') {
      void useBatchesStore.getState().loadOne(route.id)
      void useValuesStore.getState().open(route.id, route.field)
    }
    if (route.view === 'columns') {
      void useBatchesStore.getState().loadOne(route.id)
      void useLayoutStore.getState().open(route.id, route.name)
    } else useLayoutStore.getState().drop()
    if (route.view === 'settings') {
      void useSettingsStore.getState().measure()
      void useProgramsStore.getState().load()
      void useHooksStore.getState().load()
    }
    if (route.view === 'template') void useTemplateStore.getState().open(route.name)
    else useTemplateStore.getState().drop()
    if (route.view === 'document') void openWithBatch(route.id)
  }
  window.addEventListener('hashchange', follow)
  follow()
}
