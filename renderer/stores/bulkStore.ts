import { create } from 'zustand'
import type { Failure, Result } from '../../electron/contract.ts'
import type { Correction } from '../../electron/views.ts'
import { client } from '../client.ts'

/** How an act on many went: as far as it came, also where it was stopped or failed in its middle. */
export interface BulkOutcome {
  readonly done: number
  /** What failed for some and not for others, or ended it. */
  readonly failure: Failure | null
  readonly failed: number
  readonly undo: (() => Promise<void>) | null
}

interface BulkState {
  /** What goes on at the moment, of how many. */
  readonly doing: { readonly words: string; readonly done: number; readonly all: number } | null
  /** Takes back what was done last, and in which batch; null: nothing. */
  readonly undo: (() => Promise<void>) | null
  readonly undoBatchId: string | null
  approve(batchId: string, documentIds: readonly string[]): Promise<BulkOutcome>
  setType(batchId: string, documentIds: readonly string[], template: string): Promise<BulkOutcome>
  /** Takes corrections of an export over; what is done is counted in corrections, not in documents. */
  correct(batchId: string, corrections: readonly Correction[]): Promise<BulkOutcome>
  remove(batchId: string, itemIds: readonly number[]): Promise<BulkOutcome>
  putBack(batchId: string, itemIds: readonly number[]): Promise<BulkOutcome>
  /** No more is begun; what was done stays. */
  stop(): void
}

/** As many at a time that a person sees it go on. */
const parts = { settle: 100, find: 12 } as const

interface Part {
  readonly done: number
  readonly failure?: Failure | null
  readonly failed?: number
}

/** Acts on many documents, part by part: how far they are, and what takes the last one back. */
export const useBulkStore = create<BulkState>((set, get) => {
  let isStopped = false

  async function work<T>(
    words: string,
    list: readonly T[],
    { size, step }: { size: number; step: (part: T[]) => Promise<Result<Part>> },
  ): Promise<Omit<BulkOutcome, 'undo'>> {
    isStopped = false
    let [done, failed, failure]: [number, number, Failure | null] = [0, 0, null]
    for (let at = 0; at < list.length && !isStopped; at += size) {
      set({ doing: { words, done: at, all: list.length } })
      const result = await step(list.slice(at, at + size))
      if (!result.ok) {
        failure = result.error
        break
      }
      done += result.value.done
      failed += result.value.failed ?? 0
      failure ??= result.value.failure ?? null
    }
    set({ doing: null })
    return { done, failed, failure }
  }

  /** Keeps how an act is taken back, once, until there is another one. */
  function taken(
    batchId: string,
    outcome: Omit<BulkOutcome, 'undo'>,
    back: () => Promise<unknown>,
  ): BulkOutcome {
    if (outcome.done === 0) return { ...outcome, undo: null }
    const undo = async () => {
      if (get().undo === undo) set({ undo: null })
      await back()
    }
    set({ undo, undoBatchId: batchId })
    return { ...outcome, undo }
  }

  const takeBack = (batchId: string, acts: readonly number[]) =>
    work('Taking back', acts.toReversed(), {
      size: parts.settle,
      step: async (part) => counted(await client.call('batch.undo', { batchId, acts: part })),
    })
  const remove = (batchId: string, itemIds: readonly number[], gone: number[]) =>
    work('Removing', itemIds, {
      size: parts.settle,
      step: (part) => move('batch.remove', { batchId, itemIds: part }, gone),
    })
  const putBack = (batchId: string, itemIds: readonly number[], there: number[]) =>
    work('Putting back', itemIds, {
      size: parts.settle,
      step: (part) => move('batch.putBack', { batchId, itemIds: part }, there),
    })

  return {
    doing: null,
    undo: null,
    undoBatchId: null,

    async approve(batchId, documentIds) {
      const acts: number[] = []
      const outcome = await work('Approving', documentIds, {
        size: parts.settle,
        async step(part) {
          const result = await client.call('batch.approve', { batchId, documentIds: part })
          if (!result.ok) return result
          acts.push(...result.value.acts)
          return { ok: true, value: { done: result.value.acts.length } }
        },
      })
      return taken(batchId, outcome, () => takeBack(batchId, acts))
    },

    async setType(batchId, documentIds, template) {
      const acts: number[] = []
      const outcome = await work('Finding values anew', documentIds, {
        size: parts.find,
        async step(part) {
          const input = { batchId, documentIds: part, template }
          const result = await client.call('batch.setType', input)
          if (!result.ok) return result
          acts.push(...result.value.acts)
          const [first] = result.value.failures
          const failure = first ? { ...first.failure, details: {} } : null
          const failed = result.value.failures.length
          return {
            ok: true,
            value: { done: result.value.acts.length, failure, failed },
          } as Result<Part>
        },
      })
      return taken(batchId, outcome, () => takeBack(batchId, acts))
    },

    async correct(batchId, corrections) {
      const acts: number[] = []
      // All of a document at a time: they are one act of it.
      const documents = [...Map.groupBy(corrections, ({ documentId }) => documentId).values()]
      const outcome = await work('Correcting', documents, {
        size: parts.settle,
        async step(part) {
          const result = await client.call('roundTrip.apply', { batchId, corrections: part.flat() })
          if (!result.ok) return result
          acts.push(...result.value.acts)
          const [first] = result.value.failures
          const failure = first ? { ...first.failure, details: {} } : null
          const failed = result.value.failures.length
          return {
            ok: true,
            value: { done: result.value.applied, failure, failed },
          } as Result<Part>
        },
      })
      return taken(batchId, outcome, () => takeBack(batchId, acts))
    },

    async remove(batchId, itemIds) {
      const gone: number[] = []
      const outcome = await remove(batchId, itemIds, gone)
      return taken(batchId, outcome, () => putBack(batchId, gone, []))
    },

    async putBack(batchId, itemIds) {
      const there: number[] = []
      const outcome = await putBack(batchId, itemIds, there)
      return taken(batchId, outcome, () => remove(batchId, there, []))
    },

    stop() {
      isStopped = true
    },
  }
})

async function move(
  command: 'batch.remove' | 'batch.putBack',
  input: { batchId: string; itemIds: number[] },
  moved: number[],
): Promise<Result<Part>> {
  const result = await client.call(command, input)
  if (!result.ok) return result
  moved.push(...result.value.itemIds)
  return { ok: true, value: { done: result.value.itemIds.length } }
}

function counted(result: Result<{ readonly documentIds: readonly string[] }>): Result<Part> {
  return result.ok ? { ok: true, value: { done: result.value.documentIds.length } } : result
}
