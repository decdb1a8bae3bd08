import { create } from 'zustand'
import type { Failure, Output } from '../../electron/contract.ts'
import type { TemplateTrial } from '../../electron/views.ts'
import type { FieldType } from '../../workers/model.ts'
import { client } from '../client.ts'
import { latestOnly } from '../latestOnly.ts'

export type BenchDocument = Output<'template.documents'>[number]
export type Matches = Output<'template.matches'>

/** A pattern of a field, which is matched as values of its type are. */
export interface Watched {
  readonly pattern: string
  readonly type: FieldType
}

/** A value of the bench that is looked at closely. */
export interface Shown {
  readonly documentId: string
  /** Name, table and row tell values of a document apart. */
  readonly field: string
}

interface BenchState {
  /** The saved template that drafts are held against; null: a new one. */
  readonly name: string | null
  readonly search: string
  /** What can be tried; null until it is known. */
  readonly choices: readonly BenchDocument[] | null
  readonly chosen: readonly BenchDocument[]
  readonly trials: readonly TemplateTrial[]
  /** The draft changed, or a document was chosen, since `trials` were found. */
  readonly isLooking: boolean
  readonly failure: Failure | null
  readonly shown: Shown | null
  /** Values that are as the saved version finds them are left out of sight. */
  readonly onlyChanged: boolean
  /** The pattern that matches are wanted for; null: nobody looks. */
  readonly watched: Watched | null
  /** Where it matches; null until it is known. */
  readonly matches: Matches | null
  /** Another template is in the editor: documents of its own type are taken if none were chosen. */
  open(name: string | null, template: unknown): void
  find(search: string): void
  choose(document: BenchDocument): void
  leaveOut(documentId: string): void
  /** Finds anew what this draft would find. */
  look(template: unknown): void
  show(shown: Shown | null): void
  narrow(onlyChanged: boolean): void
  /** Follows where a pattern matches; null: no more. */
  match(watched: Watched | null): void
  forget(): void
}

/** Read in one go; more would take longer than a person waits. */
const mostAtOnce = 20
const firstChoice = 3

/** The test bench: documents that were kept, and what the draft in the editor finds on them. */
export const useBenchStore = create<BenchState>((set, get) => {
  let template: unknown = null

  const ids = () => get().chosen.map(({ documentId }) => documentId)
  const trials = latestOnly({
    pause: 300,
    ask: (asked: { template: unknown; documentIds: string[]; replaces: string | null }) =>
      client.call('template.try', asked),
    take: (tried) =>
      set(
        tried.ok
          ? { trials: tried.value, failure: null, isLooking: false }
          : { failure: tried.error, isLooking: false },
      ),
  })
  const searches = latestOnly({
    pause: 200,
    ask: (search: string) => client.call('template.documents', { search, limit: 50 }),
    take: (found) => found.ok && set({ choices: found.value }),
  })
  const matching = latestOnly({
    pause: 200,
    ask: (asked: Watched & { documentIds: string[] }) => client.call('template.matches', asked),
    take: (found) => found.ok && set({ matches: found.value }),
  })

  function tryAgain(): void {
    const documentIds = ids()
    if (documentIds.length === 0) {
      trials.forget()
      set({ trials: [], isLooking: false, failure: null })
    } else {
      set({ isLooking: true })
      trials.want({ template, documentIds, replaces: get().name })
    }
    matchAgain()
  }

  function matchAgain(): void {
    const { watched } = get()
    const documentIds = ids()
    if (watched && documentIds.length > 0) matching.want({ ...watched, documentIds })
    else matching.forget()
  }

  function take(documents: readonly BenchDocument[]): void {
    const chosen = [...get().chosen, ...documents].slice(0, mostAtOnce)
    set({ chosen })
    tryAgain()
  }

  return {
    ...{ name: null, search: '', choices: null, chosen: [], trials: [] },
    ...{
      isLooking: false,
      failure: null,
      shown: null,
      onlyChanged: false,
      watched: null,
      matches: null,
    },

    open(name, draft) {
      const isOther = get().name !== name
      template = draft
      set({ name, ...(isOther && { trials: [], shown: null, watched: null, matches: null }) })
      if (name !== null && isOther)
        set(({ chosen }) => ({ chosen: chosen.filter((document) => document.template === name) }))
      void client.call('template.documents', { search: '', limit: 50 }).then((found) => {
        if (!found.ok || get().name !== name) return
        set({ choices: found.value, search: '' })
        const ofType = found.value.filter((document) => document.template === name)
        if (get().chosen.length === 0) take(ofType.slice(0, firstChoice))
      })
    },

    find(search) {
      set({ search })
      searches.want(search)
    },

    choose(document) {
      if (!ids().includes(document.documentId)) take([document])
    },

    leaveOut(documentId) {
      set(({ chosen, trials, shown }) => ({
        chosen: chosen.filter((document) => document.documentId !== documentId),
        trials: trials.filter((trial) => trial.documentId !== documentId),
        shown: shown?.documentId === documentId ? null : shown,
      }))
      tryAgain()
    },

    look(draft) {
      template = draft
      tryAgain()
    },

    show: (shown) => set({ shown }),
    narrow: (onlyChanged) => set({ onlyChanged }),

    match(watched) {
      const { watched: before } = get()
      if (watched?.pattern === before?.pattern && watched?.type === before?.type) return
      set({ watched, matches: null })
      matchAgain()
    },

    forget() {
      trials.forget()
      matching.forget()
      set({ trials: [], isLooking: false, shown: null, watched: null, matches: null })
    },
  }
})
