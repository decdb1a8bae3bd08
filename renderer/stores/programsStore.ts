import { create } from 'zustand'
import type { Input, Output } from '../../electron/contract.ts'
import type { ClientView } from '../../electron/views.ts'
import { client } from '../client.ts'
import { showFailure } from '../showFailure.tsx'

interface ProgramsState {
  /** null: nobody has asked yet. */
  readonly door: Output<'client.state'> | null
  readonly programs: readonly ClientView[]
  load(): Promise<void>
  /** Lets a program in and gives its key, which nobody can be shown again; null: it could not be. */
  add(program: Input<'client.add'>): Promise<string | null>
  revoke(program: ClientView): Promise<void>
}

/** Other programs on this computer that may ask, and where. */
export const useProgramsStore = create<ProgramsState>((set, get) => ({
  door: null,
  programs: [],

  async load() {
    const [door, programs] = await Promise.all([
      client.call('client.state', {}),
      client.call('client.list', {}),
    ])
    if (door.ok) set({ door: door.value })
    if (programs.ok) set({ programs: programs.value })
  },

  async add(program) {
    const added = await client.call('client.add', program)
    if (!added.ok) {
      showFailure(added.error)
      return null
    }
    await get().load()
    return added.value.key
  },

  async revoke({ id }) {
    const revoked = await client.call('client.revoke', { clientId: id })
    if (!revoked.ok) showFailure(revoked.error)
    await get().load()
  },
}))
