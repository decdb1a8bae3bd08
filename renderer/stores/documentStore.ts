import { create } from 'zustand'
import type { Failure, Input, Output, ReaderMode, Result } from '../../electron/contract.ts'
import type { DocumentView } from '../../electron/views.ts'
import { client } from '../client.ts'
import { fieldsInOrder, nextForReview } from '../fieldOrder.ts'
import { heirOf } from '../heirOf.ts'
import { keepEqual } from '../keepEqual.ts'
import { createLookAhead } from '../lookAhead.ts'

/** How large a page is drawn: as wide as its room, or this many times its printed size. */
export type Zoom = 'width' | number
const zoomSteps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

/** How a document is to be read again. */
export interface NewReading {
  readonly mode: ReaderMode
  /** null: found page by page. */
  readonly language: string | null
  /** For a locked file whose password was forgotten with the last process. */
  readonly password?: string
}

/** Commands that change the open document and answer with it. */
export type Act =
  | 'document.correct'
  | 'document.fill'
  | 'document.take'
  | 'document.accept'
  | 'document.editRows'
  | 'document.setType'
  | 'document.rotate'
  | 'document.approve'
  | 'document.postpone'
  | 'document.reject'
  | 'document.undo'
  | 'document.redo'

interface DocumentState {
  readonly documentId: string | null
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  readonly view: DocumentView | null
  /** When it came to be shown, by the page's clock (ms). */
  readonly shownAt: number
  readonly focusId: number | null
  /** Fields that are being settled: the answer is not there yet. */
  readonly settling: readonly number[]
  /** How often each field was filled from the page: typing that was begun there gives way. */
  readonly fills: ReadonlyMap<number, number>
  readonly page: number
  readonly zoom: Zoom
  /** The document whose pages are being read again; it can be worked on meanwhile. */
  readonly readingId: string | null
  /** What undo and redo would do now; null until it is known. */
  readonly moves: Output<'document.moves'> | null
  open(documentId: string): Promise<void>
  /** Reads it again, because it changed elsewhere. */
  reload(): Promise<void>
  /** Changes it; acts go one after the other. One that is asked for twice before it is answered is done once. */
  act<N extends Act>(name: N, input: Omit<Input<N>, 'documentId'>): Promise<Result<DocumentView>>
  /** Asks something of the core once all changes so far are kept; changes wait for it in turn. */
  afterActs<T>(ask: () => Promise<T>): Promise<T>
  readAgain(reading: NewReading): Promise<Result<DocumentView>>
  focus(fieldId: number | null): void
  /** What is being typed in a field gives way to the value that is stored. */
  putBack(fieldId: number): void
  showPage(page: number): void
  /** One step larger or smaller than `current`, the scale that is on the screen. */
  zoomBy(step: 1 | -1, current: number): void
  fit(): void
}

/** So long a document that is not known yet may take before the desk is cleared for it (ms). */
const patience = 150

/** These add up: taken back twice is another thing than taken back. */
const addsUp: ReadonlySet<Act> = new Set(['document.undo', 'document.redo', 'document.rotate'])

const nothingYet = { phase: 'loading', view: null, focusId: null } as const

/** A document begins at its first page, with the keyboard in the first field to look at. */
function begin(view: DocumentView) {
  const focusId = nextForReview(fieldsInOrder(view), null, 1)?.id ?? null
  const page = view.pages[0]?.number ?? 1
  return { phase: 'ready', view, focusId, page, shownAt: performance.now() } as const
}

