import type { Snapshot } from '@afterview/core'
import type { Engine, Listed, ListQuery } from '@afterview/engine'
import { AfterviewError } from '@afterview/time'

/** Which applications are meant. Default: all. */
export interface ApplicationChoice {
  /** Only this one. */
  readonly applicationId?: string
  /** Only these, such as those of one candidate: none where there is no id. Not beside `applicationId`. */
  readonly applicationIds?: readonly string[]
}

/** Reads an application that must be there. Throws `application-unknown`. */
export async function requireSnapshot(engine: Engine, applicationId: string): Promise<Snapshot> {
  const snapshot = await engine.read(applicationId)
  if (snapshot !== undefined) return snapshot
  throw unknownApplications([applicationId])
}

/**
 * The snapshots of those that are chosen; others are not read. Among all, what cannot be read is
 * left out. Throws `choice-ambiguous`; unknown ids are told in the end, by default as a throw of
 * `application-unknown` that names them.
 */
export async function* chosenSnapshots(
  engine: Engine,
  choice: ApplicationChoice,
  onUnknown: (applicationIds: readonly string[]) => void = refuse,
): AsyncGenerator<Snapshot> {
  const ids = idsOf(choice)
  if (ids === undefined) {
    for await (const { snapshot } of allApplications(engine)) if (snapshot !== null) yield snapshot
    return
  }
  const unknown: string[] = []
  for (const page of pagesOf([...new Set(ids)])) {
    const found = await Promise.all(page.map((id) => engine.read(id)))
    unknown.push(...page.filter((_, index) => found[index] === undefined))
    yield* found.filter((snapshot) => snapshot !== undefined)
  }
  if (unknown.length > 0) onUnknown(unknown)
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

/** What is said of applications that are not there. */
export function unknownApplications(applicationIds: readonly string[]): AfterviewError {
  const named = applicationIds.map((id) => `"${id}"`).join(', ')
  return new AfterviewError('application-unknown', {
    happened: `there is no application ${named}`,
    fix: 'begin it first, or use the id of one that list() shows',
    details: { applicationId: applicationIds[0] ?? null, applicationIds },
  })
}

/** The application that an agenda item belongs to: its id begins with it. */
export function applicationOf(itemId: string): string {
  return itemId.slice(0, Math.max(0, itemId.indexOf('/')))
}

function refuse(applicationIds: readonly string[]): never {
  throw unknownApplications(applicationIds)
}

/** `undefined`: all. */
function idsOf({
  applicationId,
  applicationIds,
}: ApplicationChoice): readonly string[] | undefined {
  if (applicationId === undefined) return applicationIds
  if (applicationIds === undefined) return [applicationId]
  throw new AfterviewError('choice-ambiguous', {
    happened: `both the application "${applicationId}" and a list of ${applicationIds.length} were asked for`,
    fix: 'give `applicationId` or `applicationIds`',
    details: { applicationId, applicationIds },
  })
}

/** How many applications are read at a time. */
const pageSize = 100

function* pagesOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += pageSize) {
    yield ids.slice(start, start + pageSize)
  }
}
