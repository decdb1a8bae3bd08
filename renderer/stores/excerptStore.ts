import { create } from 'zustand'
import type { Excerpt } from '../../electron/views.ts'
import { client } from '../client.ts'
import { keyOf, type RowKey } from '../mergeRows.ts'

interface ExcerptState {
  /** What the excerpts are for: a batch and what is searched for in it. */
  readonly batchId: string | null
  readonly search: string
  readonly excerpts: ReadonlyMap<string, Excerpt>
  /** A search begins, or another one. */
  begin(batchId: string | null, search: string): void
  /** Asks for where a row was found, together with others that come into sight at the same time. */
  want(row: RowKey): void
}

/** Rows that come into sight together (ms), and how many are asked for at once. */
const gathering = 30
const most = 100

/** Where the rows in sight have what is searched for. */
export const useExcerptStore = create<ExcerptState>((set, get) => {
  const wanted = new Map<string, RowKey>()
  let isDue = false

  async function ask(): Promise<void> {
    isDue = false
    const { batchId, search } = get()
    const rows = [...wanted.values()].slice(0, most)
    if (batchId === null || search === '' || rows.length === 0) return
    for (const row of rows) wanted.delete(keyOf(row))
    if (wanted.size > 0) askSoon()
    const places = rows.map(({ itemId, documentId }) => ({ itemId, documentId }))
    const found = await client.call('batch.excerpts', { batchId, search, rows: places })
    // Somebody typed on in the meantime.
    if (!found.ok || get().batchId !== batchId || get().search !== search) return
    const excerpts = new Map(get().excerpts)
    for (const excerpt of found.value.excerpts) excerpts.set(keyOf(excerpt), excerpt)
    set({ excerpts })
  }

  function askSoon(): void {
    if (!isDue) setTimeout(ask, gathering)
    isDue = true
  }

  return {
    batchId: null,
    search: '',
    excerpts: new Map(),

    begin(batchId, search) {
      if (get().batchId === batchId && get().search === search) return
      wanted.clear()
      set({ batchId, search, excerpts: new Map() })
    },

    want(row) {
      if (get().search === '' || get().excerpts.has(keyOf(row))) return
      wanted.set(keyOf(row), row)
      askSoon()
    },
  }
})
