import type { ChannelLimits } from '../channel/channel-limits.ts'
import { readErrorData } from '../channel/error-frame.ts'
import { isJsonObject } from '../json-clone.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type {
  ActivateResult,
  DeactivateResult,
  DeclaredCapabilities,
  LogLevel,
  RealmReport,
} from './runtime.ts'

/** The first message on a line: what the other side is to run. Sent before any channel exists. */
export type Opening = {
  readonly t: 'open'
  readonly pluginId: string
  /** URL of the plugin's module. */
  readonly main: string
  readonly capabilities: DeclaredCapabilities
  readonly limits: ChannelLimits
}

/** Names of what the host asks the plugin's side. */
export const realmMethods = {
  activate: 'activate',
  invoke: 'invoke',
  notify: 'notify',
  deactivate: 'deactivate',
  cutDeactivation: 'deactivate.cut',
} as const

/** Names of what the plugin's side asks or tells the host. */
export const hostMethods = { call: 'host.call', report: 'report' } as const

/** Reads the opening message. The host is trusted to write a whole one. */
export function readOpening(message: unknown): Opening | undefined {
  const isOpening = typeof message === 'object' && message !== null && 't' in message
  return isOpening && message.t === 'open' ? (message as Opening) : undefined
}

/** Reads the result of an activation, as it came from the plugin's side. */
export function readActivateResult(value: JsonValue): ActivateResult {
  const result = asObject(value)
  return {
    loadMs: readNumber(result['loadMs']),
    callMs: readNumber(result['callMs']),
    awaitMs: readNumber(result['awaitMs']),
    handlers: readTexts(result['handlers']),
  }
}

/** Reads the result of a deactivation, as it came from the plugin's side. */
export function readDeactivateResult(value: JsonValue): DeactivateResult {
  const result = asObject(value)
  const errors = result['errors']
  return {
    errors: Array.isArray(errors) ? errors.map(readErrorData) : [],
    forgotten: readTexts(result['forgotten']),
    isCut: result['isCut'] === true,
  }
}

/** Reads a report, as it came from the plugin's side. */
export function readReport(value: JsonValue): RealmReport {
  const report = asObject(value)
  if (report['type'] === 'error') return { type: 'error', error: readErrorData(report['error']) }
  const text = report['text']
  return {
    type: 'log',
    level: readLevel(report['level']),
    text: typeof text === 'string' ? text : JSON.stringify(text ?? null),
  }
}

/** Reads a question to the host, as it came from the plugin's side. */
export function readHostCall(value: JsonValue): { method: string; params: JsonValue } {
  const call = asObject(value)
  const method = call['method']
  return { method: typeof method === 'string' ? method : '', params: call['params'] ?? null }
}

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

function readLevel(value: JsonValue | undefined): LogLevel {
  return levels.find((level) => level === value) ?? 'info'
}

function readNumber(value: JsonValue | undefined): number {
  return typeof value === 'number' ? value : 0
}

function readTexts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function asObject(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : {}
}