/** The document that is open, the field in focus and how its page is shown. */
export const useDocumentStore = create<DocumentState>((set, get) => {
  const id = () => get().documentId ?? ''
  const ahead = createLookAhead()
  /** The one that was asked for last; until it is there, the one before is open. */
  let wanted: string | null = null
  /** Changes go one after the other: an approval never overtakes the correction before it. */
  let last: Promise<unknown> = Promise.resolve()
  /** The change that was asked for last, until it is answered. */
  let asked: { readonly wish: string; readonly answer: Promise<Result<DocumentView>> } | null = null
  async function keep(ask: () => Promise<Result<DocumentView>>): Promise<Result<DocumentView>> {
    const answer = last.then(ask)
    last = answer
    const result = await answer
    if (result.ok && result.value.id === get().documentId) {
      show(result.value)
      void lookAtMoves()
    } else if (result.ok) ahead.leave(result.value)
    return result
  }

  /** The open document as it is now; where its fields are others, the keyboard is in the one that stands there. */
  function show(fresh: DocumentView): void {
    const { view, focusId } = get()
    const first = nextForReview(fieldsInOrder(fresh), null, 1)?.id ?? null
    const heir = heirOf(view, fresh, focusId) ?? (focusId === null ? null : first)
    set({ view: keepEqual(view, fresh), focusId: heir })
  }

  async function lookAtMoves() {
    const documentId = id()
    const moves = await client.call('document.moves', { documentId })
    if (moves.ok && documentId === id()) set({ moves: moves.value })
  }

  return {
    documentId: null,
    phase: 'loading',
    failure: null,
    view: null,
    shownAt: 0,
    focusId: null,
    settling: [],
    fills: new Map(),
    page: 1,
    zoom: 'width',
    readingId: null,
    moves: null,

    async open(documentId) {
      wanted = documentId
      const left = get().view
      if (left && left.id !== documentId) ahead.leave(left)
      const known = ahead.known(documentId)
      const start = { documentId, failure: null, moves: null } as const
      if (known) set({ ...start, ...begin(known) })
      // The one before stays, whole, until this one is there: to clear the desk in between takes longer than to wait.
      const late = known
        ? undefined
        : setTimeout(() => wanted === documentId && set({ ...start, ...nothingYet }), patience)
      const changes = last
      const result = await client.call('document.get', { documentId })
      clearTimeout(late)
      if (wanted !== documentId) return
      if (!result.ok) return set({ ...start, phase: 'failed', failure: result.error, view: null })
      const isShown = get().view?.id === documentId
      ahead.look(result.value)
      // What was changed meanwhile is newer than this answer.
      if (isShown && last !== changes) return get().reload()
      const view = keepEqual(get().view, result.value)
      if (!isShown) set({ ...start, ...begin(result.value) })
      else if (view !== get().view) set({ view })
      void lookAtMoves()
    },

    async reload() {
      await keep(() => client.call('document.get', { documentId: id() }))
    },

    async act(name, input) {
      const whole = { ...input, documentId: id() } as unknown as Input<typeof name>
      const wish = JSON.stringify([name, whole])
      if (asked?.wish === wish && !addsUp.has(name)) return asked.answer
      const answer = keep(() => client.call(name, whole) as Promise<Result<DocumentView>>)
      asked = { wish, answer }
      const fieldId = 'fieldId' in whole ? whole.fieldId : null
      if (fieldId !== null) set(({ settling }) => ({ settling: [...settling, fieldId] }))
      const kept = await answer
      if (asked.answer === answer) asked = null
      if (fieldId === null) return kept
      set(({ settling }) => ({ settling: settling.toSpliced(settling.indexOf(fieldId), 1) }))
      if (kept.ok && name === 'document.fill') get().putBack(fieldId)
      return kept
    },
    afterActs(ask) {
      const answer = last.then(ask)
      last = answer
      return answer
    },
    async readAgain({ language, ...reading }) {
      const documentId = id()
      set({ readingId: documentId })
      const languages = language === null ? [] : [language]
      const input = { ...reading, documentId, languages }
      const result = await client.call('document.readAgain', input)
      if (get().readingId === documentId) set({ readingId: null })
      if (result.ok && documentId === id()) {
        show(result.value)
        void lookAtMoves()
      }
      return result
    },
    putBack: (fieldId) =>
      set(({ fills }) => ({ fills: new Map(fills).set(fieldId, (fills.get(fieldId) ?? 0) + 1) })),
    focus: (focusId) => focusId !== get().focusId && set({ focusId }),
    showPage: (page) => set({ page }),

    zoomBy(step, current) {
      const next =
        step > 0
          ? zoomSteps.find((zoom) => zoom > current + 0.01)
          : zoomSteps.findLast((zoom) => zoom < current - 0.01)
      if (next) set({ zoom: next })
    },

    fit: () => set({ zoom: 'width' }),
  }
})
