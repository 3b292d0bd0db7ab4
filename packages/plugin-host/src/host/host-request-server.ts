import { AfterviewError } from '@afterview/time'
import { project } from '../capability/projection.ts'
import type { EffectGate, EffectRequest } from '../capability/effect-gate.ts'
import type { ContextKeys } from '../contribution/context-keys.ts'
import type { HostMethod } from '../host-request.ts'
import type { HostCalls } from '../isolation/runtime.ts'
import { cloneJson, cloneJsonObject, isJsonObject } from '../json-clone.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import { orAborted } from '../activation/or-aborted.ts'
import type { Commands } from './commands.ts'
import { capabilityDenied } from './host-errors.ts'
import type { PluginCalls } from './plugin-calls.ts'
import type { PluginRecord } from './plugin-record.ts'
import type { PluginStore } from './plugin-store.ts'
import type { Services } from './services.ts'

/** What the host can do for plugins. */
export interface HostRequestOptions {
  readonly commands: Commands
  readonly calls: PluginCalls
  readonly services: Services
  readonly context: ContextKeys
  readonly gate: EffectGate
  readonly storage: PluginStore
  readonly secrets: PluginStore | undefined
  /** The whole application, or `undefined` when there is none of that id. */
  readonly readApplication: (applicationId: string) => Promise<JsonObject | undefined>
  /** Carries accepted effects out. */
  readonly perform: (requests: readonly EffectRequest[]) => Promise<void>
}

/** Answers the requests of plugins. Params come from outside and are read with care. */
export interface HostRequestServer {
  callsFor(record: PluginRecord): HostCalls
  /** Takes back what a plugin set through the host: its context keys, what it watches. */
  forget(record: PluginRecord): void
}

type Answer = (
  params: JsonObject,
  record: PluginRecord,
  signal: AbortSignal | undefined,
) => Promise<JsonValue>

/** Makes the server. */
export function createHostRequestServer(options: HostRequestOptions): HostRequestServer {
  const answers: Readonly<Record<HostMethod, Answer>> = {
    ...answersAboutApplications(options),
    ...answersAboutContext(options),
    ...answersAboutServices(options),
    ...answersAboutStore('storage', options.storage),
    ...answersAboutStore('secrets', options.secrets),
  }
  return {
    callsFor: (record) => ({
      async call(method, params, signal) {
        const answer = Object.hasOwn(answers, method) ? answers[method as HostMethod] : undefined
        if (answer === undefined) throw unknownRequest(record.id, method)
        const pending = answer(cloneJsonObject(params, `Parameters of ${method}`), record, signal)
        return signal === undefined ? pending : orAborted(pending, signal)
      },
    }),
    forget(record) {
      record.watched = []
      const prefix = keyPrefix(record)
      const own = Object.keys(options.context.snapshot()).filter((key) => key.startsWith(prefix))
      if (own.length > 0) {
        options.context.setAll(Object.fromEntries(own.map((key) => [key, undefined])))
      }
    },
  }
}

type AnswersTo<Method extends HostMethod> = Readonly<Record<Method, Answer>>

function answersAboutApplications({
  commands,
  gate,
  perform,
  readApplication,
}: HostRequestOptions): AnswersTo<'command.execute' | 'effects.propose' | 'application.read'> {
  return {
    'command.execute': (params, record, signal) =>
      commands.executeFor(record, textOf(params, 'id'), params['args'] ?? null, signal),
    async 'effects.propose'(params, record) {
      const { effects } = params
      const list: readonly JsonValue[] = Array.isArray(effects) ? effects : []
      await perform(await gate.check(record, textOf(params, 'applicationId'), list))
      return null
    },
    async 'application.read'(params, record) {
      const paths = record.manifest.capabilities.candidate?.read ?? []
      const line = '"capabilities": { "candidate": { "read": ["stage"] } }'
      if (paths.length === 0) throw capabilityDenied(record.id, 'to read an application', line)
      const id = textOf(params, 'applicationId')
      const snapshot = await readApplication(id)
      if (snapshot === undefined) throw unknownApplication(id)
      return project(snapshot, paths)
    },
  }
}

