import type { StartInput } from '@afterview/core'
import type {
  Change,
  DeliveryPolicy,
  EngineHost,
  ExportedEffect,
  Failure,
  StoredLifecycle,
  WrittenChange,
} from '@afterview/engine'
import {
  beginLifecycle,
  createStoreWriter,
  type EventRecorderOptions,
  fireAllDue,
  type Present,
  presentOf,
  recordEvent,
  renewOne,
} from '@afterview/engine/host'
import type { AfterviewError } from '@afterview/time'
import {
  handlers,
  object,
  type ObjectContext,
  type ObjectSharedContext,
  type VirtualObjectDefinition,
} from '@restatedev/restate-sdk'
import { type Answer, refusal } from './answer.ts'
import type { ApplicationHandlers, Dossier, Told } from './application-messages.ts'
import { claimRow, type EffectRow, reviveRow, settleRow } from './effect-row.ts'
import { sendTo } from './handler-call.ts'
import { type MessageShape, requireShape } from './message-shape.ts'
import {
  effectPrefix,
  failureKey,
  keysWith,
  lifecycleKey,
  type ObjectState,
  openState,
  readHistory,
} from './object-state.ts'
import { patience } from './patience.ts'
import type { ServiceNames } from './service-names.ts'
import { acceptWakeUp, armWakeUp, disarm } from './wake-up.ts'

/** What the virtual object of applications works with. */
export interface ApplicationObjectOptions extends EngineHost {
  readonly names: ServiceNames
  /** See `StoreEngineOptions.spread`. */
  readonly spread: number
  readonly delivery: DeliveryPolicy
  /** Hears of timers that have fired, once that is durable. */
  readonly tell: (change: Change) => void
}

/** How much longer than a handler may take a claim lasts, in ms. */
const claimMargin = 30_000

/**
 * For how long Restate remembers an answer, so that its ingress can ask for it again after another
 * node took over. Answers hold personal data: not longer than that needs.
 */
const answerRetention = 60_000

type Served<Name extends keyof ApplicationHandlers> = (
  ctx: ObjectContext,
  message: Parameters<ApplicationHandlers[Name]>[0],
) => Promise<Answer<ReturnType<ApplicationHandlers[Name]>>>

type Shared<Name extends keyof ApplicationHandlers> = (
  ctx: ObjectSharedContext,
) => Promise<Answer<ReturnType<ApplicationHandlers[Name]>>>

/**
 * The core in a virtual object, keyed by application id. Restate runs one exclusive handler of a key
 * at a time. Each of them reads the state, computes, writes, and ends: none waits for time to pass.
 */
export function applicationObject(
  options: ApplicationObjectOptions,
): VirtualObjectDefinition<string, unknown> {
  const exclusive = <Name extends keyof ApplicationHandlers>(
    shape: MessageShape,
    served: Served<Name>,
    isPrivate = false,
  ): Served<Name> =>
    handlers.object.exclusive(
      { idempotencyRetention: answerRetention, ingressPrivate: isPrivate },
      async (ctx: ObjectContext, message: Parameters<ApplicationHandlers[Name]>[0]) => {
        requireShape(shape, message)
        return served(ctx, message)
      },
    )
  const shared = <Name extends keyof ApplicationHandlers>(read: Shared<Name>): Shared<Name> =>
    handlers.object.shared({ idempotencyRetention: 0 }, read)
  return object({
    name: options.names.application,
    options: { journalRetention: 0, retryPolicy: patience },
    handlers: {
      begin: exclusive<'begin'>('anything', (ctx, input) => begin(ctx, options, input)),
      record: exclusive<'record'>('object', (ctx, { event, isTold, ...rest }) =>
        change(ctx, options, async (work) => ({
          outcome: await recordEvent(work.engine, ctx.key, event, rest),
          told: told(work, isTold),
        })),
      ),
      wake: exclusive<'wake'>('object', (ctx, wakeUp) => wake(ctx, options, wakeUp)),
      renew: exclusive<'renew'>('anything', (ctx, isTold) =>
        change(ctx, options, (work) => renew(ctx, options, work, isTold), { isArmedAnew: true }),
      ),
      retry: exclusive<'retry'>('anything', (ctx) =>
        change(ctx, options, async ({ state, now }) => state.reawaken(now.ms)),
      ),
      erase: exclusive<'erase'>('anything', (ctx) => erase(ctx, options)),
      claim: exclusive<'claim'>('text', (ctx, key) => claim(ctx, options, key), true),
      settle: exclusive<'settle'>('object', (ctx, result) => settle(ctx, result), true),
      redeliver: exclusive<'redeliver'>('text', (ctx, key) => redeliver(ctx, options, key)),
      load: shared<'load'>(async (ctx) => ({ ok: true, value: await ctx.get(lifecycleKey) })),
      history: shared<'history'>(async (ctx) => {
        const isThere = (await ctx.get(lifecycleKey)) !== null
        return { ok: true, value: isThere ? await readHistory(ctx) : null }
      }),
      dossier: shared<'dossier'>(async (ctx) => ({ ok: true, value: await dossier(ctx) })),
    },
  })
}

