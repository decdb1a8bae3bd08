import type { SortingState } from '@tanstack/react-table'
import { create } from 'zustand'
import type { Failure, Result } from '../../electron/contract.ts'
import type { BatchSummary, Difference, DocumentRow, Status } from '../../electron/views.ts'
import { client } from '../client.ts'
import { keyOf, mergeRows, type RowKey } from '../mergeRows.ts'
import { useExcerptStore } from './excerptStore.ts'

const slice = 1000
/** Events come five a second; the table is read again at most this often (ms). */
const refreshEvery = 500
/** Words that are still put into the index are looked for again after so long (ms). */
const indexing = 1000

interface BatchState {
  readonly batchId: string | null
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  readonly rows: readonly DocumentRow[]
  /** In what the batch is not what it would be if it were started now. */
  readonly differences: readonly Difference[]
  /** As the batch was when it last moved. */
  readonly lifecycle: BatchSummary['lifecycle'] | null
  readonly statuses: readonly Status[]
  readonly search: string
  /** Rows with what is searched for in file name, type, values or pages; null: not searching. */
  readonly found: ReadonlySet<string> | null
  /** Files whose pages cannot be searched yet; they are in a moment. */
  readonly unsearched: number
  readonly sorting: SortingState
  readonly selected: RowKey | null
  /** Keys of the rows that something is to be done with together. */
  readonly checked: ReadonlySet<string>
  /** Reads the table of a batch; filter and selection stay when it is the same batch. */
  open(batchId: string): Promise<void>
  /** Notes that an item moved and reads it again soon. */
  touch(batchId: string, itemId: number): void
  /** Notes that the batch moved: running items did too, and at a turn of its life all may have. */
  follow(batch: BatchSummary): void
  filter(statuses: readonly Status[]): void
  find(search: string): void
  sort(sorting: SortingState): void
  select(selected: RowKey | null): void
  check(checked: ReadonlySet<string>): void
}

const untouched = {
  ...{
    statuses: [],
    search: '',
    found: null,
    unsearched: 0,
    sorting: [],
    selected: null,
    checked: new Set<string>(),
    rows: [],
    differences: [],
    lifecycle: null,
  },
} as const

/** The table of the batch that is open. */
export const useBatchStore = create<BatchState>((set, get) => {
  const touched = new Set<number>()
  let isDue = false
  let unsearched = 0

  /** Rows from one position of intake to another, in slices; without bounds the whole table. */
  async function read(
    batchId: string,
    { search = '', after = -1, upTo = Number.POSITIVE_INFINITY } = {},
  ): Promise<Result<readonly DocumentRow[]>> {
    let rows: readonly DocumentRow[] = []
    for (let last = after; last < upTo; last = rows.at(-1)?.index ?? upTo) {
      const limit = Math.min(slice, upTo - last)
      const part = await client.call('batch.documents', { batchId, search, after: last, limit })
      if (!part.ok) return part
      if (search !== '') unsearched = part.value.unsearched
      rows = mergeRows(rows, part.value.rows)
      if (part.value.rows.length < limit) break
    }
    return { ok: true, value: rows.filter(({ index }) => index <= upTo) }
  }

  async function look() {
    const { batchId, search } = get()
    const wanted = search.trim()
    useExcerptStore.getState().begin(batchId, wanted)
    if (!batchId || wanted === '') return set({ found: null, unsearched: 0 })
    const rows = await read(batchId, { search })
    if (!rows.ok || get().search !== search) return
    set({ found: new Set(rows.value.map(keyOf)), unsearched })
    if (unsearched > 0) setTimeout(() => get().search === search && look(), indexing)
  }

  function refreshSoon() {
    if (!isDue) setTimeout(refresh, refreshEvery)
    isDue = true
  }

  /** Rows that moved: from the first touched position to the last, and whatever is running. */
  async function refresh() {
    isDue = false
    const { batchId, rows } = get()
    if (!batchId) return
    const moved = rows
      .filter((row) => touched.has(row.itemId) || row.status === 'running')
      .map((row) => row.index)
    const known = new Set(rows.map((row) => row.itemId))
    const isNew = [...touched].some((itemId) => !known.has(itemId))
    touched.clear()
    if (isNew) return get().open(batchId)
    const [settled, running] = await Promise.all([
      moved.length > 0
        ? read(batchId, { after: Math.min(...moved) - 1, upTo: Math.max(...moved) })
        : null,
      client.call('batch.documents', { batchId, statuses: ['running'] }),
    ])
    if (get().batchId !== batchId) return
    const begun = running.ok ? running.value.rows : []
    const moves = settled?.ok ? settled.value : []
    set((state) => ({ rows: mergeRows(mergeRows(state.rows, begun), moves) }))
    await look()
  }

  return {
    batchId: null,
    phase: 'loading',
    failure: null,
    ...untouched,

    async open(batchId) {
      if (get().batchId !== batchId) {
        set({ batchId, phase: 'loading', failure: null, ...untouched })
        useExcerptStore.getState().begin(null, '')
      }
      const [rows, differences] = await Promise.all([
        read(batchId),
        client.call('batch.differences', { batchId }),
      ])
      if (get().batchId !== batchId) return
      if (differences.ok) set({ differences: differences.value })
      if (rows.ok) set({ phase: 'ready', failure: null, rows: rows.value })
      else if (get().phase !== 'ready') set({ phase: 'failed', failure: rows.error })
    },

    touch(batchId, itemId) {
      if (batchId !== get().batchId) return
      touched.add(itemId)
      refreshSoon()
    },

    follow({ id, lifecycle }) {
      if (id !== get().batchId) return
      const isTurn = get().lifecycle !== lifecycle
      set({ lifecycle })
      if (isTurn) void get().open(id)
      else refreshSoon()
    },

    filter: (statuses) => set({ statuses }),
    find(search) {
      set({ search })
      void look()
    },
    sort: (sorting) => set({ sorting }),
    select: (selected) => set({ selected }),
    check: (checked) => set({ checked }),
  }
})
