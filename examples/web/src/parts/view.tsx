import { lazy, type ReactNode, Suspense } from 'react'
import type { Route } from '../route.ts'
import { Application } from '../views/application.tsx'
import { Begin } from '../views/begin.tsx'
import { ClosingCard } from '../views/closing-card.tsx'
import { YourData } from '../views/data.tsx'
import { Today } from '../views/today.tsx'

const Plugins = lazy(async () => ({ default: (await import('../views/plugins.tsx')).Plugins }))

/** What stands at an address. */
export function View({ route }: { readonly route: Route }): ReactNode {
  switch (route.view) {
    case 'today':
      return <Today />
    case 'begin':
      return <Begin />
    case 'data':
      return <YourData />
    case 'plugins':
      return (
        <Suspense>
          <Plugins />
        </Suspense>
      )
    case 'closing':
      return <ClosingCard applicationId={route.applicationId} />
    case 'application':
      return <Application applicationId={route.applicationId} itemId={route.item} />
  }
}
