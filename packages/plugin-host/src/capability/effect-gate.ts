import { AfterviewError } from '@afterview/time'
import type { Clock } from '../clock.ts'
import { capabilityDenied } from '../host/host-errors.ts'
import type { PluginRecord } from '../host/plugin-record.ts'
import { toInstant } from '../host/instant.ts'
import { cloneJsonObject } from '../json-clone.ts'
import { type SchemaCheck, prepareOwnSchema } from '../json-schema.ts'
import type { JsonObject } from '../json-value.ts'
import type { HostSurface } from '../surface.ts'
import type { AuditLog } from './audit-log.ts'

/** An effect that a plugin asks for, with who asks and for which application. */
export interface EffectRequest {
  readonly pluginId: string
  readonly applicationId: string
  readonly effect: JsonObject
}

/** Whether the machine's guards allow it. A text says why not. */
export type EffectVerdict = true | { readonly refused: string }

/** Checks what plugins ask for, and notes all of it. */
export interface EffectGate {
  /**
   * The effects, copied, when every one of them is allowed. Otherwise rejects with the first fault,
   * and none counts as accepted.
   */
  check(
    record: PluginRecord,
    applicationId: string,
    effects: readonly unknown[],
  ): Promise<readonly EffectRequest[]>
}

/** What a gate works with. */
export interface EffectGateOptions {
  readonly surface: HostSurface
  readonly clock: Clock
  readonly audit: AuditLog
  /** The embedder's guards, asked last. */
  readonly validate: (request: EffectRequest) => EffectVerdict | Promise<EffectVerdict>
}

/** Makes a gate. */
export function createEffectGate(options: EffectGateOptions): EffectGate {
  const checks = prepareChecks(options.surface)
  return {
    async check(record, applicationId, effects) {
      const requests = effects.map((effect) => ({
        pluginId: record.id,
        applicationId,
        effect: cloneJsonObject(effect, `An effect of ${record.id}`),
      }))
      const fault = await firstFault(record, requests, checks, options)
      const at = toInstant(options.clock.now())
      const outcome = fault === undefined ? 'accepted' : 'refused'
      const reason = fault === undefined ? {} : { reason: fault.code }
      for (const request of requests) options.audit.append({ ...request, at, outcome, ...reason })
      if (fault !== undefined) throw fault
      return requests
    },
  }
}

type Checks = ReadonlyMap<string, SchemaCheck>

function prepareChecks(surface: HostSurface): Checks | undefined {
  const schemas = surface.proposableEffects
  if (schemas === undefined) return undefined
  return new Map(Object.entries(schemas).map(([type, schema]) => [type, prepareOwnSchema(schema)]))
}

async function firstFault(
  record: PluginRecord,
  requests: readonly EffectRequest[],
  checks: Checks | undefined,
  options: EffectGateOptions,
): Promise<AfterviewError | undefined> {
  for (const request of requests) {
    const fault =
      checkCapability(record, request) ??
      checkFields(request, checks) ??
      (await checkGuards(request, options))
    if (fault !== undefined) return fault
  }
  return undefined
}

function typeOf({ effect }: EffectRequest): string {
  const { type } = effect
  return typeof type === 'string' ? type : ''
}

function checkCapability(record: PluginRecord, request: EffectRequest): AfterviewError | undefined {
  const type = typeOf(request)
  const allowed = record.manifest.capabilities.candidate?.effects ?? []
  if (allowed.includes(type)) return undefined
  const line = `"capabilities": { "candidate": { "effects": ["${type}"] } }`
  return capabilityDenied(record.id, `the effect ${type || 'without type'}`, line)
}

function checkFields(
  request: EffectRequest,
  checks: Checks | undefined,
): AfterviewError | undefined {
  if (checks === undefined) return undefined
  const type = typeOf(request)
  const [problem] = checks.get(type)?.(request.effect) ?? [
    { pointer: '', message: `this host has no effect ${type}` },
  ]
  if (problem === undefined) return undefined
  return new AfterviewError('effect-invalid', {
    happened: `The effect ${type} of ${request.pluginId} cannot be done: ${problem.pointer} ${problem.message}`,
    fix: `give the fields that ${type} is documented with`,
    details: { pluginId: request.pluginId, type, pointer: problem.pointer },
  })
}

async function checkGuards(
  request: EffectRequest,
  options: EffectGateOptions,
): Promise<AfterviewError | undefined> {
  const verdict = await options.validate(request)
  if (verdict === true) return undefined
  const { pluginId, applicationId } = request
  const type = typeOf(request)
  return new AfterviewError('effect-refused', {
    happened: `The effect ${type} of ${pluginId} on ${applicationId} is not possible now: ${verdict.refused}`,
    fix: 'propose it when the application is in another state',
    details: { pluginId, applicationId, type },
  })
}
