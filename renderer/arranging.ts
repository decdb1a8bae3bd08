import { notifications } from '@mantine/notifications'
import type { ItemPages } from '../electron/views.ts'
import {
  type Arrangement,
  arrangementOf,
  isSameArrangement,
  leaveOut,
  mergeUp,
  movePage,
  splitAt,
} from './arrangePages.ts'
import { client } from './client.ts'
import { go } from './router.ts'
import { showFailure } from './showFailure.tsx'
import { useDocumentStore } from './stores/documentStore.ts'
import { arrange, usePagesStore } from './stores/pagesStore.ts'
import { typing } from './typing.ts'
import { counted } from './words.ts'

/** Why a page is left out where nobody said more. */
export const plainReason = 'Left out while looking through the pages'

/** What is done to the pages of the open document's file, at once, by a key or in the menu. */
export const arranging = {
  split: () => now(splitAt, 'The page in sight is the first of its document already.'),
  merge: () => now(mergeUp, 'This is the first document of its file.'),
  up: () => now((draft, page) => movePage(draft, page, -1), 'There is no page before this one.'),
  down: () => now((draft, page) => movePage(draft, page, 1), 'There is no page after this one.'),
  leaveOut: () =>
    now(
      (draft, page) => leaveOut(draft, page, plainReason),
      'The last page of a file cannot be left out. Reject the document instead.',
    ),
  /** All pages of the file, to be put together in peace. */
  async open() {
    const { view, page } = useDocumentStore.getState()
    if (view) await usePagesStore.getState().open(view.itemId, page)
  },
  /** What was put together becomes the documents of the file. */
  async keep() {
    const { current, earlier, keep, close } = usePagesStore.getState()
    if (earlier.length === 0) return close()
    const result = await useDocumentStore.getState().afterActs(keep)
    if (!result.ok) return showFailure(result.error)
    close()
    show(result.value, current)
  },
}

async function now(make: (draft: Arrangement, page: number) => Arrangement, otherwise: string) {
  // What is being typed is kept first, as everywhere.
  typing.keep()
  const { view, page, afterActs } = useDocumentStore.getState()
  if (!view) return
  const result = await afterActs(async () => {
    const item = await client.call('item.pages', { itemId: view.itemId })
    if (!item.ok) return item
    const draft = arrangementOf(item.value)
    const next = make(draft, page)
    return isSameArrangement(draft, next) ? null : arrange(view.itemId, next)
  })
  if (result === null) notifications.show({ id: 'pages', color: 'petrol', message: otherwise })
  else if (result.ok) show(result.value, page)
  else showFailure(result.error)
}

/** Goes on with the document that has the page, and says what became of the others. */
function show({ documents, leftOut, filename }: ItemPages, page: number): void {
  const { documentId } = useDocumentStore.getState()
  const own =
    documents.find(({ pages }) => pages.includes(page)) ??
    documents.find(({ id }) => id === documentId) ??
    documents[0]
  if (own && own.id !== documentId) go({ view: 'document', id: own.id })
  const without = leftOut.length > 0 ? `, ${counted(leftOut.length, 'page')} left out` : ''
  notifications.show({
    id: 'pages',
    color: 'petrol',
    title: `${filename}: ${counted(documents.length, 'document')}${without}`,
    message:
      'Corrected values stayed where their page stayed; the rest was found anew. Undo takes it back.',
  })
}
