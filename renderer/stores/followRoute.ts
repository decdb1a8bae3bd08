import { routeOf } from '../router.ts'
import { useBatchesStore } from './batchesStore.ts'
import { useBatchStore } from './batchStore.ts'
import { useDocumentStore } from './documentStore.ts'

/** Opens in the stores what the address names, now and whenever it changes. Runs once. */
export function followRoute(): void {
  const follow = () => {
    const route = routeOf(window.location.hash)
    if (route.view === 'batch') {
      void useBatchesStore.getState().loadOne(route.id)
      void useBatchStore.getState().open(route.id)
    }
    if (route.view === 'document') void useDocumentStore.getState().open(route.id)
  }
  window.addEventListener('hashchange', follow)
  follow()
}
