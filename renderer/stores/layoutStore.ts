import { create } from 'zustand'
import type { Failure, Result } from '../../electron/contract.ts'
import type { ColumnLayout, LayoutPreview, LayoutSources } from '../../electron/views.ts'
import { client } from '../client.ts'
import { latestOnly } from '../latestOnly.ts'
import { type LayoutDraft, layoutDraftOf, layoutOf, newLayout } from '../layoutDraft.ts'

interface LayoutState {
  /** Of which the first rows are shown. */
  readonly batchId: string | null
  readonly phase: 'closed' | 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  /** The saved layout that is edited; null: a new one. */
  readonly name: string | null
  readonly sources: LayoutSources | null
  readonly saved: LayoutDraft | null
  readonly draft: LayoutDraft | null
  readonly isChanged: boolean
  readonly isSaving: boolean
  /** null until the first answer. */
  readonly preview: LayoutPreview | null
  /** What a sample left open. */
  readonly notes: readonly string[]
  /** Opens a saved layout, or (null) a new one, with the rows of a batch. */
  open(batchId: string, name: string | null): Promise<void>
  edit(change: (draft: LayoutDraft) => LayoutDraft): void
  /** The columns of another program’s file take the place of those of the draft. */
  takeSample(file: File): Promise<Failure | null>
  save(): Promise<Result<{ layout: ColumnLayout }>>
  /** Forgets what is not saved. */
  drop(): void
}

const closed = {
  ...({ batchId: null, phase: 'closed', failure: null, name: null, sources: null } as const),
  ...{ saved: null, draft: null, isChanged: false, isSaving: false, preview: null, notes: [] },
}

/** A header and a few hundred rows are enough; a whole year of them need not be sent. */
const mostSampleBytes = 1 << 19

/** The column layout in the editor, beside what it makes of a batch. */
export const useLayoutStore = create<LayoutState>((set, get) => {
  const looks = latestOnly({
    pause: 150,
    ask: ({ draft, batchId }: { draft: LayoutDraft; batchId: string }) =>
      client.call('layout.preview', { batchId, layout: { ...named(layoutOf(draft)) } }),
    take: (preview) => preview.ok && set({ preview: preview.value }),
  })

  function look(): void {
    const { draft, batchId } = get()
    if (draft && batchId) looks.want({ draft, batchId })
  }

  return {
    ...closed,

    async open(batchId, name) {
      const now = get()
      // What was saved under a name just now waits for its address.
      if (now.batchId === batchId && now.name === name && now.phase === 'ready') return
      set({ ...closed, batchId, name, phase: 'loading' })
      const [sources, found] = await Promise.all([
        client.call('layout.sources', { batchId }),
        name === null ? null : client.call('layout.get', { layout: name }),
      ])
      if (get().batchId !== batchId || get().name !== name) return
      if (!sources.ok) return set({ phase: 'failed', failure: sources.error })
      if (found && !found.ok) return set({ phase: 'failed', failure: found.error })
      const draft = found ? layoutDraftOf(found.value.layout) : newLayout(sources.value)
      set({ phase: 'ready', sources: sources.value, draft, saved: draft })
      look()
    },

    edit(change) {
      const { draft, saved } = get()
      if (!draft) return
      const now = change(draft)
      if (now === draft) return
      set({ draft: now, isChanged: saved === null || !isSame(now, saved) })
      look()
    },

    async takeSample(file) {
      const { batchId, draft } = get()
      const bytes = base64Of(new Uint8Array(await file.slice(0, mostSampleBytes).arrayBuffer()))
      const asked = { batchId, filename: file.name, bytes }
      const found = await client.call('layout.fromHeader', asked)
      if (!found.ok) return found.error
      const { layout, unmatched, notes, separator } = found.value
      const name = draft?.name || layout.name
      set({ notes: [...notes, ...(separator === ';' ? [semicolons] : [])] })
      get().edit(() => layoutDraftOf({ ...layout, name }, unmatched))
      return null
    },

    async save() {
      const { draft, name, batchId } = get()
      set({ isSaving: true })
      const layout = { ...(draft && layoutOf(draft)) }
      const saved = await client.call('layout.save', { layout, replaces: name, batchId })
      set({ isSaving: false })
      // What was typed meanwhile stays, and is not saved yet.
      if (saved.ok)
        set({
          ...{ name: saved.value.layout.name, isChanged: get().draft !== draft, saved: draft },
        })
      return saved
    },

    drop() {
      looks.forget()
      if (get().phase !== 'closed') set(closed)
    },
  }
})

const semicolons =
  'The sample parts its columns by semicolons, as Excel does in many countries. Choose CSV for Excel on this computer when you export.'

/** A preview needs no name yet. */
function named(layout: ColumnLayout): ColumnLayout {
  return { ...layout, name: layout.name.trim() || 'New layout' }
}

function isSame(one: LayoutDraft, other: LayoutDraft): boolean {
  return JSON.stringify(layoutOf(one)) === JSON.stringify(layoutOf(other))
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
