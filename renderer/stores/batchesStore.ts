import { create } from 'zustand'
import type { Failure, Input, Output, Result } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { client } from '../client.ts'
import { createOnce } from '../createOnce.ts'

export type Deed =
  | 'batch.pause'
  | 'batch.resume'
  | 'batch.cancel'
  | 'batch.retry'
  | 'batch.delete'
  | 'batch.restore'
/** What is asked for when a batch is changed, but for which one. */
export type Wish<N extends 'batch.retry' | 'batch.reextract' | 'batch.duplicate'> = Omit<
  Input<N>,
  'batchId'
>

interface BatchesState {
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  readonly batches: readonly BatchSummary[]
  /** Those that can still be restored, the last deleted first. */
  readonly deleted: readonly BatchSummary[]
  load(): Promise<void>
  /** One batch by its id, for a view that was opened by its address. */
  loadOne(batchId: string): Promise<Result<BatchSummary>>
  create(input: Input<'batch.create'>): Promise<Result<BatchSummary>>
  draft(input: Input<'batch.draft'>): Promise<Result<BatchSummary>>
  start(input: Input<'batch.start'>): Promise<Result<BatchSummary>>
  /** Forgets a draft. */
  discard(batchId: string): Promise<Result<unknown>>
  /** Tries a password on the locked files of a batch. */
  unlock(batchId: string, password: string): Promise<Result<Output<'batch.unlock'>>>
  act(deed: Deed, batchId: string): Promise<Result<BatchSummary>>
  /** Pages in hand are read to their end and kept. */
  cancelAfterPages(batchId: string): Promise<Result<BatchSummary>>
  retryWith(batchId: string, wish: Wish<'batch.retry'>): Promise<Result<BatchSummary>>
  reextract(batchId: string, wish: Wish<'batch.reextract'>): Promise<Result<BatchSummary>>
  setThreshold(batchId: string, threshold: number | null): Promise<Result<BatchSummary>>
  duplicate(batchId: string, wish: Wish<'batch.duplicate'>): Promise<Result<BatchSummary>>
  add(batchId: string, paths: readonly string[]): Promise<Result<Output<'batch.add'>>>
  /** A deleted batch is gone for good. */
  purge(batchId: string): Promise<Result<unknown>>
  receive(batch: BatchSummary): void
}

/** All batches, newest first, kept fresh by events. */
export const useBatchesStore = create<BatchesState>((set, get) => {
  /** When each batch was last heard of by an event: an answer that it overtook tells less. */
  const heard = new Map<string, number>()
  let now = 0
  const once = createOnce()
  const isOvertaken = (batchId: string, asked: number) => (heard.get(batchId) ?? 0) > asked

  async function keep(answer: Promise<Result<BatchSummary>>): Promise<Result<BatchSummary>> {
    const asked = now
    const result = await answer
    if (result.ok && !isOvertaken(result.value.id, asked)) put(result.value)
    return result
  }

  const put = (batch: BatchSummary) =>
    set((state) => {
      const known = state.batches.find(({ id }) => id === batch.id)
      const others = state.batches.filter(({ id }) => id !== batch.id)
      const deleted = state.deleted.filter(({ id }) => id !== batch.id)
      if (batch.deletedAt)
        return { batches: others, deleted: lastDeletedFirst([batch, ...deleted]) }
      return { deleted, batches: newestFirst([...others, known ? inOrder(known, batch) : batch]) }
    })

  return {
    phase: 'loading',
    failure: null,
    batches: [],
    deleted: [],

    async load() {
      const asked = now
      const [result, gone] = await Promise.all([
        client.call('batch.list', {}),
        client.call('batch.list', { deleted: true }),
      ])
      if (gone.ok) set({ deleted: gone.value })
      if (!result.ok) return set({ phase: 'failed', failure: result.error })
      const newer = get().batches.filter(({ id }) => isOvertaken(id, asked))
      const listed = result.value.filter(({ id }) => !isOvertaken(id, asked))
      set({ phase: 'ready', failure: null, batches: newestFirst([...newer, ...listed]) })
    },

    loadOne: (batchId) => keep(client.call('batch.get', { batchId })),
    create: (input) => keep(client.call('batch.create', input)),
    draft: (input) => keep(client.call('batch.draft', input)),
    start: (input) => keep(client.call('batch.start', input)),
    async discard(batchId) {
      const result = await client.call('batch.discard', { batchId })
      if (result.ok) set({ batches: get().batches.filter(({ id }) => id !== batchId) })
      return result
    },
    unlock: (batchId, password) => client.call('batch.unlock', { batchId, password }),
    act: (deed, batchId) => once(`${deed} ${batchId}`, () => keep(client.call(deed, { batchId }))),
    cancelAfterPages: (batchId) =>
      keep(client.call('batch.cancel', { batchId, when: 'after_pages' })),
    retryWith: (batchId, wish) =>
      once(`batch.retry ${batchId}`, () => keep(client.call('batch.retry', { batchId, ...wish }))),
    reextract: (batchId, wish) => keep(client.call('batch.reextract', { batchId, ...wish })),
    setThreshold: (batchId, threshold) =>
      keep(client.call('batch.setThreshold', { batchId, threshold })),
    duplicate: (batchId, wish) => keep(client.call('batch.duplicate', { batchId, ...wish })),
    add: (batchId, paths) => client.call('batch.add', { batchId, paths: [...paths] }),
    async purge(batchId) {
      const result = await client.call('batch.purge', { batchId })
      if (result.ok) set(({ deleted }) => ({ deleted: deleted.filter(({ id }) => id !== batchId) }))
      return result
    },

    receive(batch) {
      heard.set(batch.id, ++now)
      put(batch)
    },
  }
})

/** An answer may arrive after a newer event: while a batch runs, its percent never goes back. */
function inOrder(known: BatchSummary, fresh: BatchSummary): BatchSummary {
  const bothRun = known.lifecycle === 'running' && fresh.lifecycle === 'running'
  return bothRun && fresh.percent < known.percent ? { ...fresh, percent: known.percent } : fresh
}

function newestFirst(batches: readonly BatchSummary[]): readonly BatchSummary[] {
  return batches.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
}

function lastDeletedFirst(batches: readonly BatchSummary[]): readonly BatchSummary[] {
  return batches.toSorted((a, b) => (b.deletedAt ?? '').localeCompare(a.deletedAt ?? ''))
}
