import { create } from 'zustand'
import type { Failure, Input, Result, WatchView } from '../../electron/contract.ts'
import { client } from '../client.ts'

interface WatchesState {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  readonly watches: readonly WatchView[]
  load(): Promise<void>
  /** All of them, as they are now. */
  receive(watches: readonly WatchView[]): void
  add(wished: Input<'watch.add'>): Promise<Result<WatchView>>
  change(wished: Input<'watch.change'>): Promise<Result<WatchView>>
}

/** Folders that are watched; every change of them is told by an event. */
export const useWatchesStore = create<WatchesState>((set, get) => ({
  phase: 'loading',
  failure: null,
  watches: [],

  async load() {
    const result = await client.call('watch.list', {})
    if (result.ok) get().receive(result.value)
    else set({ phase: 'failed', failure: result.error })
  },

  receive: (watches) => set({ phase: 'ready', failure: null, watches }),

  async add(wished) {
    const added = await client.call('watch.add', wished)
    if (added.ok) await get().load()
    return added
  },

  async change(wished) {
    const changed = await client.call('watch.change', wished)
    if (changed.ok) await get().load()
    return changed
  },
}))
