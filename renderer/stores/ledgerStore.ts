import { create } from 'zustand'
import type { BatchSummary, Ledger, UnreadLine } from '../../electron/views.ts'
import { client } from '../client.ts'

/** Lines shown of one reason; the export has all of them. */
const mostFiles = 200
/** A batch moves five times a second; its sums are read again at most this often (ms). */
const refreshEvery = 1000

interface LedgerState {
  readonly batchId: string | null
  readonly ledger: Ledger | null
  /** The reason whose files are shown. */
  readonly code: string | null
  readonly lines: readonly UnreadLine[]
  /** Files that there are for it in all. */
  readonly files: number
  open(batchId: string): Promise<void>
  /** Notes that the batch moved. */
  follow(batch: BatchSummary): void
  /** Shows the files behind a reason; null: none any more. */
  show(code: string | null): Promise<void>
}

const nothing = { ledger: null, code: null, lines: [], files: 0 }

/** How every page of the batch that is open ended. */
export const useLedgerStore = create<LedgerState>((set, get) => {
  let isDue = false

  async function refresh() {
    isDue = false
    const { batchId } = get()
    if (!batchId) return
    const result = await client.call('batch.ledger', { batchId })
    if (result.ok && get().batchId === batchId) set({ ledger: result.value })
  }

  return {
    batchId: null,
    ...nothing,

    async open(batchId) {
      if (get().batchId !== batchId) set({ batchId, ...nothing })
      await refresh()
    },

    follow({ id }) {
      if (id !== get().batchId || isDue) return
      isDue = true
      setTimeout(refresh, refreshEvery)
    },

    async show(code) {
      set({ code, lines: [], files: 0 })
      const { batchId } = get()
      if (!batchId || code === null) return
      const result = await client.call('batch.unread', { batchId, code, limit: mostFiles })
      if (result.ok && get().batchId === batchId && get().code === code) set(result.value)
    },
  }
})
