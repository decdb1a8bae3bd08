import { create } from 'zustand'
import type { Failure, PreflightReport } from '../../electron/contract.ts'
import type { BatchSummary } from '../../electron/views.ts'
import { client } from '../client.ts'
import { choiceOf, decisionsOf } from '../decisionsOf.ts'
import { useBatchesStore } from './batchesStore.ts'
import type { IntakeChoice } from './intakeStore.ts'

/** What is decided before a start: the choices of every batch, and what only a draft asks. */
export interface DraftChoice extends IntakeChoice {
  /** Where results are written when it is finished; empty: nowhere by itself. */
  readonly output: string
  readonly leaveOutDuplicates: boolean
  /** Values that are less sure are looked at; null: as was measured. */
  readonly threshold: number | null
}

interface PreflightState {
  readonly batchId: string | null
  readonly report: PreflightReport | null
  readonly choice: DraftChoice | null
  readonly isStarting: boolean
  /** Why a start was refused, or the report cannot be had. */
  readonly failure: Failure | null
  open(batchId: string): void
  /** Notes that a draft moved: its report is asked for anew. */
  follow(batch: BatchSummary): void
  decide(change: Partial<DraftChoice>): void
  /** Whether it was started. */
  start(): Promise<boolean>
  discard(): Promise<void>
}

const closed = { batchId: null, report: null, choice: null, isStarting: false, failure: null }

/** The draft that is open, its report while it grows, and what the person decides. */
export const usePreflightStore = create<PreflightState>((set, get) => {
  let isAsking = false
  let isDue = false

  const change = () => {
    const { choice } = get()
    if (!choice) return {}
    const { output, leaveOutDuplicates, threshold } = choice
    const own = { output: output.trim() || null, leaveOutDuplicates, threshold }
    return { ...decisionsOf(choice), ...own }
  }

  /** One question at a time: what moves meanwhile is asked for when its answer is there. */
  async function refresh(): Promise<void> {
    isDue = true
    if (isAsking) return
    isAsking = true
    while (isDue) {
      isDue = false
      const { batchId } = get()
      if (batchId === null) break
      const answer = await client.call('batch.preflight', { batchId, ...change() })
      if (get().batchId === batchId) take(answer)
    }
    isAsking = false
  }

  function take(answer: Awaited<ReturnType<typeof client.call<'batch.preflight'>>>): void {
    if (!answer.ok) {
      set({ failure: answer.error })
      return
    }
    const report = answer.value
    const { choice } = get()
    // The first answer tells what was drafted; what the face suggests on top of it changes the report.
    if (!choice) isDue = true
    set({ report, choice: choice ?? firstChoice(report) })
  }

  return {
    ...closed,

    open(batchId) {
      if (get().batchId !== batchId) set({ ...closed, batchId })
      void refresh()
    },

    follow({ id, lifecycle }) {
      if (id === get().batchId && lifecycle === 'draft') void refresh()
    },

    decide(decided) {
      const { choice } = get()
      if (!choice) return
      set({ choice: { ...choice, ...decided }, failure: null })
      void refresh()
    },

    async start() {
      const { batchId, report, isStarting } = get()
      if (!batchId || !report || isStarting || report.refusals.length > 0) return false
      set({ isStarting: true, failure: null })
      const started = await useBatchesStore.getState().start({ batchId, ...change() })
      if (started.ok) set(closed)
      else set({ isStarting: false, failure: started.error })
      return started.ok
    },

    async discard() {
      const { batchId } = get()
      if (!batchId) return
      const discarded = await useBatchesStore.getState().discard(batchId)
      if (discarded.ok) set(closed)
      else set({ failure: discarded.error })
    },
  }
})

/** As it was drafted; the same file twice is rarely meant. */
function firstChoice({ decisions }: PreflightReport): DraftChoice {
  const { output, threshold = null } = decisions
  return { ...choiceOf(decisions), output: output ?? '', leaveOutDuplicates: true, threshold }
}
