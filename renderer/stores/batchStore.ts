import type { SortingState } from '@tanstack/react-table'
import { create } from 'zustand'
import type { DocumentRow, Failure, Result, Status } from '../../electron/contract.ts'
import { client } from '../client.ts'
import { keyOf, mergeRows, type RowKey } from '../mergeRows.ts'

const slice = 1000
/** Events come five a second; the table is read again at most this often (ms). */
const refreshEvery = 500

interface BatchState {
  readonly batchId: string | null
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  readonly rows: readonly DocumentRow[]
  readonly statuses: readonly Status[]
  readonly search: string
  /** Rows whose file name, type or values contain what is searched for; null: not searching. */
  readonly found: ReadonlySet<string> | null
  readonly sorting: SortingState
  readonly selected: RowKey | null
  /** Reads the table of a batch; filter and selection stay when it is the same batch. */
  open(batchId: string): Promise<void>
  /** Notes that an item moved (or, without one, that running items did) and reads it again soon. */
  touch(batchId: string, itemId?: number): void
  filter(statuses: readonly Status[]): void
  find(search: string): void
  sort(sorting: SortingState): void
  select(selected: RowKey | null): void
}

const untouched = {
  ...{ statuses: [], search: '', found: null, sorting: [], selected: null, rows: [] },
} as const

/** The table of the batch that is open. */
export const useBatchStore = create<BatchState>((set, get) => {
  const touched = new Set<number>()
  let isDue = false

  async function readAll(batchId: string): Promise<Result<readonly DocumentRow[]>> {
    let rows: readonly DocumentRow[] = []
    for (let after = -1; ; after = rows.at(-1)?.index ?? after) {
      const part = await client.call('batch.documents', { batchId, after, limit: slice })
      if (!part.ok) return part
      rows = mergeRows(rows, part.value.rows)
      if (part.value.rows.length < slice) return { ok: true, value: rows }
    }
  }

  async function look() {
    const { batchId, search } = get()
    if (!batchId || search.trim() === '') return set({ found: null })
    const result = await client.call('batch.documents', { batchId, search, limit: slice })
    if (result.ok && get().search === search) set({ found: new Set(result.value.rows.map(keyOf)) })
  }

  /** Rows that moved: from the first touched position to the last, and whatever is running. */
  async function refresh() {
    isDue = false
    const { batchId, rows } = get()
    if (!batchId) return
    const moved = rows.filter((row) => touched.has(row.itemId)).map((row) => row.index)
    const isNew = touched.size > 0 && moved.length === 0
    touched.clear()
    const first = Math.min(...moved)
    const last = Math.max(...moved)
    if (isNew || last - first > slice / 2) {
      await get().open(batchId)
      return
    }
    const [range, running] = await Promise.all([
      moved.length > 0
        ? client.call('batch.documents', { batchId, after: first - 1, limit: slice })
        : null,
      client.call('batch.documents', { batchId, statuses: ['running'] }),
    ])
    if (get().batchId !== batchId) return
    const fresh = running.ok ? running.value.rows : []
    const settled = range?.ok ? range.value.rows.filter((row) => row.index <= last) : []
    set((state) => ({ rows: mergeRows(mergeRows(state.rows, fresh), settled) }))
    await look()
  }

  return {
    batchId: null,
    phase: 'loading',
    failure: null,
    ...untouched,

    async open(batchId) {
      if (get().batchId !== batchId) set({ batchId, phase: 'loading', failure: null, ...untouched })
      const rows = await readAll(batchId)
      if (get().batchId !== batchId) return
      if (rows.ok) set({ phase: 'ready', failure: null, rows: rows.value })
      else if (get().phase !== 'ready') set({ phase: 'failed', failure: rows.error })
    },

    touch(batchId, itemId) {
      if (batchId !== get().batchId) return
      if (itemId !== undefined) touched.add(itemId)
      if (!isDue) setTimeout(refresh, refreshEvery)
      isDue = true
    },

    filter: (statuses) => set({ statuses }),
    find(search) {
      set({ search })
      void look()
    },
    sort: (sorting) => set({ sorting }),
    select: (selected) => set({ selected }),
  }
})
