import { create } from 'zustand'
import type { Failure, Result } from '../../electron/contract.ts'
import type { Finding } from '../../electron/views.ts'
import { client } from '../client.ts'

interface UpkeepState {
  /** null: nobody has looked yet. */
  readonly findings: readonly Finding[] | null
  readonly isBusy: boolean
  readonly failure: Failure | null
  /** Looks whether everything is in order; `fix` cleans up what it can. */
  examine(fix: boolean): Promise<void>
  compact(): Promise<void>
  /** Writes the diagnostics and gives their place. */
  diagnose(): Promise<string | null>
}

/** What the doctor found, and what was done about it. */
export const useUpkeepStore = create<UpkeepState>((set, get) => {
  async function busy<T>(ask: Promise<Result<T>>): Promise<T | null> {
    set({ isBusy: true, failure: null })
    const result = await ask
    set({ isBusy: false, failure: result.ok ? null : result.error })
    return result.ok ? result.value : null
  }

  return {
    findings: null,
    isBusy: false,
    failure: null,

    async examine(fix) {
      const found = await busy(client.call('app.doctor', { fix }))
      if (found) set({ findings: found.findings })
    },

    async compact() {
      if (await busy(client.call('app.compact', {}))) await get().examine(false)
    },

    async diagnose() {
      return (await busy(client.call('app.diagnose', {})))?.path ?? null
    },
  }
})
