import type { Snapshot } from '@afterview/core'
import { instantFromMs, instantMs } from '@afterview/time'
import type { DeadLetter } from './effect-handler.ts'
import { requireWholeNumber } from './engine-options.ts'
import type { EngineStore, StoredLifecycle } from './engine-store.ts'
import { engineError } from './error-table.ts'
import type { Failure } from './failure.ts'
import { readStored } from './failure-ward.ts'
import type { LifecyclePort } from './lifecycle-port.ts'
import type { Listed, ListQuery } from './listing.ts'
import type { Page, PageRequest } from './page.ts'

const defaultLimit = 100
const mostItems = 1000

/** See {@link Engine.list}. */
export async function listStored(
  store: Pick<EngineStore, 'list'>,
  lifecycle: LifecyclePort,
  query: ListQuery,
): Promise<Page<Listed>> {
  const fetch = (after: string | null, limit: number): Promise<readonly StoredLifecycle[]> =>
    store.list({
      after,
      limit,
      state: query.state ?? null,
      exceptState: query.exceptState ?? null,
      changedSince: query.changedSince === undefined ? null : instantMs(query.changedSince),
    })
  const page = await pageOf(query, fetch, ({ applicationId }) => applicationId)
  return { ...page, items: page.items.map((stored) => listed(lifecycle, stored)) }
}

/** See {@link Engine.deadLetters}. */
export function pageOfDeadLetters(
  store: Pick<EngineStore, 'deadLetters'>,
  request: PageRequest,
): Promise<Page<DeadLetter>> {
  const fetch = store.deadLetters.bind(store)
  return pageOf(request, fetch, ({ effect }) => effect.key)
}

/** See {@link Engine.failures}. */
export function pageOfFailures(
  store: Pick<EngineStore, 'failures'>,
  request: PageRequest,
): Promise<Page<Failure>> {
  const fetch = store.failures.bind(store)
  return pageOf(request, fetch, ({ applicationId }) => applicationId)
}

/** Every stored lifecycle, in the order of the ids. */
export async function* storedInOrder(
  store: Pick<EngineStore, 'list'>,
): AsyncGenerator<StoredLifecycle> {
  let after: string | null = null
  for (;;) {
    const found: readonly StoredLifecycle[] = await store.list({ ...everything, after })
    yield* found
    const last = found.at(-1)
    if (last === undefined) return
    after = last.applicationId
  }
}

const everything = { limit: 100, state: null, exceptState: null, changedSince: null } as const

/** The stored lifecycle of an id. Throws `application-unknown`. */
export async function requireStored(
  store: Pick<EngineStore, 'load'>,
  applicationId: string,
): Promise<StoredLifecycle> {
  const stored = await store.load(applicationId)
  if (stored === undefined) throw engineError('application-unknown', { applicationId })
  return stored
}

/** One item more than wanted tells whether there is a next page. */
async function pageOf<Item>(
  { cursor, limit = defaultLimit }: PageRequest,
  fetch: (after: string | null, limit: number) => Promise<readonly Item[]>,
  idOf: (item: Item) => string,
): Promise<Page<Item>> {
  requireWholeNumber('limit', limit, 1, mostItems)
  const found = await fetch(cursor ?? null, limit + 1)
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, cursor: found.length > limit && last !== undefined ? idOf(last) : null }
}

function listed(lifecycle: LifecyclePort, stored: StoredLifecycle): Listed {
  const { applicationId, revision, state, beganAt, changedAt, wakeAt } = stored
  return {
    applicationId,
    revision,
    state,
    beganAt: instantFromMs(beganAt),
    changedAt: instantFromMs(changedAt),
    wakeAt: wakeAt === null ? null : instantFromMs(wakeAt),
    snapshot: readable(lifecycle, stored),
  }
}

function readable(lifecycle: LifecyclePort, stored: StoredLifecycle): Snapshot | null {
  try {
    return readStored(lifecycle, stored)
  } catch {
    // An unreadable snapshot is shown as such; failures() tells why once something was tried on it.
    return null
  }
}
