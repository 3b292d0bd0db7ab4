import { cloneJson, isJsonObject } from '../json-clone.ts'
import { type SchemaCheck, prepareOwnSchema } from '../json-schema.ts'
import type { JsonObject, JsonValue } from '../json-value.ts'
import type { HostSurface } from '../surface.ts'
import { checkActivation } from './check-activation.ts'
import { type BaseFields, checkBase } from './check-base.ts'
import { type Diagnostic, type Finding, compareDiagnostics, toDiagnostic } from './diagnostic.ts'
import { type JsonText, readJsonText } from './json-text.ts'
import { type Bundles, localise } from './localise.ts'
import type { Contributions, PluginManifest } from './manifest.ts'
import { baseSchema } from './manifest-schema.ts'
import type { CheckScope } from './points/point.ts'
import {
  type ItemChecks,
  prepareItemChecks,
  readContributions,
  shapeFindings,
} from './read-contributions.ts'
import { readTokenNeed, readTokenOffer } from './token.ts'

/** A manifest that may be used, if there is one, and everything that was found. */
export interface ReadManifest {
  /** Absent when an error touches more than single contributions. Faulty contributions are left out. */
  readonly manifest?: PluginManifest
  /** All at once, in order of place. */
  readonly diagnostics: readonly Diagnostic[]
}

/** How a manifest is read. */
export interface ReadManifestOptions {
  /** Texts by locale, for `%key%`. Absent: such texts stay as they are. */
  readonly bundles?: Bundles
  /** BCP 47 tag of the language wanted. Default `en`. */
  readonly locale?: string
  /** `YYYY-MM-DD`, to find proposals that have ended. Absent: not checked. */
  readonly today?: string
  /** The code is in the embedder's own bundle, so the manifest need not name a module. */
  readonly isBundled?: boolean
}

/** Reads manifests against one surface. */
export interface ManifestReader {
  /**
   * Reads a manifest, as text (then diagnostics have lines and columns) or as a value.
   * Never throws, whatever it is given.
   */
  read(input: unknown, options?: ReadManifestOptions): ReadManifest
}

/** Prepares the checks once, for any number of manifests. */
export function createManifestReader(surface: HostSurface): ManifestReader {
  const checks: Checks = { surface, base: prepareOwnSchema(baseSchema), items: prepareItemChecks() }
  return {
    read(input, options = {}) {
      const text = typeof input === 'string' ? readJsonText(input) : undefined
      const value = text === undefined ? valueOf(input) : text.value
      if (value === undefined) return { diagnostics: unreadable(text) }
      const { manifest, findings } = readValue(value, checks, options)
      const diagnostics = findings.map((finding) =>
        toDiagnostic(finding, text?.locate(finding.pointer, finding.inside)),
      )
      const all = [...duplicates(text), ...diagnostics].toSorted(compareDiagnostics)
      return manifest === undefined ? { diagnostics: all } : { manifest, diagnostics: all }
    },
  }
}

interface Checks {
  readonly surface: HostSurface
  readonly base: SchemaCheck
  readonly items: ItemChecks
}

function valueOf(input: unknown): JsonValue | undefined {
  try {
    return cloneJson(input, 'The manifest')
  } catch {
    return undefined
  }
}

function unreadable(text: JsonText | undefined): readonly Diagnostic[] {
  const faults = text?.faults.filter((_, at) => at === text.faults.length - 1) ?? [undefined]
  return faults.map((fault) =>
    toDiagnostic(
      {
        code: 'json-syntax',
        pointer: '',
        message: fault?.message ?? 'The manifest is no JSON data',
        help: 'write it as JSON, without comments or trailing commas',
      },
      fault && text?.positionAt(fault.offset),
    ),
  )
}

function duplicates(text: JsonText | undefined): readonly Diagnostic[] {
  const faults = text?.faults ?? []
  return faults.map((fault) =>
    toDiagnostic(
      {
        code: 'json-duplicate',
        pointer: '',
        message: fault.message,
        help: 'remove one of the two',
      },
      text?.positionAt(fault.offset),
    ),
  )
}

interface ReadValue {
  readonly manifest?: PluginManifest
  readonly findings: readonly Finding[]
}

