import { notifications } from '@mantine/notifications'
import type { Input, Result } from '../electron/contract.ts'
import type { DocumentView, FieldView } from '../electron/views.ts'
import type { Box } from './boxBetween.ts'
import { client } from './client.ts'
import { fieldsInOrder, neighbourOf, nextForReview } from './fieldOrder.ts'
import { focusField, inputOf } from './focusField.ts'
import { onceShown } from './focusIn.ts'
import { dayOf } from './format.ts'
import { go } from './router.ts'
import { cellAfter, type RowCommand, type RowEdit, type RowPlace, rowEdits } from './rowEdits.ts'
import { showApproved } from './showApproved.tsx'
import { showFailure } from './showFailure.tsx'
import { useBatchStore } from './stores/batchStore.ts'
import { type Act, useDocumentStore } from './stores/documentStore.ts'
import { useWordStore } from './stores/wordStore.ts'
import { typing } from './typing.ts'

const state = () => useDocumentStore.getState()

/** A press so soon after an act led on to a document is the end of a double one, meant for the document before (ms). */
const doublePress = 400
let ledTo: string | null = null
function isTooSoon(): boolean {
  const { view, shownAt } = state()
  return view?.id === ledTo && performance.now() - shownAt < doublePress
}

/** Shows another document of the batch; its row is the one that the table comes back to. */
export function openDocument(id: string | null | undefined): void {
  const { view } = state()
  if (!view || !id) return
  useBatchStore.getState().select({ itemId: view.itemId, documentId: id })
  go({ view: 'document', id })
}

function goOn(id: string | null): void {
  ledTo = id
  openDocument(id)
}

/** What a person does while reviewing the open document; a change that is refused is said. */
export const reviewing = createReviewing()

function createReviewing() {
  /** One that was kept shows itself. What is typed comes before what is done to the document as a whole. */
  async function change<N extends Act>(
    name: N,
    input: Omit<Input<N>, 'documentId'>,
  ): Promise<Result<DocumentView>> {
    // Whoever has done something to a document has seen it.
    ledTo = null
    if (!('fieldId' in input)) typing.keep()
    const result = await state().act(name, input)
    if (!result.ok) showFailure(result.error)
    return result
  }
  const move = async (name: 'document.undo' | 'document.redo') => {
    const { view } = state()
    const result = await change(name, {})
    // Where its pages went to other documents, the first of them takes its place.
    if (result.ok && view && result.value.id !== view.id) openDocument(result.value.id)
  }
  const stepTo = (fieldId: number | null, step: 1 | -1) => {
    const { view } = state()
    const all = view ? fieldsInOrder(view) : []
    const at = all.findIndex(({ id }) => id === fieldId)
    return all[at + step]
  }
  const toReview = (fieldId: number | null, step: 1 | -1) => {
    const { view, settling } = state()
    const isLeft = ({ id }: FieldView) => id === fieldId || !settling.includes(id)
    return view && nextForReview(fieldsInOrder(view).filter(isLeft), fieldId, step)
  }

  /** Takes the last act on a document back that was left after it, and shows it again. */
  async function takeBack({ id: documentId }: DocumentView) {
    const result = await client.call('document.undo', { documentId })
    if (result.ok) openDocument(documentId)
    else showFailure(result.error)
  }

  async function fill(page: number, box: Box) {
    const { view, focusId } = state()
    if (focusId === null || !view) return
    void useWordStore.getState().seek(view, null)
    await change('document.fill', { fieldId: focusId, page, box: [...box] })
  }

  async function editRows(table: string, edit: RowEdit) {
    const result = await change('document.editRows', { table, edit })
    return result.ok ? result.value.tables.find(({ name }) => name === table) : undefined
  }

  return {
    change,
    fill,
    /** A press on the place of a value: to its field, or, in that field already, the value as it stands. */
    pick(field: FieldView) {
      const { view, focusId, putBack } = state()
      if (field.id !== focusId || !view) return focusField(field)
      void useWordStore.getState().seek(view, null)
      putBack(field.id)
    },
    /** Stands by the document and goes on to the next one to review; of one that is decided, only that. */
    async approve() {
      const { view } = state()
      if (!view || isTooSoon()) return
      if (view.review !== 'none') return openDocument(view.nextToReviewId ?? view.nextId)
      const result = await change('document.approve', {})
      if (!result.ok || !result.value.nextToReviewId || view.id !== state().documentId) return
      showApproved(view.filename, () => takeBack(view))
      goOn(result.value.nextToReviewId)
    },
    /** Finds its values anew as a document of another type, and begins at the first to look at. */
    async setType(template: string) {
      const result = await change('document.setType', { template })
      if (!result.ok) return
      const first = nextForReview(fieldsInOrder(result.value), null, 1)
      onceShown(() => focusField(first))
    },
    rotate: (turn: 90 | 270) => void change('document.rotate', { page: state().page, turn }),
    /** Puts it off and goes on to the next. */
    async postpone(until: string | null) {
      if (isTooSoon()) return
      const result = await change('document.postpone', { until })
      if (!result.ok || result.value.nextToReviewId === result.value.id) return
      // Somebody went on already.
      if (result.value.id !== state().documentId) return
      notifications.show({
        id: `postponed:${result.value.id}`,
        color: 'petrol',
        message: `${result.value.filename} was postponed: it comes back ${until === null ? 'when nothing else is left to review' : `on ${dayOf(until)}`}.`,
      })
      goOn(result.value.nextToReviewId)
    },
    undo: () => move('document.undo'),
    redo: () => move('document.redo'),
    focusReview: (step: 1 | -1) => focusField(toReview(state().focusId, step)),
    focusFirst: () => focusField(stepTo(null, 1)),
    /** Selects what stands in the field in focus, or in the first to look at. */
    edit() {
      const id = state().focusId ?? toReview(null, 1)?.id ?? null
      const input = inputOf(id)
      input?.focus()
      input?.select()
    },
    hands: {
      onFocus: (field: FieldView) => state().focus(field.id),
      onCorrect: async (field: FieldView, value: string | null) =>
        (await change('document.correct', { fieldId: field.id, value })).ok,
      onAccept(field: FieldView) {
        if (!state().settling.includes(field.id))
          void change('document.accept', { fieldId: field.id })
      },
      onTake: (field: FieldView, candidate: number) =>
        void change('document.take', { fieldId: field.id, candidate }),
      onNext(field: FieldView) {
        const next = toReview(field.id, 1)
        focusField(next && next.id !== field.id ? next : stepTo(field.id, 1))
      },
      onMove(field: FieldView, step: 1 | -1) {
        const { view } = state()
        focusField(view && neighbourOf(view, field.id, step))
      },
      onStep: (field: FieldView, step: 1 | -1) => focusField(stepTo(field.id, step)),
      onType(typed: string | null) {
        const { view } = state()
        if (view) void useWordStore.getState().seek(view, typed)
      },
      onChoose: (step: 1 | -1) => useWordStore.getState().step(step),
      async onRow(table: string, command: RowCommand, place: RowPlace) {
        const edited = await editRows(table, rowEdits[command].edit(place))
        if (edited) onceShown(() => focusField(cellAfter(edited, command, place)))
      },
      async onCell(table: string, row: number, column: string) {
        const edited = await editRows(table, { kind: 'cell', row, column })
        if (edited) onceShown(() => focusField(edited.rows[row]?.[column]))
      },
      onTakeWord() {
        const { hits, chosen } = useWordStore.getState()
        const hit = hits[chosen]
        if (hit) void fill(hit.page, hit.box)
      },
    },
  }
}
