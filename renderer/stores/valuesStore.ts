import { create } from 'zustand'
import type { Failure, Output, Result } from '../../electron/contract.ts'
import type { DocumentView, ValuesSlice } from '../../electron/views.ts'
import { client } from '../client.ts'
import { createOnce } from '../createOnce.ts'

export type ValueRow = ValuesSlice['rows'][number]

interface ValuesState {
  readonly batchId: string | null
  readonly field: string | null
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
  /** Fields of the batch, the most doubtful first. */
  readonly fields: Output<'batch.fields'>
  /** Values of the chosen field, in the order of doubt that they were read in. */
  readonly rows: readonly ValueRow[]
  /** Where the next slice begins; null after the last. */
  readonly after: ValuesSlice['after']
  /** Without a field the most doubtful one. */
  open(batchId: string, field: string | null): Promise<void>
  more(): Promise<void>
  accept(row: ValueRow): Promise<Result<DocumentView>>
  correct(row: ValueRow, value: string | null): Promise<Result<DocumentView>>
  /** Takes back the last act on the document of a value. */
  undo(row: ValueRow): Promise<Result<DocumentView>>
  /** Does again what was taken back there last. */
  redo(row: ValueRow): Promise<Result<DocumentView>>
  /** Documents whose values were accepted together last, until something else is done. */
  readonly accepted: readonly string[]
  /** Takes back that they were, as one act. */
  takeBackAll(): Promise<Result<unknown>>
  /** Stands by all that are left to look at. */
  acceptAll(): Promise<Result<Output<'batch.acceptValues'>>>
}

const atOnce = 200

/** The same field of all documents of a batch. */
export const useValuesStore = create<ValuesState>((set, get) => {
  const isOpen = (batchId: string, field: string) =>
    get().batchId === batchId && get().field === field

  const once = createOnce()
  /** The row of a document stays where it is and shows what became of it. */
  function keep(result: Result<DocumentView>): Result<DocumentView> {
    if (result.ok) {
      if (get().accepted.includes(result.value.id)) set({ accepted: [] })
      const { id, fields, pages, status } = result.value
      const rows = get().rows.map((row) => {
        const found = fields.find(({ name }) => name === get().field)
        if (row.documentId !== id || !found) return row
        const { value, raw, confidence, needsReview, reasons, corrected, accepted } = found
        const page = pages.find(({ number }) => number === found.provenance?.page)
        const provenance =
          found.provenance && page ? { ...found.provenance, imageId: page.imageId } : null
        return {
          ...row,
          ...{ status, fieldId: found.id, value, raw, confidence, needsReview, reasons },
          ...{ corrected, accepted, provenance },
        }
      })
      set({ rows })
    }
    return result
  }

  return {
    batchId: null,
    field: null,
    phase: 'loading',
    failure: null,
    fields: [],
    rows: [],
    after: null,
    accepted: [],

    async open(batchId, wanted) {
      set({
        batchId,
        field: wanted,
        phase: 'loading',
        failure: null,
        rows: [],
        after: null,
        accepted: [],
      })
      const fields = await client.call('batch.fields', { batchId })
      if (get().batchId !== batchId) return
      if (!fields.ok) return set({ phase: 'failed', failure: fields.error })
      const field = wanted ?? fields.value[0]?.name ?? null
      set({ fields: fields.value, field })
      if (field === null) return set({ phase: 'ready' })
      const slice = await client.call('batch.values', { batchId, field, limit: atOnce })
      if (!isOpen(batchId, field)) return
      if (slice.ok) set({ phase: 'ready', ...slice.value })
      else set({ phase: 'failed', failure: slice.error })
    },

    async more() {
      const { batchId, field, after } = get()
      if (!batchId || !field || !after) return
      const slice = await client.call('batch.values', { batchId, field, after, limit: atOnce })
      if (!slice.ok || !isOpen(batchId, field)) return
      set(({ rows }) => ({ rows: [...rows, ...slice.value.rows], after: slice.value.after }))
    },

    accept: ({ documentId, fieldId }) =>
      once(`accept ${fieldId} of ${documentId}`, async () =>
        keep(await client.call('document.accept', { documentId, fieldId })),
      ),
    correct: async ({ documentId, fieldId }, value) =>
      keep(await client.call('document.correct', { documentId, fieldId, value })),
    undo: async ({ documentId }) => keep(await client.call('document.undo', { documentId })),
    redo: async ({ documentId }) => keep(await client.call('document.redo', { documentId })),

    async takeBackAll() {
      const { accepted } = get()
      set({ accepted: [] })
      for (const documentId of accepted) {
        const moves = await client.call('document.moves', { documentId })
        // Something else was done to it since: that is not what is taken back here.
        if (!moves.ok || moves.value.undo !== 'accepted') continue
        const result = keep(await client.call('document.undo', { documentId }))
        if (!result.ok) return result
      }
      return { ok: true, value: null }
    },

    acceptAll: () =>
      once('accept all', async () => {
        const { batchId, field, rows } = get()
        const documentIds = rows.filter((row) => row.needsReview).map((row) => row.documentId)
        const input = { batchId: batchId ?? '', field: field ?? '', documentIds }
        const result = await client.call('batch.acceptValues', input)
        if (!result.ok) return result
        const settled = new Set(result.value.documentIds)
        set((now) => ({
          accepted: result.value.documentIds,
          rows: now.rows.map((row) =>
            settled.has(row.documentId)
              ? { ...row, needsReview: false, reasons: [], confidence: 1, accepted: !row.corrected }
              : row,
          ),
        }))
        return result
      }),
  }
})
