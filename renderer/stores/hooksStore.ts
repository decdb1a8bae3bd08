import { create } from 'zustand'
import type { Failure } from '../../electron/contract.ts'
import type { BatchSummary, DeliveryView, Hook, HookView } from '../../electron/views.ts'
import { client } from '../client.ts'
import { showFailure } from '../showFailure.tsx'

interface HooksState {
  /** What happens after every batch; null: nobody has asked yet. */
  readonly hooks: readonly HookView[] | null
  /** The one that is being tried now. */
  readonly testing: number | null
  /** What was done after the batch that is open. */
  readonly batchId: string | null
  readonly deliveries: readonly DeliveryView[]
  load(): Promise<void>
  /** Why it was not added; null: it was. */
  add(hook: Hook): Promise<Failure | null>
  switchOn(hookId: number, isOn: boolean): Promise<void>
  test(hookId: number): Promise<void>
  remove(hookId: number): Promise<void>
  open(batchId: string): Promise<void>
  /** Notes that a batch moved. */
  follow(batch: BatchSummary): void
  retry(deliveryId: string): Promise<void>
}

/** What happens after batches, and how it went. */
export const useHooksStore = create<HooksState>((set, get) => {
  const replace = (hook: HookView) =>
    set(({ hooks }) => ({ hooks: hooks?.map((one) => (one.id === hook.id ? hook : one)) ?? null }))

  return {
    hooks: null,
    testing: null,
    batchId: null,
    deliveries: [],

    async load() {
      const found = await client.call('hook.list', {})
      if (found.ok) set({ hooks: found.value })
    },

    async add(hook) {
      const added = await client.call('hook.add', { hook })
      if (!added.ok) return added.error
      set(({ hooks }) => ({ hooks: [...(hooks ?? []), added.value] }))
      return null
    },

    async switchOn(hookId, isOn) {
      const switched = await client.call('hook.switch', { hookId, isOn })
      if (switched.ok) replace(switched.value)
      else showFailure(switched.error)
    },

    async test(hookId) {
      set({ testing: hookId })
      const tried = await client.call('hook.test', { hookId })
      set({ testing: null })
      if (!tried.ok) showFailure(tried.error)
      await get().load()
    },

    async remove(hookId) {
      const removed = await client.call('hook.remove', { hookId })
      if (!removed.ok) return showFailure(removed.error)
      set(({ hooks }) => ({ hooks: hooks?.filter(({ id }) => id !== hookId) ?? null }))
    },

    async open(batchId) {
      if (get().batchId !== batchId) set({ batchId, deliveries: [] })
      const found = await client.call('hook.deliveries', { batchId })
      if (found.ok && get().batchId === batchId) set({ deliveries: found.value })
    },

    follow({ id, lifecycle }) {
      if (id === get().batchId && lifecycle === 'finished') void get().open(id)
    },

    async retry(deliveryId) {
      const again = await client.call('hook.retry', { deliveryId })
      if (!again.ok) return showFailure(again.error)
      const { batchId, open } = get()
      if (batchId) await open(batchId)
    },
  }
})
