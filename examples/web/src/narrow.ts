import { useSyncExternalStore } from 'react'

const query = matchMedia('(max-width: 59.99rem)')

/** Whether the page is too narrow for a bar at its side. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
}
