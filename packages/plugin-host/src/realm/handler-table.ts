import { AfterviewError } from '@afterview/time'
import type { Disposable } from '../disposable.ts'
import type { Answer, DeclaredHandlers, HandlerCall, HandlerKind } from '../isolation/runtime.ts'
import { cloneJson } from '../json-clone.ts'
import type { JsonValue } from '../json-value.ts'
import type { Handler, HandlerContext } from './plugin-api.ts'

/** A handler whose input the host has checked. */
export type AnyHandler = Handler<JsonValue, unknown>

/** The code of one plugin by kind and id. */
export interface HandlerTable {
  /** @throws {AfterviewError} `handler-undeclared`, `handler-registered-twice`. */
  register(kind: HandlerKind, id: string, handler: AnyHandler): Disposable
  /** Throws `handler-missing`, or what the handler threw; rejects with what it threw later. */
  invoke(call: HandlerCall, signal: AbortSignal): Answer
  /** All that is registered, as `kind:id`. */
  keys(): readonly string[]
  /** Takes everything back that is still registered, and names it. */
  clear(): readonly string[]
}

/** Where in a manifest each kind is declared, for the fix in an error. */
const declaredIn: Readonly<Record<HandlerKind, string>> = {
  command: 'contributes.commands',
  policy: 'contributes.policies',
  effect: 'contributes.effects',
  exporter: 'contributes.exporters',
  classifier: 'contributes.classifiers',
  notifier: 'contributes.notifiers',
  view: 'contributes.views',
  service: 'provides',
}

/** Makes a table that takes only what the manifest declares. */
export function createHandlerTable(pluginId: string, declared: DeclaredHandlers): HandlerTable {
  const handlers = new Map<HandlerKind, Map<string, AnyHandler>>()
  const keys = (): readonly string[] =>
    [...handlers].flatMap(([kind, ofKind]) => [...ofKind.keys()].map((id) => `${kind}:${id}`))
  return {
    register(kind, id, handler) {
      if (!(declared[kind] ?? []).includes(id)) throw undeclared(pluginId, kind, id)
      const ofKind = handlers.get(kind) ?? new Map<string, AnyHandler>()
      if (ofKind.has(id)) throw registeredTwice(pluginId, kind, id)
      handlers.set(kind, ofKind.set(id, handler))
      return { dispose: () => void (ofKind.get(id) === handler && ofKind.delete(id)) }
    },
    invoke(call, signal) {
      const handler = handlers.get(call.kind)?.get(call.id)
      if (handler === undefined) throw missing(pluginId, call)
      const answer = handler(call.input, new CallContext(call, signal))
      return isThenable(answer) ? answered(answer, call) : copyOf(answer, call)
    },
    keys,
    clear() {
      const left = keys()
      handlers.clear()
      return left
    },
  }
}

/** What a handler is told. The call's instant is read when it is asked for. */
class CallContext implements HandlerContext {
  readonly signal: AbortSignal
  readonly #call: HandlerCall

  constructor(call: HandlerCall, signal: AbortSignal) {
    this.#call = call
    this.signal = signal
  }

  get at(): string {
    return this.#call.at
  }
}

/** A handler that goes on later finds the instant at which it was called. */
async function answered(answer: PromiseLike<unknown>, call: HandlerCall): Promise<JsonValue> {
  void call.at
  return copyOf(await answer, call)
}

function copyOf(answer: unknown, { kind, id }: HandlerCall): JsonValue {
  return cloneJson(answer, () => `The answer of ${kind} ${id}`)
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'then' in value &&
    typeof value.then === 'function'
  )
}

function undeclared(pluginId: string, kind: HandlerKind, id: string): AfterviewError {
  return new AfterviewError('handler-undeclared', {
    happened: `${pluginId} registers ${kind} ${id}, which its manifest does not declare`,
    fix: `add ${id} to ${declaredIn[kind]} of its package.json`,
    details: { pluginId, kind, id, manifest: declaredIn[kind] },
  })
}

function registeredTwice(pluginId: string, kind: HandlerKind, id: string): AfterviewError {
  return new AfterviewError('handler-registered-twice', {
    happened: `${pluginId} registers ${kind} ${id} a second time`,
    fix: 'dispose the first registration before, or register once',
    details: { pluginId, kind, id },
  })
}

function missing(pluginId: string, call: HandlerCall): AfterviewError {
  return new AfterviewError('handler-missing', {
    happened: `${pluginId} declares ${call.kind} ${call.id} but has registered no code for it`,
    fix: `register it in the plugin's activate function`,
    details: { pluginId, kind: call.kind, id: call.id },
  })
}
