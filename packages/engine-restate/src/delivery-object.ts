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
import { askFor, sendTo } from './handler-call.ts'
import type { Attempt, HandlerRegistry } from './handler-registry.ts'
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
const patience = 60_000

/**
 * One delivery, keyed by the key of the effect. Each attempt is an invocation of its own, which the
 * next release may take; what each handler did is journaled.
 */
export function deliveryObject(
  options: DeliveryObjectOptions,
): VirtualObjectDefinition<string, unknown> {
  const waits = options.policy.timeout + patience
  return object({
    name: options.names.delivery,
    options: {
      journalRetention: 0,
      idempotencyRetention: 0,
      inactivityTimeout: waits,
      abortTimeout: waits,
    },
    handlers: {
      attempt: handlers.object.exclusive({}, (ctx: ObjectContext, order: DeliveryOrder) =>
        attempt(ctx, options, order),
      ),
      forget: handlers.object.exclusive({}, async (ctx: ObjectContext) => {
        ctx.clearAll()
      }),
    },
  })
}

const turnKey = 'turn'

async function attempt(
  ctx: ObjectContext,
  options: DeliveryObjectOptions,
  order: DeliveryOrder,
): Promise<null> {
  const { clock, registry } = options
  const pending = await ctx.get<number>(turnKey)
  if (order.turn !== undefined && order.turn !== pending) return null
  const { names, now } = await ctx.run('look', () => ({
    names: registry.names(),
    now: presentOf(clock).ms,
  }))
  if (names.length === 0) return again(ctx, options, order, now + handlerWait)
  const claim = await askApplication<Claim>(ctx, options, order, 'claim', ctx.key)
  if (claim.type === 'taken') return deliver(ctx, options, order, claim.row, names)
  if (claim.type === 'gone') ctx.clear(turnKey)
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
  ctx.clear(turnKey)
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

/** Sends the order again for later, and makes every order that was sent before it stale. */
async function again(
  ctx: ObjectContext,
  { names, clock }: DeliveryObjectOptions,
  { applicationId }: DeliveryOrder,
  at: number,
): Promise<null> {
  const turn = ((await ctx.get<number>(turnKey)) ?? 0) + 1
  ctx.set(turnKey, turn)
  const parameter = { applicationId, turn }
  const delay = Math.max(0, at - presentOf(clock).ms)
  sendTo(ctx, { service: names.delivery, key: ctx.key, method: 'attempt', parameter }, delay)
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
