import type { Snapshot } from '@afterview/core'
import type { Engine, Listed, ListQuery } from '@afterview/engine'
import { AfterviewError } from '@afterview/time'

/** Reads an application that must be there. Throws `application-unknown`. */
export async function requireSnapshot(engine: Engine, applicationId: string): Promise<Snapshot> {
  const snapshot = await engine.read(applicationId)
  if (snapshot !== undefined) return snapshot
  throw new AfterviewError('application-unknown', {
    happened: `there is no application "${applicationId}"`,
    fix: 'begin it first, or use the id of one that list() shows',
    details: { applicationId },
  })
}

/** Every application that a query finds, page after page. */
export async function* allApplications(
  engine: Engine,
  query: ListQuery = {},
): AsyncGenerator<Listed> {
  let cursor: string | undefined
  do {
    const page = await engine.list({ ...query, ...(cursor === undefined ? {} : { cursor }) })
    yield* page.items
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
}

/** The application that an agenda item belongs to: its id begins with it. */
export function applicationOf(itemId: string): string {
  return itemId.slice(0, Math.max(0, itemId.indexOf('/')))
}
