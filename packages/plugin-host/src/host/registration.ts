import { implicitActivationEvents, handlersOf } from '../manifest/activation-event.ts'
import type { IsolationAdapter } from '../isolation/runtime.ts'
import { type Diagnostic, toDiagnostic } from '../manifest/diagnostic.ts'
import { readJsonText } from '../manifest/json-text.ts'
import { type Bundles, type Messages, messagesFor } from '../manifest/localise.ts'
import type { PluginManifest } from '../manifest/manifest.ts'
import type { ManifestReader } from '../manifest/read-manifest.ts'
import { isJsonObject } from '../json-clone.ts'
import type { PluginPackage } from './plugin-package.ts'
import type { PluginRecord } from './plugin-record.ts'

/** What became of a package that was handed over. */
export interface Registration {
  /** Absent when the manifest does not even say who it is, or cannot be used. */
  readonly pluginId?: string
  readonly isRegistered: boolean
  /** Everything that was found in the manifest, and names that other plugins have already. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What registration works with. */
export interface RegistrationOptions {
  readonly reader: ManifestReader
  /** In order of preference. */
  readonly adapters: readonly IsolationAdapter[]
  readonly locale: string
  readonly today: string
}

/** A package that was read, and its record when its manifest can be used. */
export interface ReadPackage {
  readonly record?: PluginRecord
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a package: its manifest, and its texts where it can. Runs none of its code. */
export async function readPackage(
  source: PluginPackage,
  options: RegistrationOptions,
): Promise<ReadPackage> {
  const { locale, today } = options
  const how = { locale, today, isBundled: source.load !== undefined }
  const { bundles, findings } = await readBundles(source)
  const read = options.reader.read(
    source.manifest,
    bundles === undefined ? how : { ...how, bundles },
  )
  const diagnostics = [...read.diagnostics, ...findings]
  if (read.manifest === undefined) return { diagnostics }
  const messages = messagesFor(bundles ?? {}, locale)
  return {
    record: createRecord(source, read.manifest, diagnostics, messages, options),
    diagnostics,
  }
}

function createRecord(
  source: PluginPackage,
  manifest: PluginManifest,
  diagnostics: readonly Diagnostic[],
  messages: Messages,
  { adapters }: RegistrationOptions,
): PluginRecord {
  const implicit = implicitActivationEvents(manifest)
  return {
    id: manifest.id,
    manifest,
    diagnostics,
    source,
    messages,
    handlers: handlersOf(manifest),
    events: [...new Set([...implicit, ...manifest.activationEvents])],
    adapter: adapters.find((adapter) => fits(adapter, manifest, source)),
    state: { status: 'registered' },
    runtime: undefined,
    report: undefined,
    requested: new Set(),
    isLeaving: false,
    watched: [],
    offered: new Set(),
  }
}

function fits(
  { kind }: IsolationAdapter,
  manifest: PluginManifest,
  source: PluginPackage,
): boolean {
  const { supports } = manifest.isolation
  if (supports !== undefined && !supports.includes(kind)) return false
  if (kind === 'inline') return (source.load ?? manifest.main ?? manifest.browser) !== undefined
  if (source.load !== undefined) return false
  return (kind === 'webworker' ? manifest.browser : manifest.main) !== undefined
}

interface ReadBundles {
  readonly bundles?: Bundles
  readonly findings: readonly Diagnostic[]
}

/** The texts of a plugin, when it names files and the embedder can read them. */
async function readBundles(source: PluginPackage): Promise<ReadBundles> {
  const { read } = source
  if (read === undefined) return { findings: [] }
  const files = localeFiles(source.manifest)
  if (files.length === 0) return { findings: [] }
  const loaded = await Promise.all(files.map((file) => readBundle(file, read)))
  const entries = loaded.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))
  return {
    bundles: Object.fromEntries(entries),
    findings: loaded.flatMap(({ finding }) => (finding === undefined ? [] : [finding])),
  }
}

interface LocaleFile {
  readonly locale: string
  readonly path: string
  readonly pointer: string
}

/** Looked up before the manifest is validated, since texts are put in before that. */
function localeFiles(manifest: unknown): readonly LocaleFile[] {
  const value = typeof manifest === 'string' ? readJsonText(manifest).value : manifest
  const contributes = isJsonObject(value) ? value['contributes'] : undefined
  const locales = isJsonObject(contributes) ? contributes['locales'] : undefined
  if (!Array.isArray(locales)) return []
  return locales.flatMap((item: unknown, at) => {
    if (!isJsonObject(item)) return []
    const { locale, path } = item
    const pointer = `/contributes/locales/${at}/path`
    return typeof locale === 'string' && typeof path === 'string' ? [{ locale, path, pointer }] : []
  })
}

interface LoadedBundle {
  readonly entry?: readonly [string, Messages]
  readonly finding?: Diagnostic
}

async function readBundle(
  { locale, path, pointer }: LocaleFile,
  read: (path: string) => Promise<string>,
): Promise<LoadedBundle> {
  try {
    const value = readJsonText(await read(path)).value
    if (isMessages(value)) return { entry: [locale, value] }
    return { finding: unreadable(path, pointer, 'is no object of texts') }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'cannot be read'
    return { finding: unreadable(path, pointer, `cannot be read: ${reason}`) }
  }
}

function isMessages(value: unknown): value is Messages {
  return isJsonObject(value) && Object.values(value).every((text) => typeof text === 'string')
}

function unreadable(path: string, pointer: string, reason: string): Diagnostic {
  const message = `The file ${path} ${reason}`
  const help = 'write it as JSON: one object of texts by key'
  return toDiagnostic({ code: 'file-missing', pointer, message, help }, undefined)
}
