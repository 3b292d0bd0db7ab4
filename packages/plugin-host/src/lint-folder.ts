import { readPackage } from './host/registration.ts'
import { createInlineAdapter } from './isolation/inline.ts'
import {
  type Diagnostic,
  type Finding,
  compareDiagnostics,
  toDiagnostic,
} from './manifest/diagnostic.ts'
import { readJsonText } from './manifest/json-text.ts'
import type { PluginManifest } from './manifest/manifest.ts'
import { createManifestReader } from './manifest/read-manifest.ts'
import { isJsonObject } from './json-clone.ts'
import { type PluginFolder, openPluginFolder } from './plugin-folder.ts'
import type { HostSurface } from './surface.ts'

/** What a linter found in the folder of a plugin. */
export interface LintResult {
  /** Absent when the manifest cannot be used. */
  readonly manifest?: PluginManifest
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[]
  readonly hasErrors: boolean
}

/**
 * Checks a plugin as its author has it: the manifest, its texts in every language, and every file
 * that it names. `today` is `YYYY-MM-DD`.
 */
export async function lintPluginFolder(
  path: string,
  surface: HostSurface,
  today: string,
): Promise<LintResult> {
  const folder = await openPluginFolder(path)
  const reader = createManifestReader(surface)
  const options = { reader, adapters: [createInlineAdapter()], locale: 'en', today }
  const { record, diagnostics } = await readPackage(folder, options)
  const files = record === undefined ? [] : await checkFiles(record.manifest, folder)
  const text = readJsonText(folder.manifest)
  const found = files.map((finding) => toDiagnostic(finding, text.locate(finding.pointer)))
  const all = [...withPlaces(diagnostics, text), ...found].toSorted(compareDiagnostics)
  const hasErrors = all.some(({ severity }) => severity === 'error')
  return {
    ...(record === undefined ? {} : { manifest: record.manifest }),
    diagnostics: all,
    hasErrors,
  }
}

/** Findings about files of texts come without a place. */
function withPlaces(
  diagnostics: readonly Diagnostic[],
  text: ReturnType<typeof readJsonText>,
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.line === undefined
      ? { ...diagnostic, ...text.locate(diagnostic.pointer) }
      : diagnostic,
  )
}

/** A file that a manifest names, and what it must be. */
interface NamedFile {
  readonly path: string
  readonly pointer: string
  readonly check: (text: string) => string | undefined
}

async function checkFiles(
  manifest: PluginManifest,
  folder: PluginFolder,
): Promise<readonly Finding[]> {
  const findings = await Promise.all(filesOf(manifest).map((file) => checkFile(file, folder)))
  return findings.flat()
}

async function checkFile(
  { path, pointer, check }: NamedFile,
  folder: PluginFolder,
): Promise<readonly Finding[]> {
  try {
    const fault = check(await folder.read(path))
    return fault === undefined ? [] : [fileFinding(pointer, `The file ${path} ${fault}`)]
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read'
    return [fileFinding(pointer, `The file ${path} cannot be read: ${reason}`)]
  }
}

function fileFinding(pointer: string, message: string): Finding {
  return {
    code: 'file-missing',
    pointer,
    message,
    help: 'build or mend the file, or mend the path',
  }
}

/** Every file that a manifest names, but for its texts, which were read with it. */
function filesOf({ main, browser, contributes }: PluginManifest): readonly NamedFile[] {
  const packs = contributes.letters.map(({ item, pointer }) => ({
    path: item.path,
    pointer: `${pointer}/path`,
    check: checkObject,
  }))
  const holidays = contributes.holidays.map(({ item, pointer }) => ({
    path: item.path,
    pointer: `${pointer}/path`,
    check: checkHolidays,
  }))
  return [
    ...(main === undefined ? [] : [{ path: main, pointer: '/main', check: checkModule }]),
    ...(browser === undefined ? [] : [{ path: browser, pointer: '/browser', check: checkModule }]),
    ...packs,
    ...holidays,
  ]
}

/** A plugin is one file: what it imports beside its own code would not be found in every tier. */
function checkModule(text: string): string | undefined {
  const relative =
    /(?:^|[\s;}])(?:import\s*|(?:import|export)\s[^'"()=;]*\sfrom\s*)['"](\.[^'"]*)['"]/.exec(
      text,
    )?.[1]
  if (relative !== undefined) return `imports ${relative}: bundle the plugin into a single file`
  return /\bexport\b[^;]*\bplugin\b/.test(text) ? undefined : 'has no export named plugin'
}

function checkObject(text: string): string | undefined {
  return isJsonObject(readJsonText(text).value) ? undefined : 'is no JSON object'
}

function checkHolidays(text: string): string | undefined {
  const { value } = readJsonText(text)
  const days = isJsonObject(value) ? value['days'] : undefined
  const range = isJsonObject(value) ? value['range'] : undefined
  if (!Array.isArray(range) || range.length !== 2) return 'has no range of two years'
  if (!isJsonObject(days)) return 'has no days'
  const wrong = Object.keys(days).find((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day))
  return wrong === undefined ? undefined : `has the day ${wrong}, which is no YYYY-MM-DD`
}