/** One invocation that may change a lifecycle. */
interface Work {
  readonly state: ObjectState
  readonly now: Present
  /** What the parts of store engines need; they see a store of this one lifecycle. */
  readonly engine: EventRecorderOptions & { readonly store: ObjectState['store'] }
  readonly changes: readonly WrittenChange[]
  readonly problems: AfterviewError[]
}

interface ChangeSettings {
  readonly isArmedAnew?: boolean
  /** Tell the subscribers of this process, since no caller does. */
  readonly isTold?: boolean
}

/**
 * Opens the state, lets `run` work on it in memory, then journals what it wrote, the wake-up and the
 * effects. What `run` throws is the answer; what it wrote before that, such as a failure, is kept.
 */
async function change<Value>(
  ctx: ObjectContext,
  options: ApplicationObjectOptions,
  run: (work: Work) => Promise<Value>,
  { isArmedAnew = false, isTold = false }: ChangeSettings = {},
): Promise<Answer<Value>> {
  const work = await openWork(ctx, options)
  const answer = await answerOf(ctx.key, () => run(work))
  const { state, changes } = work
  state.flush()
  await armWakeUp(ctx, wakeUps(options), state.lifecycle, isArmedAnew)
  for (const { key } of state.newEffects) sendAttempt(ctx, options, key)
  work.problems.forEach(options.report)
  if (isTold && changes.length > 0) {
    // Its acknowledgement says that all before it is durable.
    await ctx.run('stored', () => null)
    changes.forEach(options.tell)
  }
  return answer
}

async function openWork(ctx: ObjectContext, options: ApplicationObjectOptions): Promise<Work> {
  const { lifecycle, spread } = options
  const now = await readClock(ctx, options)
  const state = await openState(ctx, Math.floor(ctx.rand.random() * Number.MAX_SAFE_INTEGER))
  const changes: WrittenChange[] = []
  const writer = createStoreWriter({
    store: state.store,
    spread,
    publish: (one) => void (one.type !== 'erased' && changes.push(one)),
    onEffects: () => undefined,
    onWake: () => undefined,
  })
  const clock = { ...options.clock, now: () => now.iso }
  const queue = { run: <Result>(_key: string, task: () => Promise<Result>) => task() }
  const engine = { store: state.store, lifecycle, clock, writer, queue }
  return { state, now, engine, changes, problems: [] }
}

/** The clock is read into the journal: a replay sees the same time. */
async function readClock(
  ctx: ObjectContext,
  { clock }: ApplicationObjectOptions,
): Promise<Present> {
  return ctx.run('now', () => presentOf(clock))
}

async function answerOf<Value>(key: string, run: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await run() }
  } catch (thrown) {
    return refusal(key, thrown)
  }
}

function told({ changes }: Work, isTold: boolean): Told | null {
  const [only] = changes
  if (only === undefined) return null
  return { entries: only.entries, before: isTold ? only.before : null }
}

function begin(
  ctx: ObjectContext,
  options: ApplicationObjectOptions,
  input: StartInput,
): Promise<Answer<ReturnType<ApplicationHandlers['begin']>>> {
  return change(ctx, options, async (work) => ({
    ...(await beginLifecycle(work.engine, input)),
    told: told(work, false),
  }))
}

async function wake(
  ctx: ObjectContext,
  options: ApplicationObjectOptions,
  wakeUp: Parameters<ApplicationHandlers['wake']>[0],
): Promise<Answer<boolean>> {
  const lifecycle = await ctx.get<StoredLifecycle>(lifecycleKey)
  if (!(await acceptWakeUp(ctx, wakeUp, lifecycle))) return { ok: true, value: false }
  const fire = async ({ engine, problems, changes }: Work): Promise<boolean> => {
    const { signal } = new AbortController()
    const report = (problem: AfterviewError): void => void problems.push(problem)
    await fireAllDue({ ...engine, batch: 1, signal, report })
    return changes.length > 0
  }
  return change(ctx, options, fire, { isTold: true })
}

