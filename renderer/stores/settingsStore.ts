import { create } from 'zustand'
import type { Limits, Settings } from '../../electron/views.ts'
import { client } from '../client.ts'
import { showFailure } from '../showFailure.tsx'

interface SettingsState {
  /** Until they are known, what holds where nobody has chosen. */
  readonly settings: Settings
  readonly isKnown: boolean
  /** null: nobody has asked yet. */
  readonly limits: Limits | null
  load(): Promise<void>
  /** How many passwords are tried on every batch, until Sheaf is closed. */
  readonly passwordCount: number
  /** Asks how fast this computer was so far, and what is kept in memory. */
  measure(): Promise<void>
  /** Tries a password on every batch from now on; null: forgets them all. */
  remember(password: string | null): Promise<void>
  /** Holds at once, and is put back where it could not be kept. */
  choose(chosen: Partial<Settings>): Promise<void>
}

/** What a person has chosen once, for everything. */
export const useSettingsStore = create<SettingsState>((set, get) => ({
  settings: {
    ...{ retentionDays: null, ignoreBattery: false, threads: null, csvFor: 'standard' },
    ...{ notifyAtEnd: true, soundAtEnd: false },
    ...{ density: 'comfortable', letterKeys: true, hiddenColumns: [] },
    ...{ pagesBeside: 60, pagesAbove: 45 },
  },
  isKnown: false,
  limits: null,
  passwordCount: 0,

  async load() {
    const settings = await client.call('settings.get', {})
    if (settings.ok) set({ settings: settings.value, isKnown: true })
  },

  async measure() {
    const limits = await client.call('app.limits', {})
    if (limits.ok) set({ limits: limits.value })
    const passwords = await client.call('app.passwords', {})
    if (passwords.ok) set({ passwordCount: passwords.value.count })
  },

  async remember(password) {
    const kept = await client.call('app.passwords', { add: password, forget: password === null })
    if (kept.ok) set({ passwordCount: kept.value.count })
    else showFailure(kept.error)
  },

  async choose(chosen) {
    const before = get().settings
    set({ settings: { ...before, ...chosen } })
    const kept = await client.call('settings.set', chosen)
    if (kept.ok) return set({ settings: kept.value })
    set({ settings: before })
    showFailure(kept.error)
  },
}))
