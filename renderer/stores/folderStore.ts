import { create } from 'zustand'
import type { Failure } from '../../electron/contract.ts'
import type { FolderListing } from '../../electron/views.ts'
import { client } from '../client.ts'

interface FolderState {
  readonly phase: 'loading' | 'ready'
  /** Why the last folder could not be opened; the one before stays on the screen. */
  readonly failure: Failure | null
  readonly listing: FolderListing | null
  /** `null` is the user's home. */
  open(path: string | null): Promise<void>
  /** The folder of last time, read again. */
  reopen(): Promise<void>
}

/** The folder that the host's folder browser shows; it is remembered while the window is open. */
export const useFolderStore = create<FolderState>((set, get) => ({
  phase: 'loading',
  failure: null,
  listing: null,

  async open(path) {
    set({ phase: 'loading' })
    const result = await client.call('folder.list', { path })
    if (result.ok) set({ phase: 'ready', failure: null, listing: result.value })
    else if (get().listing || path === null) set({ phase: 'ready', failure: result.error })
    else await get().open(null)
  },

  reopen: () => get().open(get().listing?.path ?? null),
}))