async function renew(
  ctx: ObjectContext,
  { spread }: ApplicationObjectOptions,
  work: Work,
  isTold: boolean,
): Promise<ReturnType<ApplicationHandlers['renew']>> {
  const report = (problem: AfterviewError): void => void work.problems.push(problem)
  const result = await renewOne({ ...work.engine, spread, report }, ctx.key)
  return { result, snapshot: work.changes[0]?.snapshot ?? null, told: told(work, isTold) }
}

async function erase(
  ctx: ObjectContext,
  { names }: ApplicationObjectOptions,
): Promise<Answer<boolean>> {
  if ((await ctx.get(lifecycleKey)) === null) return { ok: true, value: false }
  await disarm(ctx)
  for (const key of await keysWith(ctx, effectPrefix)) {
    const effect = key.slice(effectPrefix.length)
    sendTo(ctx, { service: names.delivery, key: effect, method: 'forget', parameter: null })
  }
  ctx.clearAll()
  return { ok: true, value: true }
}

async function claim(
  ctx: ObjectContext,
  options: ApplicationObjectOptions,
  key: string,
): Promise<Answer<ReturnType<ApplicationHandlers['claim']>>> {
  const now = await readClock(ctx, options)
  const before = await ctx.get<EffectRow>(effectPrefix + key)
  const until = now.ms + options.delivery.timeout + claimMargin
  const { claim: value, row } = claimRow(before, now.ms, until)
  if (row !== null && row !== before) putRow(ctx, key, row)
  return { ok: true, value }
}

async function settle(
  ctx: ObjectContext,
  result: Parameters<ApplicationHandlers['settle']>[0],
): Promise<Answer<null>> {
  const row = await ctx.get<EffectRow>(effectPrefix + result.key)
  if (row !== null) putRow(ctx, result.key, settleRow(row, result))
  return { ok: true, value: null }
}

async function redeliver(
  ctx: ObjectContext,
  options: ApplicationObjectOptions,
  key: string,
): Promise<Answer<boolean>> {
  const now = await readClock(ctx, options)
  const row = reviveRow(await ctx.get<EffectRow>(effectPrefix + key), now.ms)
  if (row === null) return { ok: true, value: false }
  putRow(ctx, key, row)
  sendAttempt(ctx, options, key)
  return { ok: true, value: true }
}

function putRow(ctx: ObjectContext, key: string, row: EffectRow | null): void {
  if (row === null) ctx.clear(effectPrefix + key)
  else ctx.set(effectPrefix + key, row)
}

function sendAttempt(
  ctx: ObjectContext,
  { names }: ApplicationObjectOptions,
  effect: string,
): void {
  const parameter = { applicationId: ctx.key }
  sendTo(ctx, { service: names.delivery, key: effect, method: 'attempt', parameter })
}

function wakeUps({ names, clock }: ApplicationObjectOptions): Parameters<typeof armWakeUp>[1] {
  return { service: names.application, clock }
}

async function dossier(ctx: ObjectSharedContext): Promise<Dossier | null> {
  const stored = await ctx.get<StoredLifecycle>(lifecycleKey)
  if (stored === null) return null
  const rows: EffectRow[] = []
  for (const key of await keysWith(ctx, effectPrefix)) {
    const row = await ctx.get<EffectRow>(key)
    if (row !== null) rows.push(row)
  }
  return {
    stored,
    history: await readHistory(ctx),
    effects: rows.toSorted(byOrigin).map(exportedEffect),
    failure: await ctx.get<Failure>(failureKey),
  }
}

function exportedEffect({ effect, status, attempts }: EffectRow): ExportedEffect {
  return { effect, status, attempts }
}

/** In the order of their writing: by revision, then by place. */
function byOrigin(a: EffectRow, b: EffectRow): number {
  const [one, other] = [originOf(a), originOf(b)]
  return (one[0] ?? 0) - (other[0] ?? 0) || (one[1] ?? 0) - (other[1] ?? 0)
}

function originOf({ effect }: EffectRow): readonly number[] {
  return effect.key.split('/').slice(-2).map(Number)
}
