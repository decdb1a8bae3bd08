import { create } from 'zustand'
import type { Failure, Output } from '../../electron/contract.ts'
import { client } from '../client.ts'

interface AppState {
  /** `unreachable` before the first answer; afterwards `isReachable` tells, and the view stays. */
  readonly phase: 'starting' | 'ready' | 'unreachable'
  readonly isReachable: boolean
  readonly failure: Failure | null
  readonly app: Output<'app.state'> | null
  readonly sheetOpened: boolean
  start(): Promise<void>
  toggleSheet(): void
}

/** What the face knows of the program itself: version, templates, whether it answers. */
export const useAppStore = create<AppState>((set, get) => ({
  phase: 'starting',
  isReachable: true,
  failure: null,
  app: null,
  sheetOpened: false,

  async start() {
    const state = await client.call('app.state', {})
    if (state.ok) set({ phase: 'ready', app: state.value, failure: null, isReachable: true })
    else if (!get().app) set({ phase: 'unreachable', failure: state.error })
  },

  toggleSheet: () => set((state) => ({ sheetOpened: !state.sheetOpened })),
}))
