import { create } from 'zustand'
import type { Result } from '../../electron/contract.ts'
import type { ColumnLayout } from '../../electron/views.ts'
import { client } from '../client.ts'

interface SavedLayoutsState {
  readonly layouts: readonly ColumnLayout[]
  load(): Promise<void>
  remove(name: string): Promise<Result<unknown>>
  /** Keeps one that was removed again. */
  putBack(layout: ColumnLayout): Promise<Result<unknown>>
  duplicate(name: string): Promise<Result<{ layout: ColumnLayout }>>
}

/** The column layouts that can be chosen. */
export const useSavedLayoutsStore = create<SavedLayoutsState>((set, get) => ({
  layouts: [],

  async load() {
    const found = await client.call('layout.list', {})
    if (found.ok) set({ layouts: found.value.map(({ layout }) => layout) })
  },

  async remove(name) {
    const removed = await client.call('layout.remove', { name })
    await get().load()
    return removed
  },

  async putBack(layout) {
    const saved = await client.call('layout.save', { layout: { ...layout }, replaces: null })
    await get().load()
    return saved
  },

  async duplicate(name) {
    const copied = await client.call('layout.duplicate', { name })
    await get().load()
    return copied
  },
}))
