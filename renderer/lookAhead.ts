import type { DocumentView } from '../electron/views.ts'
import { client } from './client.ts'

/** Looked up once the document in sight has had its turn (ms). */
const after = 120

/**
 * Documents that are likely to be opened next, with their first picture, so that they are there at once. What is
 * known may be a moment old: whoever opens one asks again.
 */
export function createLookAhead() {
  let wanted: readonly string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const views = new Map<string, DocumentView>()
  // A picture that nothing holds may be thrown away before it is shown.
  const pictures = new Map<string, HTMLImageElement>()

  async function fetchView(documentId: string): Promise<void> {
    const result = await client.call('document.get', { documentId })
    if (!result.ok || !wanted.includes(documentId)) return
    views.set(documentId, result.value)
    const [first] = result.value.pages
    if (!first) return
    const picture = new Image()
    picture.src = client.pageUrl(first.imageId)
    pictures.set(documentId, picture)
    // Decoded now, it need not be when it is shown; one that cannot be had shows so itself.
    await picture.decode().catch(() => {})
  }

  return {
    known: (documentId: string): DocumentView | null => views.get(documentId) ?? null,

    /** Goes and gets the neighbours of a document. */
    look({ nextToReviewId, nextId, previousId }: DocumentView): void {
      const ids = [nextToReviewId, nextId, previousId].filter((id) => id !== null)
      wanted = [...new Set(ids)]
      for (const kept of [views, pictures])
        for (const id of kept.keys()) if (!wanted.includes(id)) kept.delete(id)
      clearTimeout(timer)
      timer = setTimeout(async () => {
        for (const id of wanted) if (!views.has(id)) await fetchView(id)
      }, after)
    },
  }
}
