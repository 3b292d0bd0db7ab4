import type { Effect } from '@afterview/core'
import type {
  EngineStore,
  Failure,
  HistoryEntry,
  StoredLifecycle,
  StoreWrite,
  WriteResult,
} from '@afterview/engine'
import { writeRefused } from '@afterview/engine'
import type { LifecycleStore } from '@afterview/engine/host'
import { instantMs } from '@afterview/time'
import type { ObjectContext, ObjectSharedContext } from '@restatedev/restate-sdk'
import { newEffectRow } from './effect-row.ts'

/** The state key of the lifecycle itself, a {@link StoredLifecycle}. */
export const lifecycleKey = 'lifecycle'
/** The state key of the failure, if there is one. */
export const failureKey = 'failure'
/** What the state keys of the history begin with. */
export const entryPrefix = 'entry/'
/** What the state keys of undelivered effects begin with. */
export const effectPrefix = 'effect/'

/** The state of one virtual object, opened for one invocation. */
export interface ObjectState {
  /** The store of this one lifecycle; what it writes is in memory until {@link ObjectState.flush}. */
  readonly store: LifecycleStore & Pick<EngineStore, 'due'>
  /** The lifecycle as it is now; `null` when there is none. */
  readonly lifecycle: StoredLifecycle | null
  /** Effects that were written since it was opened. */
  readonly newEffects: readonly Effect[]
  /** Makes a failed lifecycle due at `at`; `false` when it has not failed. */
  reawaken(at: number): boolean
  /** Puts what was written into the journal. */
  flush(): void
}

/**
 * Reads the state at once, so that what follows needs no more of Restate and can be replayed.
 * `incarnation` is what a lifecycle gets that begins now.
 */
export async function openState(ctx: ObjectContext, incarnation: number): Promise<ObjectState> {
  let lifecycle = await ctx.get<StoredLifecycle>(lifecycleKey)
  let failure = await ctx.get<Failure>(failureKey)
  const first = await ctx.get<HistoryEntry>(entryKey(0))
  const written = new Map<string, unknown>()
  const newEffects: Effect[] = []

  function load(applicationId: string): StoredLifecycle | undefined {
    return applicationId === ctx.key && lifecycle !== null ? lifecycle : undefined
  }

  function commitOne(write: StoreWrite): WriteResult {
    if (write.applicationId !== ctx.key || !isFenceWhole(write, lifecycle)) return 'conflict'
    requireJson(write)
    put(lifecycleAfter(lifecycle, write, incarnation))
    putFailure(null)
    for (const entry of write.entries) written.set(entryKey(entry.revision), entry)
    for (const effect of write.effects) {
      written.set(`${effectPrefix}${effect.key}`, newEffectRow(effect, write.at))
      newEffects.push(effect)
    }
    return 'written'
  }

  function put(after: StoredLifecycle): void {
    lifecycle = after
    written.set(lifecycleKey, after)
  }

  function putFailure(after: Failure | null): void {
    if (failure === null && after === null) return
    failure = after
    written.set(failureKey, after)
  }

  return {
    store: {
      load: async (id) => load(id),
      commit: async (writes) => writes.map(commitOne),
      due: async (now) => (isDue(lifecycle, now) ? [lifecycle] : []),
      history: async () => (first === null ? [] : [first]),
      failure: async () => failure ?? undefined,
      async fail(one) {
        if (lifecycle === null) return
        putFailure(one)
        put({ ...lifecycle, wakeAt: one.retryAt === null ? null : instantMs(one.retryAt) })
      },
    },
    get lifecycle() {
      return lifecycle
    },
    newEffects,
    reawaken(at) {
      if (lifecycle === null || failure === null) return false
      put({ ...lifecycle, wakeAt: at })
      return true
    },
    flush() {
      for (const [key, value] of written) {
        if (value === null) ctx.clear(key)
        else ctx.set(key, value)
      }
    },
  }
}

/** The whole history of an application, the oldest entry first. */
export async function readHistory(ctx: ObjectSharedContext): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = []
  for (const key of await keysWith(ctx, entryPrefix)) {
    const entry = await ctx.get<HistoryEntry>(key)
    if (entry !== null) entries.push(entry)
  }
  return entries.toSorted((a, b) => a.revision - b.revision)
}

/** The state keys that begin with a prefix. */
export async function keysWith(
  ctx: ObjectSharedContext,
  prefix: string,
): Promise<readonly string[]> {
  return (await ctx.stateKeys()).filter((key) => key.startsWith(prefix)).toSorted()
}

function entryKey(revision: number): string {
  return `${entryPrefix}${String(revision).padStart(6, '0')}`
}

function isDue(lifecycle: StoredLifecycle | null, now: number): lifecycle is StoredLifecycle {
  return lifecycle !== null && lifecycle.wakeAt !== null && lifecycle.wakeAt <= now
}

function isFenceWhole({ fence }: StoreWrite, lifecycle: StoredLifecycle | null): boolean {
  if (fence === null || lifecycle === null) return fence === lifecycle
  return fence.incarnation === lifecycle.incarnation && fence.revision === lifecycle.revision
}

/** The state of a lifecycle stands first and its snapshot last, since queries read it as text. */
function lifecycleAfter(
  before: StoredLifecycle | null,
  write: StoreWrite,
  incarnation: number,
): StoredLifecycle {
  const { applicationId, snapshot, revision, state, at, wakeAt, entries } = write
  return {
    state,
    wakeAt,
    changedAt: entries.length === 0 && before !== null ? before.changedAt : at,
    beganAt: before?.beganAt ?? at,
    revision,
    applicationId,
    incarnation: before?.incarnation ?? incarnation,
    snapshot,
  }
}

function requireJson(write: StoreWrite): void {
  try {
    JSON.stringify(write)
  } catch (thrown) {
    throw writeRefused(write.applicationId, thrown)
  }
}
