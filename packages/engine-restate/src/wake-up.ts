import type { StoredLifecycle } from '@afterview/engine'
import { presentOf } from '@afterview/engine/host'
import type { EngineClock } from '@afterview/engine'
import type { ObjectContext } from '@restatedev/restate-sdk'
import { cancel, sendTo } from './handler-call.ts'

/** What a wake-up says. Without a generation it asks to fire whatever is due. */
export interface WakeUp {
  readonly incarnation?: number
  readonly generation?: number
}

/** The delayed send that waits for a lifecycle, under the state key `armed`. */
interface Armed {
  /** Grows with each send; a wake-up of another generation does nothing. */
  readonly generation: number
  /** When it comes, in ms since 1970; `null` when none is on its way. */
  readonly at: number | null
  readonly invocationId: string | null
}

const armedKey = 'armed'
const unarmed: Armed = { generation: 0, at: null, invocationId: null }

/** What arming works with. */
export interface WakeUpOptions {
  /** Name of the service of applications. */
  readonly service: string
  readonly clock: EngineClock
}

/**
 * Makes the delayed send fit to `wakeAt` of the lifecycle: cancels one that is for another time, and
 * sends a new one. With `isAnew` also when there should be one already.
 */
export async function armWakeUp(
  ctx: ObjectContext,
  options: WakeUpOptions,
  lifecycle: StoredLifecycle | null,
  isAnew: boolean,
): Promise<void> {
  const armed = (await ctx.get<Armed>(armedKey)) ?? unarmed
  const at = lifecycle?.wakeAt ?? null
  if (armed.at === at && !isAnew) return
  if (armed.invocationId !== null) cancel(ctx, armed.invocationId)
  const generation = armed.generation + 1
  const invocationId =
    lifecycle === null || at === null
      ? null
      : await sendLater(ctx, options, { incarnation: lifecycle.incarnation, generation }, at)
  ctx.set(armedKey, { generation, at, invocationId })
}

/**
 * Takes a wake-up in: `false` when it is of an earlier generation, or of a lifecycle that was erased.
 * One that comes in its time is no longer on its way.
 */
export async function acceptWakeUp(
  ctx: ObjectContext,
  { incarnation, generation }: WakeUp,
  lifecycle: StoredLifecycle | null,
): Promise<boolean> {
  if (lifecycle === null) return false
  if (generation === undefined) return true
  const armed = (await ctx.get<Armed>(armedKey)) ?? unarmed
  if (incarnation !== lifecycle.incarnation || generation !== armed.generation) return false
  ctx.set(armedKey, { generation, at: null, invocationId: null })
  return true
}

/** Takes the delayed send back, for a lifecycle that is erased. */
export async function disarm(ctx: ObjectContext): Promise<void> {
  const armed = await ctx.get<Armed>(armedKey)
  if (armed?.invocationId != null) cancel(ctx, armed.invocationId)
}

/** The delay is read from the clock anew in each attempt: Restate does not compare it on replay. */
async function sendLater(
  ctx: ObjectContext,
  { service, clock }: WakeUpOptions,
  parameter: WakeUp,
  at: number,
): Promise<string> {
  const delay = Math.max(0, at - presentOf(clock).ms)
  const { invocationId } = sendTo(ctx, { service, key: ctx.key, method: 'wake', parameter }, delay)
  return invocationId
}
