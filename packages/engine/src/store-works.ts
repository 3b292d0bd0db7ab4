import type { AfterviewError } from '@afterview/time'
import { type Alarm, createAlarm, createSilentAlarm } from './alarm.ts'
import { type ChangeFeed, createChangeFeed } from './change-feed.ts'
import { type EffectCourier, createEffectCourier } from './effect-courier.ts'
import { type EngineClock, presentOf } from './engine-clock.ts'
import type { EngineHost } from './engine.ts'
import type { ResolvedOptions } from './engine-options.ts'
import type { EngineStore } from './engine-store.ts'
import { engineError, messageOf } from './error-table.ts'
import { type KeyedQueue, createKeyedQueue } from './keyed-queue.ts'
import type { LifecyclePort } from './lifecycle-port.ts'
import type { Change } from './change.ts'
import { type StoreWriter, createStoreWriter } from './store-writer.ts'
import { fireAllDue, type WakePollerOptions } from './wake-poller.ts'

/** The parts of a store engine that keep running behind its methods. */
export interface StoreWorks {
  readonly store: EngineStore
  readonly lifecycle: LifecyclePort
  readonly clock: EngineClock
  readonly report: (problem: AfterviewError) => void
  readonly spread: number
  readonly writer: StoreWriter
  readonly feed: ChangeFeed
  /** Tells subscribers, here and at the other connections, of a change that was made here. */
  readonly publish: (change: Change) => void
  readonly courier: EffectCourier
  /** One task at a time for each application. */
  readonly queue: KeyedQueue
  /** Aborted to end what runs by itself. */
  readonly ending: AbortController
  /** Rings when a lifecycle is to be woken. */
  readonly wakes: Alarm
  /** Rings when an effect is to be delivered. */
  readonly deliveries: Alarm
}

/** Puts the parts together; the alarms are set at once. */
export function createStoreWorks(
  store: EngineStore,
  host: EngineHost,
  { spread, poll, batch, delivery }: ResolvedOptions,
): StoreWorks {
  const { lifecycle, clock, report } = host
  const ending = new AbortController()
  const { signal } = ending
  const feed = createChangeFeed(report)
  const publish = (change: Change): void => {
    feed.publish(change)
    store.company?.tellChange(change)
  }
  const courier = createEffectCourier({ store, clock, policy: delivery, signal, report })
  const deliveries = createDeliveryAlarm(courier, host)
  const writer = createStoreWriter({
    store,
    spread,
    publish,
    onEffects: (at) => deliveries.setFor(at),
    onWake: (at) => wakes.setFor(at),
  })
  const poller = { store, lifecycle, clock, writer, batch, signal, report }
  const wakes = poll ? createWakeAlarm(poller) : createPassingAlarm(poller)
  const queue = createKeyedQueue()
  const company = store.company?.onChange((change) => {
    feed.publish(change)
    if (hasEffects(change)) deliveries.setFor(presentOf(clock).ms)
  })
  signal.addEventListener('abort', () => company?.dispose(), { once: true })
  const running = { writer, feed, publish, courier, queue, wakes, deliveries, ending }
  return { store, lifecycle, clock, report, spread, ...running }
}

function createDeliveryAlarm(courier: EffectCourier, { clock, report }: EngineHost): Alarm {
  return createAlarm({
    clock,
    work: () => courier.deliverAllDue(),
    next: () => courier.nextDelivery(),
    report: (thrown) => report(storeError('delivering effects', thrown)),
  })
}

interface StorePoller extends WakePollerOptions {
  readonly store: EngineStore
}

/** With others at the same data it rings only when it has the turn; until then it passes wake-ups on. */
function createWakeAlarm(poller: StorePoller): Alarm {
  const { company } = poller.store
  if (company === undefined) return createRingingAlarm(poller)
  let alarm = createPassingAlarm(poller)
  const takeTurn = (): void => {
    if (poller.signal.aborted) return
    const ringing = createRingingAlarm(poller)
    alarm = ringing
    const heard = company.onWake((at) => ringing.setFor(at))
    poller.signal.addEventListener('abort', () => heard.dispose(), { once: true })
  }
  company.turn(poller.signal).then(takeTurn, (thrown: unknown) => {
    poller.report(storeError('waiting for the turn to wake lifecycles', thrown))
  })
  return {
    setFor: (at) => alarm.setFor(at),
    ringNow: () => alarm.ringNow(),
    dispose: () => alarm.dispose(),
  }
}

/** An alarm that does not ring by itself, but tells whoever else may. */
function createPassingAlarm(poller: StorePoller): Alarm {
  const silent = createSilentAlarm(() => fireAllDue(poller))
  return { ...silent, setFor: (at) => poller.store.company?.tellWake(at) }
}

function createRingingAlarm(poller: StorePoller): Alarm {
  return createAlarm({
    clock: poller.clock,
    work: () => fireAllDue(poller),
    next: () => poller.store.nextWake(),
    report: (thrown) => poller.report(storeError('waking lifecycles', thrown)),
  })
}

function hasEffects(change: Change): boolean {
  return change.type !== 'erased' && change.effects.length > 0
}

function storeError(during: string, thrown: unknown): AfterviewError {
  return engineError('store-failed', { during, message: messageOf(thrown) }, thrown)
}
