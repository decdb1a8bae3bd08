import { useShallow } from 'zustand/react/shallow'
import { client } from '../client.ts'
import { PagesPane } from '../components/PagesPane.tsx'
import type { ReadingHands } from '../components/ReadingMenu.tsx'
import { reviewing } from '../reviewing.ts'
import { useAppStore } from '../stores/appStore.ts'
import { useDocumentStore } from '../stores/documentStore.ts'
import { useWordStore } from '../stores/wordStore.ts'

/** The pages of the open document, in step with the field in focus. */
export function DocumentPages({ reading }: { readonly reading: ReadingHands }) {
  const languages = useAppStore(({ app }) => app?.languages) ?? []
  const { view, focusId, page, zoom, showPage, zoomBy, fit } = useDocumentStore(
    useShallow(({ view, focusId, page, zoom, showPage, zoomBy, fit }) => ({
      ...{ view, focusId, page, zoom, showPage, zoomBy, fit },
    })),
  )
  const { hits, chosen } = useWordStore()
  if (!view) return null
  return (
    <PagesPane
      view={view}
      focusId={focusId}
      page={page}
      zoom={zoom}
      languages={languages}
      reading={reading}
      srcOf={client.pageUrl}
      thumbOf={client.thumbUrl}
      closeOf={client.closeUrl}
      onPage={showPage}
      onZoom={zoomBy}
      onFit={fit}
      onPick={reviewing.pick}
      onFill={reviewing.fill}
      hits={hits}
      chosenHit={hits[chosen] ?? null}
    />
  )
}
