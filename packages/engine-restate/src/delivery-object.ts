import type { DeliveryPolicy, DeliveryResult, EngineHost, OutboxRow } from '@afterview/engine'
import { backoffDelay, engineError, presentOf } from '@afterview/engine/host'
import {
  handlers,
  object,
  type ObjectContext,
  RestatePromise,
  type VirtualObjectDefinition,
} from '@restatedev/restate-sdk'
import { type Answer, valueOf } from './answer.ts'
import type { Claim } from './effect-row.ts'
import { askFor, cancel, sendTo } from './handler-call.ts'
import type { Attempt, HandlerRegistry } from './handler-registry.ts'
import { requireShape } from './message-shape.ts'
import { patience } from './patience.ts'
import type { ServiceNames } from './service-names.ts'

/** Asks for an attempt to deliver an effect. */
export interface DeliveryOrder {
  readonly applicationId: string
  /** Given by orders that an earlier attempt sent; one that is not the last of them is stale. */
  readonly turn?: number
}

/** What the virtual object of deliveries works with. */
export interface DeliveryObjectOptions extends Pick<EngineHost, 'clock' | 'report'> {
  readonly names: ServiceNames
  readonly policy: DeliveryPolicy
  readonly registry: HandlerRegistry
}

/** How long an effect waits when the process that got it has no handler, in ms. */
const handlerWait = 60_000

/** How much longer than its handlers a delivery may go without a sign of life, in ms. */
const silence = 60_000

/**
 * One delivery, keyed by the key of the effect. Each attempt is an invocation of its own, which the
 * next release may take; what each handler did is journaled.
 */
export function deliveryObject(
  options: DeliveryObjectOptions,
): VirtualObjectDefinition<string, unknown> {
  const waits = options.policy.timeout + silence
  return object({
    name: options.names.delivery,
    options: {
      journalRetention: 0,
      idempotencyRetention: 0,
      retryPolicy: patience,
      inactivityTimeout: waits,
      abortTimeout: waits,
    },
    handlers: {
      attempt: handlers.object.exclusive({}, async (ctx: ObjectContext, order: DeliveryOrder) => {
        requireShape('object', order)
        requireShape('text', order.applicationId)
        return attempt(ctx, options, order)
      }),
      forget: handlers.object.exclusive({ ingressPrivate: true }, forget),
    },
  })
}

const pendingKey = 'pending'

/** The order that waits for its time, under the state key `pending`. */
interface Pending {
  readonly turn: number
  readonly invocationId: string
}

async function attempt(
  ctx: ObjectContext,
  options: DeliveryObjectOptions,
  order: DeliveryOrder,
): Promise<null> {
  const { clock, registry } = options
  const pending = await ctx.get<Pending>(pendingKey)
  if (order.turn !== undefined && order.turn !== pending?.turn) return null
  const { names, now } = await ctx.run('look', () => ({
    names: registry.names(),
    now: presentOf(clock).ms,
  }))
  if (names.length === 0) return again(ctx, options, order, now + handlerWait)
  const claim = await askApplication<Claim>(ctx, options, order, 'claim', ctx.key)
  if (claim.type === 'taken') return deliver(ctx, options, order, claim.row, names)
  if (claim.type === 'gone') ctx.clear(pendingKey)
  else if (order.turn !== undefined || pending === null) await again(ctx, options, order, claim.at)
  return null
}

async function deliver(
  ctx: ObjectContext,
  options: DeliveryObjectOptions,
  order: DeliveryOrder,
  row: OutboxRow,
  names: readonly string[],
): Promise<null> {
  const { registry, report } = options
  const missing = names.filter((name) => !row.performedBy.includes(name))
  const tries = await RestatePromise.all(
    missing.map((name) =>
      ctx.run(`perform ${name}`, () => registry.perform(name, row.effect, row.attempts)),
    ),
  )
  const result = judge(row, tries, options.policy)
  await askApplication(ctx, options, order, 'settle', result)
  if (result.type === 'postponed') return again(ctx, options, order, result.at)
  ctx.clear(pendingKey)
  if (result.type === 'died') {
    const { key, attempts, error } = result
    report(engineError('effect-dead', { key, attempts, message: error }))
  }
  return null
}

/** What became of an effect after its handlers have tried. */
export function judge(
  { effect, attempts, performedBy: before }: OutboxRow,
  tries: readonly Attempt[],
  policy: DeliveryPolicy,
): DeliveryResult {
  const { key } = effect
  const failure = tries.find(({ error }) => error !== null)
  if (failure === undefined) return { type: 'delivered', key }
  const done = tries.filter(({ error }) => error === null).map(({ name }) => name)
  const performedBy = [...before, ...done]
  const ended = Math.max(...tries.map(({ endedAt }) => endedAt))
  const facts = { key, attempts, performedBy, error: failure.error ?? '' }
  if (attempts >= policy.attempts) return { type: 'died', ...facts, at: ended }
  return { type: 'postponed', ...facts, at: ended + backoffDelay(policy, attempts) }
}

/** Sends the order again for later, in place of one that waits already. */
async function again(
  ctx: ObjectContext,
  { names, clock }: DeliveryObjectOptions,
  { applicationId, turn: arrived }: DeliveryOrder,
  at: number,
): Promise<null> {
  const pending = await ctx.get<Pending>(pendingKey)
  if (pending !== null && pending.turn !== arrived) cancel(ctx, pending.invocationId)
  const turn = (pending?.turn ?? 0) + 1
  const call = { service: names.delivery, key: ctx.key, method: 'attempt' }
  const delay = Math.max(0, at - presentOf(clock).ms)
  const sent = sendTo(ctx, { ...call, parameter: { applicationId, turn } }, delay)
  ctx.set(pendingKey, { turn, invocationId: await sent.invocationId })
  return null
}

/** For an application that is erased: nothing of its effects is to be left. */
async function forget(ctx: ObjectContext): Promise<null> {
  const pending = await ctx.get<Pending>(pendingKey)
  if (pending !== null) cancel(ctx, pending.invocationId)
  ctx.clearAll()
  return null
}

async function askApplication<Value>(
  ctx: ObjectContext,
  { names }: DeliveryObjectOptions,
  { applicationId }: DeliveryOrder,
  method: string,
  parameter: unknown,
): Promise<Value> {
  const call = { service: names.application, key: applicationId, method, parameter }
  const answer = await askFor<Answer<Value>>(ctx, call)
  return valueOf(answer)
}