function answersAboutContext({
  context,
}: HostRequestOptions): AnswersTo<'context.get' | 'context.set' | 'context.watch'> {
  return {
    'context.get': async (params) => found(context.get(textOf(params, 'key'))),
    async 'context.set'(params, record) {
      const key = textOf(params, 'key')
      if (!key.startsWith(keyPrefix(record))) throw foreignKey(record, key)
      context.set(key, params['value'] ?? null)
      return null
    },
    async 'context.watch'(params, record) {
      const { keys } = params
      const list: readonly JsonValue[] = Array.isArray(keys) ? keys : []
      record.watched = list.filter((key) => typeof key === 'string')
      return null
    },
  }
}

function answersAboutServices({
  services,
  calls,
}: HostRequestOptions): AnswersTo<'service.call' | 'service.announce'> {
  return {
    'service.call': (params, record, signal) => {
      const request = {
        token: textOf(params, 'token'),
        method: textOf(params, 'method'),
        input: params['input'] ?? null,
      }
      return services.call(record, request, calls, signal)
    },
    async 'service.announce'(params, record) {
      const token = textOf(params, 'token')
      const isDeclared = record.manifest.provides.some((offer) => offer.token === token)
      if (!isDeclared)
        throw capabilityDenied(record.id, `to provide ${token}`, `"provides": ["${token}"]`)
      services.offer(record, [token], params['isAvailable'] === true)
      return null
    },
  }
}

function answersAboutStore<Name extends 'storage' | 'secrets'>(
  name: Name,
  store: PluginStore | undefined,
): AnswersTo<`${Name}.${'get' | 'set' | 'delete' | 'keys'}`> {
  const open = (record: PluginRecord): PluginStore => {
    if (record.manifest.capabilities[name] !== true) {
      throw capabilityDenied(record.id, `its ${name}`, `"capabilities": { "${name}": true }`)
    }
    if (store === undefined) throw withoutStore(record.id, name)
    return store
  }
  const answers: Readonly<Record<'get' | 'set' | 'delete' | 'keys', Answer>> = {
    get: async (params, record) => found(await open(record).get(record.id, textOf(params, 'key'))),
    async set(params, record) {
      await open(record).set(record.id, textOf(params, 'key'), params['value'] ?? null)
      return null
    },
    async delete(params, record) {
      await open(record).delete(record.id, textOf(params, 'key'))
      return null
    },
    keys: async (_, record) => cloneJson(await open(record).keys(record.id), `Keys of ${name}`),
  }
  const named = Object.entries(answers).map(([verb, answer]) => [`${name}.${verb}`, answer])
  return Object.fromEntries(named)
}

function keyPrefix({ manifest }: PluginRecord): string {
  return `${manifest.name}.`
}

/** A missing value is no member, since `null` is a value. */
function found(value: JsonValue | undefined): JsonObject {
  return value === undefined ? {} : { value }
}

function textOf(params: JsonObject, name: string): string {
  const value = isJsonObject(params) ? params[name] : undefined
  if (typeof value === 'string' && value !== '' && value.length <= 1000) return value
  throw new AfterviewError('request-invalid', {
    happened: `A request of a plugin has no text ${name}`,
    fix: `give ${name} as a text of 1 to 1,000 characters`,
    details: { name },
  })
}

function unknownRequest(pluginId: string, method: string): AfterviewError {
  return new AfterviewError('request-unknown', {
    happened: `${pluginId} asks for ${method}, which this host does not know`,
    fix: 'use the API that `activate` is given, of a version that this host offers',
    details: { pluginId, method },
  })
}

function unknownApplication(applicationId: string): AfterviewError {
  return new AfterviewError('application-unknown', {
    happened: `There is no application ${applicationId}`,
    fix: 'use the id of an application that exists',
    details: { applicationId },
  })
}

function foreignKey(record: PluginRecord, key: string): AfterviewError {
  return new AfterviewError('context-key-foreign', {
    happened: `${record.id} sets the context key ${key}, which is not its own`,
    fix: `begin the key with ${keyPrefix(record)}`,
    details: { pluginId: record.id, key },
  })
}

function withoutStore(pluginId: string, name: string): AfterviewError {
  return new AfterviewError('store-unavailable', {
    happened: `${pluginId} uses ${name}, which this host does not have`,
    fix: `give the host a store under ${name}`,
    details: { pluginId, store: name },
  })
}
