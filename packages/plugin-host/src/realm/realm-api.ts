import { AfterviewError } from '@afterview/time'
import type { Disposable } from '../disposable.ts'
import { askHost } from '../host-request.ts'
import type { DeclaredCapabilities, HandlerKind, LogLevel } from '../isolation/runtime.ts'
import { cloneJson, cloneJsonObject, isJsonObject } from '../json-clone.ts'
import type { JsonValue } from '../json-value.ts'
import type { Handler, KeyValues, PluginApi } from './plugin-api.ts'
import type { ContextWatch, RealmState } from './realm-state.ts'

/** Builds the one object through which a plugin reaches the world. */
export function createPluginApi(state: RealmState, capabilities: DeclaredCapabilities): PluginApi {
  return Object.freeze({
    plugin: describePlugin(state, capabilities),
    subscriptions: { push: (...subscriptions) => state.subscriptions.push(...subscriptions) },
    commands: commandsOf(state),
    policies: registrar(state, 'policy'),
    effects: { ...registrar(state, 'effect'), propose: proposer(state) },
    exporters: registrar(state, 'exporter'),
    classifiers: registrar(state, 'classifier'),
    notifiers: registrar(state, 'notifier'),
    views: registrar(state, 'view'),
    services: servicesOf(state),
    applications: applicationsOf(state),
    context: contextOf(state),
    configuration: configurationOf(state),
    storage: keyValues(state, 'storage'),
    secrets: keyValues(state, 'secrets'),
    log: logOf(state),
    l10n: { text: (key, values) => fill(state.request.messages[key] ?? key, values) },
  } satisfies PluginApi)
}

function describePlugin(
  state: RealmState,
  capabilities: DeclaredCapabilities,
): PluginApi['plugin'] {
  const { pluginId, version, apiVersion, reason, locale } = state.request
  return Object.freeze({ id: pluginId, version, apiVersion, reason, locale, capabilities })
}

/**
 * The host sends only input of the kind's own shape, so a typed handler may be kept as one of any
 * input: this is the single place where that is asserted.
 */
function registrar(state: RealmState, kind: HandlerKind) {
  return {
    register<Input, Output>(id: string, handler: Handler<Input, Output>): Disposable {
      return state.handlers.register(kind, id, handler as Handler<unknown, unknown>)
    },
  }
}

function commandsOf(state: RealmState): PluginApi['commands'] {
  return {
    ...registrar(state, 'command'),
    execute: (id, args) =>
      askHost(state.host, 'command.execute', { id, args: cloneJson(args, `Arguments of ${id}`) }),
  }
}

function proposer(state: RealmState): PluginApi['effects']['propose'] {
  return async (applicationId, effects) => {
    const copies = effects.map((effect) => cloneJsonObject(effect, 'A proposed effect'))
    await askHost(state.host, 'effects.propose', { applicationId, effects: copies })
  }
}

function servicesOf(state: RealmState): PluginApi['services'] {
  return {
    provide(token, methods) {
      const registration = state.handlers.register('service', token, dispatchTo(token, methods))
      announce(state, token, true)
      return {
        dispose: () => {
          registration.dispose()
          announce(state, token, false)
        },
      }
    },
    get: (token) =>
      state.services.has(token)
        ? { call: (method, input) => callService(state, token, method, input) }
        : undefined,
    onDidChange: state.serviceChanged.event,
  }
}

function callService(
  state: RealmState,
  token: string,
  method: string,
  input: JsonValue | undefined,
): Promise<JsonValue> {
  const copy = cloneJson(input, `Input of ${token}.${method}`)
  return askHost(state.host, 'service.call', { token, method, input: copy })
}

/** During activation nothing is announced: the result lists what is there. */
function announce(state: RealmState, token: string, isAvailable: boolean): void {
  if (!state.isActivated) return
  askHost(state.host, 'service.announce', { token, isAvailable }).catch(state.reportError)
}

function dispatchTo(
  token: string,
  methods: Readonly<Record<string, Handler<JsonValue, JsonValue | void>>>,
): Handler<JsonValue, unknown> {
  return (call, context) => {
    const { method, input } = readServiceCall(call)
    const handler = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (handler === undefined) throw unknownMethod(token, method)
    return handler(input, context)
  }
}

function readServiceCall(call: JsonValue): { method: string; input: JsonValue } {
  const method = isJsonObject(call) ? call['method'] : undefined
  const input = isJsonObject(call) ? (call['input'] ?? null) : null
  return { method: typeof method === 'string' ? method : '', input }
}

function unknownMethod(token: string, method: string): AfterviewError {
  return new AfterviewError('service-method-unknown', {
    happened: `Service ${token} has no method ${method}`,
    fix: `see the methods that the provider of ${token} documents`,
    details: { token, method },
  })
}

function applicationsOf(state: RealmState): PluginApi['applications'] {
  return {
    async read(applicationId) {
      const snapshot = await askHost(state.host, 'application.read', { applicationId })
      return cloneJsonObject(snapshot, 'The snapshot')
    },
  }
}

function contextOf(state: RealmState): PluginApi['context'] {
  return {
    async get(key) {
      const found = await askHost(state.host, 'context.get', { key })
      return found.value
    },
    async set(key, value) {
      await askHost(state.host, 'context.set', { key, value: cloneJson(value, `Key ${key}`) })
    },
    onDidChange(keys, listener) {
      const watch: ContextWatch = { keys, listener }
      state.watches.add(watch)
      tellWatchedKeys(state)
      return {
        dispose: () => {
          if (state.watches.delete(watch)) tellWatchedKeys(state)
        },
      }
    },
  }
}

function tellWatchedKeys(state: RealmState): void {
  const keys = [...new Set([...state.watches].flatMap((watch) => watch.keys))]
  askHost(state.host, 'context.watch', { keys }).catch(state.reportError)
}

function configurationOf(state: RealmState): PluginApi['configuration'] {
  return {
    get(key) {
      const value = state.configuration[key]
      if (value === undefined) throw unknownSetting(state.request.pluginId, key)
      return value
    },
    onDidChange: (listener) => state.configurationChanged.event(() => listener()),
  }
}

function unknownSetting(pluginId: string, key: string): AfterviewError {
  return new AfterviewError('setting-undeclared', {
    happened: `${pluginId} reads the setting ${key}, which its manifest does not declare`,
    fix: `add ${key} to contributes.configuration.properties of its package.json`,
    details: { pluginId, key },
  })
}

function keyValues(state: RealmState, store: 'storage' | 'secrets'): KeyValues {
  return {
    get: async (key) => (await askHost(state.host, `${store}.get`, { key })).value,
    set: async (key, value) => {
      const copy = cloneJson(value, `The value of ${key}`)
      await askHost(state.host, `${store}.set`, { key, value: copy })
    },
    delete: async (key) => {
      await askHost(state.host, `${store}.delete`, { key })
    },
    keys: () => askHost(state.host, `${store}.keys`, {}),
  }
}

function logOf(state: RealmState): PluginApi['log'] {
  const at =
    (level: LogLevel) =>
    (text: string): void =>
      state.report({ type: 'log', level, text })
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function fill(text: string, values: Readonly<Record<string, string | number>> | undefined): string {
  if (values === undefined) return text
  return text.replace(/\{([\w.-]{1,64})\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )
}
