import type { Lifecycle, Snapshot } from '@afterview/core'
import type { Engine } from '@afterview/engine'
import type { JsonObject } from '@afterview/plugin-host'
import { listItems } from './agenda.ts'
import { applicationView, asJson } from './application-view.ts'
import { allApplications, requireSnapshot } from './applications.ts'

/**
 * What exporters and views see: the applications, or the one that is asked for, and the open agenda
 * over them. Each plugin is shown only the fields that its manifest asks for.
 */
export type SearchView = (applicationId?: string) => Promise<JsonObject>

/** Makes the view. It rejects with `application-unknown`. */
export function createSearchView(
  engine: Engine,
  lifecycle: () => Lifecycle,
  present: () => string,
): SearchView {
  return async (applicationId) => {
    const now = present()
    const query = applicationId === undefined ? { now } : { now, applicationId }
    const agenda = await listItems(engine, lifecycle(), query)
    const snapshots = await snapshotsOf(engine, applicationId)
    const applications = snapshots.map((one) => applicationView(lifecycle(), one, now))
    return { applications, now, ...asJson({ agenda }) }
  }
}

async function snapshotsOf(
  engine: Engine,
  applicationId: string | undefined,
): Promise<readonly Snapshot[]> {
  if (applicationId !== undefined) return [await requireSnapshot(engine, applicationId)]
  const found: Snapshot[] = []
  for await (const { snapshot } of allApplications(engine)) {
    if (snapshot !== null) found.push(snapshot)
  }
  return found
}
