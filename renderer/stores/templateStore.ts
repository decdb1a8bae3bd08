import { create } from 'zustand'
import type { Failure, Result } from '../../electron/contract.ts'
import type { TemplateDifference, TemplateProblem, TemplateView } from '../../electron/views.ts'
import { client } from '../client.ts'
import { latestOnly } from '../latestOnly.ts'
import { draftOf, isSameDraft, newDraft, type TemplateDraft, templateOf } from '../templateDraft.ts'
import { useBenchStore } from './benchStore.ts'

/** What two versions differ in, in the drawer. */
export interface Compared {
  readonly from: number
  /** null: the draft. */
  readonly to: number | null
  /** null until they are known. */
  readonly differences: readonly TemplateDifference[] | null
}

interface TemplateState {
  /** The saved template that is edited; null: a new one. */
  readonly name: string | null
  readonly phase: 'closed' | 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  readonly view: TemplateView | null
  /** What was saved last, or what a new one began with. */
  readonly saved: TemplateDraft | null
  readonly draft: TemplateDraft | null
  /** A new one counts as changed as soon as it says anything. */
  readonly isChanged: boolean
  readonly problems: readonly TemplateProblem[]
  /** What the file that it was read from says and nobody understands. */
  readonly misread: readonly TemplateProblem[]
  readonly isSaving: boolean
  readonly compared: Compared | null
  /** Opens a saved template, or (null) a new one, unless it is open already. */
  open(name: string | null): Promise<void>
  /** Begins a new one with what a file says. */
  begin(draft: TemplateDraft, misread: readonly TemplateProblem[]): void
  edit(change: (draft: TemplateDraft) => TemplateDraft): void
  save(): Promise<Result<TemplateView>>
  /** Makes an older version the newest. */
  revert(version: number): Promise<Result<TemplateView>>
  compare(from: number, to: number | null): Promise<void>
  /** Forgets what is not saved. */
  drop(): void
}

const closed = {
  ...({
    name: null,
    phase: 'closed',
    failure: null,
    view: null,
    saved: null,
    draft: null,
  } as const),
  ...{ isChanged: false, problems: [], misread: [], isSaving: false, compared: null },
}

/** The template in the editor: what is saved, what is drafted, and what is wrong with the draft. */
export const useTemplateStore = create<TemplateState>((set, get) => {
  const checks = latestOnly({
    pause: 200,
    ask: ({ draft, name }: { draft: TemplateDraft; name: string | null }) =>
      client.call('template.check', { template: templateOf(draft), replaces: name }),
    take: (checked) => {
      if (!checked.ok) return
      const { name, isChanged } = get()
      // One that nobody has begun yet lacks everything, and needs not be told so.
      set({ problems: name === null && !isChanged ? [] : checked.value.problems })
    },
  })

  function look(): void {
    const { draft, name } = get()
    if (!draft) return
    checks.want({ draft, name })
    useBenchStore.getState().look(templateOf(draft))
  }

  function take(view: TemplateView): void {
    const draft = draftOf(view.template)
    set({ ...closed, name: view.template.name, phase: 'ready', view, saved: draft, draft })
    useBenchStore.setState({ name: view.template.name })
    look()
  }

  /** The bench forgets what belongs to another template before it looks for this one. */
  function takeBench(): void {
    const { name, draft } = get()
    if (draft) useBenchStore.getState().open(name, templateOf(draft))
    look()
  }

  return {
    ...closed,

    async open(name) {
      const { phase, name: open } = get()
      // What was begun with a file, or saved under a name just now, waits for its address.
      if (open === name && (phase === 'ready' || phase === 'loading')) return
      if (name === null) {
        const draft = newDraft()
        set({ ...closed, phase: 'ready', saved: draft, draft })
        return takeBench()
      }
      set({ ...closed, name, phase: 'loading' })
      const view = await client.call('template.get', { name })
      if (get().name !== name) return
      if (view.ok) {
        useBenchStore.getState().open(name, view.value.template)
        take(view.value)
      } else set({ phase: 'failed', failure: view.error })
    },

    begin(draft, misread) {
      set({ ...closed, phase: 'ready', saved: newDraft(), draft, isChanged: true, misread })
      takeBench()
    },

    edit(change) {
      const { draft, saved } = get()
      if (!draft) return
      const now = change(draft)
      if (now === draft) return
      set({ draft: now, isChanged: saved === null || !isSameDraft(now, saved) })
      look()
    },

    async save() {
      const { draft, name } = get()
      set({ isSaving: true })
      const saved = await client.call('template.save', {
        template: draft && templateOf(draft),
        replaces: name,
      })
      set({ isSaving: false })
      // What was typed meanwhile stays, and is not saved yet.
      if (saved.ok && get().draft === draft) take(saved.value)
      else if (saved.ok)
        set({
          ...{ name: saved.value.template.name, view: saved.value, isChanged: true },
          saved: draftOf(saved.value.template),
        })
      return saved
    },

    async revert(version) {
      const reverted = await client.call('template.revert', { name: get().name ?? '', version })
      if (reverted.ok) take(reverted.value)
      return reverted
    },

    async compare(from, to) {
      const { name, draft } = get()
      if (name === null || !draft) return
      const asked = { from, to, differences: null }
      set({ compared: asked })
      const found = await client.call('template.differences', {
        ...{ name, from },
        to: to ?? templateOf(draft),
      })
      if (get().compared !== asked) return
      set({ compared: { ...asked, differences: found.ok ? found.value : [] } })
    },

    drop() {
      checks.forget()
      useBenchStore.getState().forget()
      set(closed)
    },
  }
})
