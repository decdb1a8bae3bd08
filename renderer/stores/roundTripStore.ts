import { create } from 'zustand'
import type { DroppedFile, Failure, Result } from '../../electron/contract.ts'
import type { Comparison, Correction } from '../../electron/views.ts'
import { client } from '../client.ts'
import { type BulkOutcome, useBulkStore } from './bulkStore.ts'

interface RoundTripState {
  readonly phase: 'closed' | 'comparing' | 'failed' | 'ready' | 'applying'
  readonly comparison: Comparison | null
  /** Positions of what is taken over. */
  readonly chosen: ReadonlySet<number>
  readonly failure: Failure | null
  /** Compares what was dropped; in a browser it is copied first. */
  openFiles(files: Promise<readonly DroppedFile[]>): Promise<void>
  openPath(path: string): Promise<void>
  choose(chosen: ReadonlySet<number>): void
  /** Takes what is chosen over; null where nothing was. */
  apply(): Promise<BulkOutcome | null>
  close(): void
}

const unreadableDrop: Failure = {
  code: 'access_denied',
  message: 'What was dropped could not be read. Save it elsewhere, then drop it again.',
  details: {},
}

const closed = {
  phase: 'closed',
  comparison: null,
  chosen: new Set<number>(),
  failure: null,
} as const

/** An export that came back corrected: what it says that Sheaf does not, and what of that is taken. */
export const useRoundTripStore = create<RoundTripState>((set, get) => {
  // Whoever closes the dialog waits for no answer any more.
  let turn = 0

  async function compare(paths: Promise<Result<readonly string[]>>): Promise<void> {
    turn += 1
    const mine = turn
    set({ ...closed, phase: 'comparing' })
    const found = await paths
    const [path] = found.ok ? found.value : []
    const result =
      path === undefined
        ? { ok: false as const, error: found.ok ? unreadableDrop : found.error }
        : await client.call('roundTrip.compare', { path })
    if (mine !== turn) return
    if (!result.ok) {
      set({ phase: 'failed', failure: result.error })
      return
    }
    const comparison = result.value
    set({ phase: 'ready', comparison, chosen: changesIn(comparison.corrections) })
  }

  return {
    ...closed,

    openFiles: (files) =>
      compare(
        files.then(
          (opened) => client.pathsOf(opened),
          () => ({ ok: false, error: unreadableDrop }),
        ),
      ),

    openPath: (path) => compare(Promise.resolve({ ok: true, value: [path] })),

    choose: (chosen) => set({ chosen }),

    async apply() {
      const { comparison, chosen, phase } = get()
      if (!comparison || phase !== 'ready' || chosen.size === 0) return null
      set({ phase: 'applying' })
      const corrections = comparison.corrections.filter((_, index) => chosen.has(index))
      const outcome = await useBulkStore.getState().correct(comparison.batchId, corrections)
      turn += 1
      set(closed)
      return outcome
    },

    close() {
      if (get().phase === 'applying') return
      turn += 1
      set(closed)
    },
  }
})

/** What is ticked at first: all but what was changed here, too. */
export function changesIn(corrections: readonly Correction[]): ReadonlySet<number> {
  return new Set(corrections.flatMap(({ isConflict }, index) => (isConflict ? [] : [index])))
}
