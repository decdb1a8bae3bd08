import { useSyncExternalStore } from 'react'

export type Route =
  | { readonly view: 'home' }
  | { readonly view: 'upkeep' }
  | { readonly view: 'settings' }
  | { readonly view: 'watches' }
  | { readonly view: 'batch'; readonly id: string }
  /** One field of all documents of a batch; null: the most doubtful one. */
  | { readonly view: 'fields'; readonly id: string; readonly field: string | null }
  /** Which columns exports of a batch have; null: a layout that is not saved yet. */
  | { readonly view: 'columns'; readonly id: string; readonly name: string | null }
  | { readonly view: 'document'; readonly id: string }
  | { readonly view: 'templates' }
  /** A template in its editor; null: one that is not saved yet. */
  | { readonly view: 'template'; readonly name: string | null }

/** Stands in the address where a template has no name yet; no name can be this. */
const unnamed = '+new'

/** The place that a hash names; an unknown one is the home. */
export function routeOf(hash: string): Route {
  const [, view, id, part, name] = hash.split('/')
  if (view === 'batch' && id && part === 'field')
    return {
      ...{ view: 'fields', id: decodeURIComponent(id) },
      field: name ? decodeURIComponent(name) : null,
    }
  if (view === 'batch' && id && part === 'columns')
    return {
      ...{ view: 'columns', id: decodeURIComponent(id) },
      name: name ? decodeURIComponent(name) : null,
    }
  if (view === 'templates' && id)
    return { view: 'template', name: id === unnamed ? null : decodeURIComponent(id) }
  if ((view === 'batch' || view === 'document') && id) return { view, id: decodeURIComponent(id) }
  return { view: plainViews.find((plain) => plain === view) ?? 'home' }
}

const plainViews = ['upkeep', 'settings', 'templates', 'watches'] as const

function isPlain(route: Route): route is Extract<Route, { view: (typeof plainViews)[number] }> {
  return plainViews.some((plain) => plain === route.view)
}

export function hrefOf(route: Route): string {
  if (isPlain(route)) return `#/${route.view}`
  if (route.view === 'template')
    return `#/templates/${route.name === null ? unnamed : encodeURIComponent(route.name)}`
  if (route.view === 'columns')
    return ['#/batch', route.id, 'columns', ...(route.name === null ? [] : [route.name])]
      .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
      .join('/')
  if (route.view === 'fields')
    return ['#/batch', route.id, 'field', ...(route.field === null ? [] : [route.field])]
      .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
      .join('/')
  return route.view === 'home' ? '#/' : `#/${route.view}/${encodeURIComponent(route.id)}`
}

export function go(route: Route): void {
  window.location.hash = hrefOf(route)
}

/** The route that the address shows now; reload, back and forward keep working. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(
    (changed) => {
      window.addEventListener('hashchange', changed)
      return () => window.removeEventListener('hashchange', changed)
    },
    () => window.location.hash,
  )
  return routeOf(hash)
}
