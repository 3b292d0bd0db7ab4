import { AfterviewError } from '@afterview/time'
import type { Clock } from '../clock.ts'
import type { Disposable } from '../disposable.ts'
import type { IsolationAdapter, PluginRuntime, StartOptions } from '../isolation/runtime.ts'

/** An adapter whose plugins a test can crash and hang. */
export interface FaultyAdapter {
  readonly adapter: IsolationAdapter
  /** Ends the place of a plugin as a crash would. */
  crash(pluginId: string): void
  /** Makes a plugin answer nothing any more: silent after 3 s, ended after 10 s. */
  hang(pluginId: string): void
  /** Ids of plugins whose place is there. */
  readonly alive: readonly string[]
}

/** One place, with the means to spoil it. */
interface Place {
  readonly pluginId: string
  readonly options: StartOptions
  readonly gone: AbortController
  readonly timers: Set<Disposable>
  isHung: boolean
}

const UNRESPONSIVE_MS = 3000
const KILLED_MS = 10_000

/** Wraps an adapter. What it adds behaves as the adapters with a place of their own do. */
export function createFaultyAdapter(inner: IsolationAdapter, clock: Clock): FaultyAdapter {
  const places = new Map<string, Place>()
  const find = (pluginId: string): Place => {
    const place = places.get(pluginId)
    if (place === undefined) throw notRunning(pluginId)
    return place
  }
  const end = (place: Place, cause: 'crash' | 'unresponsive'): void => {
    leave(places, place)
    place.gone.abort(ended(place.pluginId))
    place.options.onEvent({ type: 'exit', isExpected: false, cause })
  }
  return {
    get alive() {
      return [...places.keys()]
    },
    adapter: {
      kind: inner.kind,
      async start(plugin, host, options) {
        const place: Place = {
          pluginId: plugin.id,
          options,
          gone: new AbortController(),
          timers: new Set(),
          isHung: false,
        }
        places.set(plugin.id, place)
        const onEvent: StartOptions['onEvent'] = (event) => {
          if (event.type === 'exit') leave(places, place)
          if (!place.gone.signal.aborted) options.onEvent(event)
        }
        return spoil(await inner.start(plugin, host, { ...options, onEvent }), place)
      },
    },
    crash: (pluginId) => end(find(pluginId), 'crash'),
    hang(pluginId) {
      const place = find(pluginId)
      place.isHung = true
      const unresponsive = (): void =>
        place.options.onEvent({ type: 'unresponsive', silentMs: UNRESPONSIVE_MS })
      place.timers.add(clock.after(UNRESPONSIVE_MS, unresponsive))
      place.timers.add(clock.after(KILLED_MS, () => end(place, 'unresponsive')))
    },
  }
}

function leave(places: Map<string, Place>, place: Place): void {
  for (const timer of place.timers) timer.dispose()
  if (places.get(place.pluginId) === place) places.delete(place.pluginId)
}

/** A hung place answers nothing; a place that is gone rejects everything. */
function spoil(runtime: PluginRuntime, place: Place): PluginRuntime {
  const through = <Value>(run: () => Promise<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      const { signal } = place.gone
      if (signal.aborted) reject(signal.reason)
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      if (!place.isHung) run().then(resolve, reject)
    })
  return {
    activate: (request, signal) => through(() => runtime.activate(request, signal)),
    invoke: (call, signal) => through(async () => runtime.invoke(call, signal)),
    notify: (notice) => {
      if (!place.isHung && !place.gone.signal.aborted) runtime.notify(notice)
    },
    deactivate: (signal) => through(() => runtime.deactivate(signal)),
    terminate: () => runtime.terminate(),
  }
}

function notRunning(pluginId: string): AfterviewError {
  return new AfterviewError('plugin-not-active', {
    happened: `${pluginId} does not run, so it cannot be made to fail`,
    fix: 'activate it first',
    details: { pluginId },
  })
}

function ended(pluginId: string): AfterviewError {
  return new AfterviewError('plugin-terminated', {
    happened: `The place of ${pluginId} has ended`,
    fix: 'activate the plugin again',
    details: { pluginId },
  })
}
