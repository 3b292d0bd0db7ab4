import { useSyncExternalStore } from 'react'

/** Where in the page one is. */
export type Route =
  | { readonly view: 'today' | 'begin' | 'plugins' | 'data' }
  | { readonly view: 'closing'; readonly applicationId: string }
  | {
      readonly view: 'application'
      readonly applicationId: string
      /** The agenda item whose letter is open. */
      readonly item?: string
    }

/** The address of a place in the page. */
export function hrefOf(route: Route): string {
  switch (route.view) {
    case 'today':
      return '#/'
    case 'application':
    case 'closing': {
      const item =
        route.view === 'application' && route.item !== undefined
          ? `/${encodeURIComponent(route.item)}`
          : ''
      return `#/${route.view}/${encodeURIComponent(route.applicationId)}${item}`
    }
    default:
      return `#/${route.view}`
  }
}

/** Reads an address; one that is not known is the first page. */
export function routeOf(hash: string): Route {
  const [view, applicationId, item] = hash.replace(/^#\//, '').split('/').map(plain)
  if (view === 'begin' || view === 'plugins' || view === 'data') return { view }
  if (applicationId === undefined || applicationId === '') return { view: 'today' }
  if (view === 'closing') return { view, applicationId }
  if (view !== 'application') return { view: 'today' }
  return item === undefined ? { view, applicationId } : { view, applicationId, item }
}

/** Goes to a place. */
export function goTo(route: Route): void {
  location.hash = hrefOf(route)
}

/** The address in the browser, as it changes. */
export function useHash(): string {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener)
      return () => removeEventListener('hashchange', listener)
    },
    () => location.hash,
  )
}

function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
