import type { Snapshot } from '@afterview/core'
import { type AfterviewError, instantFromMs, isAfterviewError } from '@afterview/time'
import { backoffDelay } from './backoff.ts'
import type { Present } from './engine-clock.ts'
import type { LifecycleStore, StoredLifecycle } from './engine-store.ts'
import { engineError, messageOf } from './error-table.ts'
import type { LifecyclePort } from './lifecycle-port.ts'

/** How soon the poller tries a failed lifecycle again: after a minute, two, four, … at most a day. */
const retryBackoff = { firstDelay: 60_000, longestDelay: 86_400_000 }

/** What a stored snapshot says. Throws `snapshot-unreadable`. */
export function readStored(lifecycle: LifecyclePort, stored: StoredLifecycle): Snapshot {
  try {
    return itsOwn(stored, lifecycle.restore(stored.snapshot))
  } catch (thrown) {
    const { applicationId } = stored
    throw engineError('snapshot-unreadable', { applicationId, message: messageOf(thrown) }, thrown)
  }
}

/** Restoring may add one revision, since dates may be computed anew. Anything else is another's snapshot. */
function itsOwn(stored: StoredLifecycle, snapshot: Snapshot): Snapshot {
  const { applicationId, revision } = snapshot
  const added = revision - stored.revision
  if (applicationId === stored.applicationId && (added === 0 || added === 1)) return snapshot
  throw new TypeError(
    `it is of application "${applicationId}" at revision ${revision}, where revision ${stored.revision} is stored`,
  )
}

/** Sets a lifecycle aside that failed while the poller had it, to be tried again later. */
export function setAside(
  store: LifecycleStore,
  stored: StoredLifecycle,
  thrown: unknown,
  now: Present,
): Promise<AfterviewError> {
  return noteFailure(store, stored, lifecycleError(stored, 'to wake', thrown), now, (attempts) => {
    return now.ms + backoffDelay(retryBackoff, attempts)
  })
}

/** Notes that a lifecycle failed while it took an event. Its timers go on as before. */
export function noteFailedEvent(
  store: LifecycleStore,
  stored: StoredLifecycle,
  thrown: unknown,
  now: Present,
): Promise<AfterviewError> {
  const error = lifecycleError(stored, 'to take an event', thrown)
  return noteFailure(store, stored, error, now, () => stored.wakeAt)
}

async function noteFailure(
  store: LifecycleStore,
  { applicationId }: StoredLifecycle,
  error: AfterviewError,
  now: Present,
  retryAt: (attempts: number) => number | null,
): Promise<AfterviewError> {
  const before = await store.failure(applicationId)
  const attempts = (before?.attempts ?? 0) + 1
  const again = retryAt(attempts)
  await store.fail({
    applicationId,
    code: error.code,
    message: error.message,
    attempts,
    since: before?.since ?? now.iso,
    lastAt: now.iso,
    retryAt: again === null ? null : instantFromMs(again),
  })
  return error
}

/** Errors of the engine's own say enough; anything else the core threw is wrapped. */
function lifecycleError(stored: StoredLifecycle, during: string, thrown: unknown): AfterviewError {
  if (isAfterviewError(thrown) && ownCodes.has(thrown.code)) return thrown
  const { applicationId } = stored
  const message = messageOf(thrown)
  return engineError('lifecycle-failed', { applicationId, during, message }, thrown)
}

const ownCodes: ReadonlySet<string> = new Set([
  'snapshot-unreadable',
  'lifecycle-runaway',
  'timer-kept',
  'write-refused',
])

/** The application of a write that its store can never hold, or `undefined` for any other error. */
export function refusedApplication(thrown: unknown): string | undefined {
  if (!isAfterviewError(thrown) || thrown.code !== 'write-refused') return undefined
  const { applicationId } = thrown.details
  return typeof applicationId === 'string' ? applicationId : undefined
}
