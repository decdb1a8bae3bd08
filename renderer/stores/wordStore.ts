import { create } from 'zustand'
import type { DocumentView } from '../../electron/views.ts'
import { client } from '../client.ts'
import { findWords, type Hit } from '../findWords.ts'

type Pages = Parameters<typeof findWords>[0]

interface WordState {
  /** Places on the pages where what is typed stands. */
  readonly hits: readonly Hit[]
  /** Position of the one that would be taken. */
  readonly chosen: number
  /** Looks for what is typed; null: nothing is typed any more. */
  seek(view: DocumentView, typed: string | null): Promise<void>
  /** To another hit, around the end; false where there is none. */
  step(step: 1 | -1): boolean
}

/** Words of the open document that are found by typing; its pages are asked for once. */
export const useWordStore = create<WordState>((set, get) => {
  let known: { readonly reading: string; readonly pages: Promise<Pages> } | null = null
  let sought: string | null = null

  /** Asked for again when a page was read in another way. */
  function pagesOf({ id: documentId, pages: sheets }: DocumentView): Promise<Pages> {
    const facts = sheets.map((sheet) => [sheet.number, sheet.reader, sheet.rotation].join(' '))
    const reading = [documentId, sheets.map(({ confidence }) => confidence), facts].join(' ')
    if (known?.reading === reading) return known.pages
    const pages = client
      .call('document.words', { documentId })
      .then((words) => (words.ok ? words.value : []))
    known = { reading, pages }
    return pages
  }

  return {
    hits: [],
    chosen: 0,
    async seek(view, typed) {
      sought = typed
      if (typed === null) {
        if (get().hits.length > 0) set({ hits: [], chosen: 0 })
        return
      }
      const pages = await pagesOf(view)
      if (sought === typed) set({ hits: findWords(pages, typed), chosen: 0 })
    },
    step(step) {
      const { hits, chosen } = get()
      if (hits.length === 0) return false
      set({ chosen: (chosen + step + hits.length) % hits.length })
      return true
    },
  }
})
