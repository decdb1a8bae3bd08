import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Input, Result } from '../electron/contract.ts'
import type { Forecast } from '../electron/views.ts'
import { client } from './client.ts'
import { go } from './router.ts'
import { showFailure } from './showFailure.tsx'
import { showThreshold } from './showThreshold.tsx'
import { useAppStore } from './stores/appStore.ts'
import { useBatchesStore } from './stores/batchesStore.ts'
import { useFolderStore } from './stores/folderStore.ts'
import { counted } from './words.ts'

export type BatchChanges = ReturnType<typeof useBatchChanges>

/** What a person makes of a batch that is there, and which question is open for that. */
export function useBatchChanges(batchId: string) {
  const { app } = useAppStore()
  const store = useBatchesStore()
  const [asking, setAsking] = useState<
    'retry' | 'reextract' | 'threshold' | 'folder' | 'files' | null
  >(null)
  const [forecast, setForecast] = useState<Forecast | null>(null)
  const [isSetting, setIsSetting] = useState(false)
  const close = () => setAsking(null)

  async function add(paths: readonly string[]): Promise<void> {
    close()
    const result = await store.add(batchId, paths)
    if (!result.ok) return showFailure(result.error)
    const { added, known } = result.value
    const rest = known > 0 ? ` ${counted(known, 'file')} it had already.` : ''
    notifications.show({ message: `${counted(added, 'file')} added.${rest}` })
  }

  /** The host's own dialog, else its folder browser. */
  async function chooseMore(what: 'folder' | 'files'): Promise<void> {
    if (!app?.dialogs) {
      setAsking(what)
      return useFolderStore.getState().reopen()
    }
    if (what === 'folder') {
      const chosen = await client.call('host.chooseFolder', {})
      if (chosen.ok && chosen.value) await add([chosen.value])
    } else {
      const chosen = await client.call('host.chooseFiles', {})
      if (chosen.ok && chosen.value?.length) await add(chosen.value)
    }
  }

  /** Counted anew each time: what a person settled meanwhile is looked at no more. */
  async function askThreshold(): Promise<void> {
    setForecast(null)
    setAsking('threshold')
    const counted = await client.call('batch.forecast', { batchId })
    if (counted.ok) return setForecast(counted.value)
    close()
    showFailure(counted.error)
  }

  async function setThreshold(threshold: number | null): Promise<void> {
    const before = forecast
    setIsSetting(true)
    const result = await store.setThreshold(batchId, threshold)
    setIsSetting(false)
    close()
    if (!result.ok) return showFailure(result.error)
    const chosen = threshold ?? before?.measured ?? 1
    if (before) showThreshold(before, chosen, () => setThreshold(before.threshold))
  }

  return {
    asking,
    forecast,
    isSetting,
    setThreshold,
    close,
    add,
    retryWith: async (wish: Omit<Input<'batch.retry'>, 'batchId'>) => {
      close()
      tell(await store.retryWith(batchId, wish))
    },
    reextract: async (template: string) => {
      close()
      tell(await store.reextract(batchId, { template }))
    },
    more: {
      onCancelAfterPages: async () => tell(await store.cancelAfterPages(batchId)),
      onRetryWith: () => setAsking('retry'),
      onAdd: (what: 'folder' | 'files') => void chooseMore(what),
      onReextract: () => setAsking('reextract'),
      onThreshold: () => void askThreshold(),
      onDuplicate: async (templates: 'today' | 'frozen') => {
        const result = await store.duplicate(batchId, { templates })
        if (result.ok) go({ view: 'batch', id: result.value.id })
        else showFailure(result.error)
      },
    },
  }
}

function tell(result: Result<unknown>): void {
  if (!result.ok) showFailure(result.error)
}