function readValue(raw: JsonValue, checks: Checks, options: ReadManifestOptions): ReadValue {
  const { value, findings: texts } = localise(raw, options.bundles, options.locale ?? 'en')
  const shape = shapeFindings(checks.base, value, '', [])
  if (!isJsonObject(value)) return { findings: [...texts, ...shape] }
  if (shape.length > 0)
    return { findings: [...texts, ...shape, ...lookFurther(value, checks, options)] }
  const fields = value as JsonObject & BaseFields
  const base = checkBase(fields, checks.surface, options.today)
  const contributed = contributionsOf(fields, checks, options)
  const manifest = toManifest(fields, contributed.contributes, options.isBundled ?? false)
  const events = checkActivation(manifest, checks.surface)
  const fatal = [...texts, ...base, ...events]
  const findings = [...fatal, ...contributed.findings]
  return fatal.some(isFatal) ? { findings } : { manifest, findings }
}

/** Warnings and notes about the base fields do not keep a plugin from being used. */
function isFatal(finding: Finding): boolean {
  return toDiagnostic(finding, undefined).severity === 'error'
}

/** The base is broken, but the contributions can be checked all the same: all problems at once. */
function lookFurther(
  value: JsonObject,
  checks: Checks,
  options: ReadManifestOptions,
): readonly Finding[] {
  const { contributes, name, main, browser } = value
  if (!isJsonObject(contributes)) return []
  const scope: CheckScope = {
    pluginName: typeof name === 'string' ? name : '',
    surface: checks.surface,
    hasCode: options.isBundled === true || (main ?? browser) !== undefined,
    proposals: textsOf(value['enabledApiProposals']),
    allowedEffects: allowedEffects(value),
    ownCommands: commandIds(contributes),
  }
  const findings = readContributions(contributes, checks.items, scope).findings
  return scope.pluginName === '' ? findings.filter(({ code }) => code !== 'id-prefix') : findings
}

function contributionsOf(
  fields: BaseFields,
  checks: Checks,
  options: ReadManifestOptions,
): ReturnType<typeof readContributions> {
  const contributes = fields.contributes ?? {}
  return readContributions(contributes, checks.items, {
    pluginName: fields.name,
    surface: checks.surface,
    hasCode: options.isBundled === true || (fields.main ?? fields.browser) !== undefined,
    proposals: fields.enabledApiProposals ?? [],
    allowedEffects: fields.capabilities?.candidate?.effects ?? [],
    ownCommands: commandIds(contributes),
  })
}

function allowedEffects(value: JsonObject): readonly string[] {
  const { capabilities } = value
  const candidate = isJsonObject(capabilities) ? capabilities['candidate'] : undefined
  return isJsonObject(candidate) ? textsOf(candidate['effects']) : []
}

function commandIds(contributes: JsonObject): readonly string[] {
  const { commands } = contributes
  if (!Array.isArray(commands)) return []
  return textsOf(
    commands.map((item: JsonValue) => (isJsonObject(item) ? (item['command'] ?? null) : null)),
  )
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function toManifest(
  fields: BaseFields,
  contributes: Contributions,
  isBundled: boolean,
): PluginManifest {
  return {
    id: `${fields.publisher}.${fields.name}`,
    name: fields.name,
    publisher: fields.publisher,
    version: fields.version,
    displayName: fields.displayName ?? fields.name,
    description: fields.description ?? '',
    engine: fields.engines.afterview,
    ...(fields.main === undefined ? {} : { main: fields.main }),
    ...(fields.browser === undefined ? {} : { browser: fields.browser }),
    hasCode: isBundled || (fields.main ?? fields.browser) !== undefined,
    activationEvents: fields.activationEvents ?? [],
    extensionDependencies: fields.extensionDependencies ?? [],
    requires: definedOf((fields.requires ?? []).map(readTokenNeed)),
    optional: definedOf((fields.optional ?? []).map(readTokenNeed)),
    provides: definedOf((fields.provides ?? []).map(readTokenOffer)),
    capabilities: fields.capabilities ?? {},
    isolation: fields.isolation ?? {},
    enabledApiProposals: fields.enabledApiProposals ?? [],
    contributes,
  }
}

function definedOf<Value>(values: readonly (Value | undefined)[]): readonly Value[] {
  return values.filter((value) => value !== undefined)
}
