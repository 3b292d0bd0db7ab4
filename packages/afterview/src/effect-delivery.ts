import type { Effect, Lifecycle } from '@afterview/core'
import type { Disposable, Engine } from '@afterview/engine'
import type { JsonObject, PluginHost } from '@afterview/plugin-host'
import { applicationView, asJson } from './application-view.ts'
import { contextKeysOf } from './context-keys.ts'

/** What delivery works with. */
export interface DeliveryWorld {
  readonly host: PluginHost
  readonly engine: Engine
  readonly lifecycle: () => Lifecycle
  readonly now: () => string
}

/** Brings effects from the engine's outbox to the plugins that handle them. */
export interface EffectDelivery {
  /** Takes over which plugins handle effects now. */
  update(): void
  dispose(): void
}

/** Makes the delivery. Each handler has a place of its own in the outbox: one that fails is tried again alone. */
export function createEffectDelivery(world: DeliveryWorld): EffectDelivery {
  const registered = new Map<string, Disposable>()
  return {
    update() {
      const wanted = new Map(recipientsOf(world.host).map((one) => [one.name, one]))
      for (const [name, registration] of registered) {
        if (wanted.has(name)) continue
        registration.dispose()
        registered.delete(name)
      }
      for (const [name, recipient] of wanted) {
        if (registered.has(name)) continue
        const handle = (effect: Effect, signal: AbortSignal): Promise<void> =>
          deliver(recipient, effect, signal, world)
        registered.set(
          name,
          world.engine.handleEffects(name, (effect, { signal }) => handle(effect, signal)),
        )
      }
    },
    dispose() {
      for (const registration of registered.values()) registration.dispose()
      registered.clear()
    },
  }
}

/** Code of a plugin that wants effects. */
interface Recipient {
  /** Stable over restarts: the outbox remembers who has performed an effect. */
  readonly name: string
  readonly kind: 'effect' | 'notifier'
  readonly id: string
}

function recipientsOf(host: PluginHost): readonly Recipient[] {
  const named = (kind: Recipient['kind'], pluginId: string, id: string): Recipient => ({
    name: `${pluginId}/${kind}/${id}`,
    kind,
    id,
  })
  return [
    ...host.declared('effects').map(({ pluginId, item }) => named('effect', pluginId, item.id)),
    ...host.declared('notifiers').map(({ pluginId, item }) => named('notifier', pluginId, item.id)),
  ]
}

/** Rejects when the plugin could not do it; the engine then tries again. */
async function deliver(
  { kind, id }: Recipient,
  effect: Effect,
  signal: AbortSignal,
  { host, engine, lifecycle, now }: DeliveryWorld,
): Promise<void> {
  if (kind === 'notifier' && effect.type !== 'person.notify') return
  const snapshot = await engine.read(effect.applicationId)
  if (snapshot === undefined) return
  const data = asJson(effect)
  const keys = { ...contextKeysOf(snapshot, now()), ...data }
  const item = effect.type === 'person.notify' ? snapshot.agenda[effect.itemId] : undefined
  const view = applicationView(lifecycle(), snapshot, now())
  if (kind === 'notifier') {
    await host.call('notifier', id, { title: titleOf(item), effect: data }, signal)
  } else if (isWanted(host, id, effect, keys)) {
    await host.call('effect', id, { effect: data, snapshot: view }, signal)
  }
}

function isWanted(host: PluginHost, id: string, effect: Effect, keys: JsonObject): boolean {
  return host
    .contributions('effects', keys)
    .some(({ item }) => item.id === id && item.type === effect.type)
}

interface Notable {
  readonly kind: string
  readonly facts: Readonly<Record<string, string>>
}

/** Plain English; a notifier that wants other words makes them of the effect. */
function titleOf(item: Notable | undefined): string {
  if (item === undefined) return 'Something is due'
  const { task, company } = item.facts
  const words = task ?? item.kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return company === undefined ? words : `${words} (${company})`
}
