import { create } from 'zustand'
import type { Failure, Result } from '../../electron/contract.ts'
import type { ItemPages } from '../../electron/views.ts'
import { type Arrangement, arrangementOf, isSameArrangement } from '../arrangePages.ts'
import { client } from '../client.ts'
import { createOnce } from '../createOnce.ts'

interface PagesState {
  readonly phase: 'closed' | 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  readonly item: ItemPages | null
  /** How the pages are to be put together; nothing is changed before it is kept. */
  readonly draft: Arrangement
  /** Drafts before this one, the latest last. */
  readonly earlier: readonly Arrangement[]
  /** The page that acts are about. */
  readonly current: number
  open(itemId: number, page: number): Promise<void>
  close(): void
  choose(page: number): void
  change(make: (draft: Arrangement) => Arrangement): void
  /** Takes back the last change of the draft. */
  back(): void
  keep(): Promise<Result<ItemPages>>
}

const once = createOnce()
const nothing: Arrangement = { documents: [], leftOut: [] }

/** The pages of a file while a person puts them together in another way. */
export const usePagesStore = create<PagesState>((set, get) => ({
  phase: 'closed',
  failure: null,
  item: null,
  draft: nothing,
  earlier: [],
  current: 1,

  async open(itemId, page) {
    set({ phase: 'loading', failure: null, item: null, draft: nothing, earlier: [], current: page })
    const item = await client.call('item.pages', { itemId })
    if (get().phase !== 'loading') return
    if (item.ok) set({ phase: 'ready', item: item.value, draft: arrangementOf(item.value) })
    else set({ phase: 'failed', failure: item.error })
  },
  close: () => set({ phase: 'closed', item: null }),
  choose: (current) => set({ current }),

  change(make) {
    const { draft, earlier } = get()
    const next = make(draft)
    if (!isSameArrangement(next, draft)) set({ draft: next, earlier: [...earlier, draft] })
  },
  back() {
    const { earlier } = get()
    const draft = earlier.at(-1)
    if (draft) set({ draft, earlier: earlier.slice(0, -1) })
  },

  async keep() {
    const { item, draft } = get()
    return arrange(item?.itemId ?? 0, draft)
  },
}))

/** Puts the pages of a file together at once, as one act. */
export function arrange(
  itemId: number,
  { documents, leftOut }: Arrangement,
): Promise<Result<ItemPages>> {
  const wish = {
    itemId,
    documents: documents.map((pages) => ({ pages: [...pages] })),
    leftOut: [...leftOut],
  }
  return once(JSON.stringify(wish), () => client.call('item.arrange', wish))
}
