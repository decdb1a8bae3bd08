import type { DocumentView } from '../electron/views.ts'
import { client } from './client.ts'

/** Looked up once the document in sight has had its turn (ms). */
const after = 60
/** Documents to review that are looked up one behind the other. */
const farAhead = 2

/**
 * Documents that are likely to be opened next, with their first picture, so that they are there at once. What is
 * known may be a moment old: whoever opens one asks again.
 */
export function createLookAhead() {
  let around: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const views = new Map<string, DocumentView>()
  // A picture that nothing holds may be thrown away before it is shown.
  const pictures = new Map<string, HTMLImageElement>()

  async function viewOf(documentId: string): Promise<DocumentView | null> {
    const known = views.get(documentId)
    if (known) return known
    const result = await client.call('document.get', { documentId })
    if (!result.ok) return null
    views.set(documentId, result.value)
    return result.value
  }

  /** Decoded now, it need not be when it is shown; one that cannot be had shows so itself. */
  async function hold({ id, pages: [first] }: DocumentView): Promise<void> {
    if (!first) return
    const src = client.pageUrl(first.imageId)
    const held = pictures.get(id)
    const picture = held?.getAttribute('src') === src ? held : new Image()
    if (picture !== held) picture.src = src
    pictures.set(id, picture)
    await picture.decode().catch(() => {})
  }

  /** The views first, which take a moment; a picture may have to be drawn. */
  async function lookAround(current: DocumentView): Promise<void> {
    const found = new Map([[current.id, current]])
    const wanted: DocumentView[] = []
    const take = async (id: string | null) => {
      if (id === null || found.has(id) || around !== current.id) return found.get(id ?? '') ?? null
      const view = await viewOf(id)
      if (view) found.set(id, view)
      if (view) wanted.push(view)
      return view
    }
    let toReview: DocumentView | null = current
    for (let i = 0; i < farAhead && toReview; i++) toReview = await take(toReview.nextToReviewId)
    const next = await take(current.nextId)
    await take(next?.nextId ?? null)
    await take(current.previousId)
    if (around !== current.id) return
    for (const kept of [views, pictures])
      for (const id of kept.keys()) if (!found.has(id)) kept.delete(id)
    for (const view of wanted) if (around === current.id) await hold(view)
  }

  return {
    known: (documentId: string): DocumentView | null => views.get(documentId) ?? null,

    /** One that is left, as it is now: whoever comes back finds it so. */
    leave(view: DocumentView): void {
      views.set(view.id, view)
    },

    /** Goes and gets the neighbours of a document. */
    look(current: DocumentView): void {
      around = current.id
      clearTimeout(timer)
      timer = setTimeout(() => void lookAround(current), after)
    },
  }
}
