import { checkHeader } from './header-check.ts'
import { jsonFault } from './json-fault.ts'
import { jsonPosition } from './json-position.ts'
import type { LetterPack } from './letter-pack.ts'
import { normalizeFile } from './normalize-file.ts'
import { readPack, shapeProblem } from './pack-manifest-check.ts'
import { type Complaint, type PackProblem, problemAt, withoutRepeats } from './pack-problem.ts'
import { manifestShape } from './pack-shape.ts'
import { isRecord } from './shape-check.ts'
import { packTemplate, readTemplateFile, type TemplateFile } from './template-file.ts'
import { textPath } from './template-path.ts'
import { positionAt } from './text-position.ts'

/** The files of a pack's folder: text by path, with `/` between the names. */
export type PackFiles = Readonly<Record<string, string>>

/** The pack that a folder holds, or why it holds none. */
export interface PackOfFiles {
  /** Left out when a JSON file cannot be read or something has the wrong shape. */
  readonly pack?: LetterPack
  /** Of the files, their shape and the headers of templates. */
  readonly problems: readonly PackProblem[]
}

/**
 * Makes one JSON value of the files of a pack's folder. It checks the files, their shape
 * and the headers of templates, which the value no longer has; {@link checkPacks} checks the rest.
 * Never throws.
 */
export function packOfFiles(files: PackFiles): PackOfFiles {
  const json = Object.entries(files).filter(([path]) => jsonPath.test(path))
  const parsed = json.map(([path, text]) => ({ path, ...parseJson(path, text) }))
  const problems = [...strayFiles(files), ...parsed.flatMap(({ problems }) => problems)]
  if (problems.length > 0) return { problems }
  const values = new Map(parsed.map(({ path, value }) => [path, value]))
  const manifest = values.get('pack.json')
  const shape = manifestShape(manifest, '').map(shapeProblem)
  const templates = templateFiles(files)
  const read = readPack({
    format: 1,
    ...(isRecord(manifest) ? manifest : {}),
    contracts: folderOf(values, 'kinds'),
    templates: byFolder(templates.flatMap(packed)),
    partials: byFolder(partialTexts(files)),
    words: folderOf(values, 'lint'),
    ...wordingOf(values),
  })
  const headers = templates.flatMap(({ path, file }) => checkHeader(path, file))
  const found = withoutRepeats([...shape, ...read.problems])
  const located = [...locateProblems(found, files), ...headers]
  return shape.length > 0 ? { problems: located } : { ...read, problems: located }
}

/** Problems of built packs with the lines and columns that their JSON pointers have in the files. */
export function locateProblems(
  problems: readonly PackProblem[],
  files: PackFiles,
): readonly PackProblem[] {
  return problems.map((problem) => {
    const text = files[problem.file]
    if (problem.pointer === undefined || text === undefined) return problem
    return { ...problem, ...jsonPosition(text, problem.pointer) }
  })
}

const jsonPath = /^(?:pack|kinds\/[^/]+|lint\/[^/]+|wording\/[^/]+)\.json$/u
function strayFiles(files: PackFiles): readonly PackProblem[] {
  const stray = Object.keys(files).filter((path) => !jsonPath.test(path) && !textPath.test(path))
  const missing = Object.hasOwn(files, 'pack.json') ? [] : ['pack.json']
  return [
    ...stray.map((path) => problemAt(path, { line: 1, column: 1 }, fileUnknown)),
    ...missing.map((path) => problemAt(path, { line: 1, column: 1 }, manifestMissing)),
  ]
}

interface ParsedJson {
  readonly value?: unknown
  readonly problems: readonly PackProblem[]
}

function parseJson(path: string, text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text.replace(/^\u{feff}/u, ''))
    return { value, problems: [] }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const at = positionAt(text, jsonFault(text))
    return {
      problems: [problemAt(path, at, { code: 'json-syntax', message, help: 'write valid JSON' })],
    }
  }
}

function folderOf(values: ReadonlyMap<string, unknown>, folder: string): Record<string, unknown> {
  const start = `${folder}/`
  const inside = [...values].filter(([path]) => path.startsWith(start))
  return Object.fromEntries(
    inside.map(([path, value]) => [path.slice(start.length).replace(/\.json$/u, ''), value]),
  )
}

/** Most packs speak languages that are known, and have none. */
function wordingOf(values: ReadonlyMap<string, unknown>): { readonly wording?: object } {
  const wording = folderOf(values, 'wording')
  return Object.keys(wording).length === 0 ? {} : { wording }
}

interface TextFile {
  readonly path: string
  /** The kind of a template, the locale of a partial. */
  readonly folder: string
  readonly name: string
  readonly text: string
}

function textsOf(files: PackFiles, section: string): readonly TextFile[] {
  return Object.entries(files)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, text]) => {
      const groups = textPath.exec(path)?.groups
      const { folder = '', name = '' } = groups ?? {}
      return groups?.['section'] === section ? [{ path, folder, name, text }] : []
    })
}

interface ReadTemplate extends TextFile {
  /** Left out where the text has no header. */
  readonly file: TemplateFile | undefined
}

function templateFiles(files: PackFiles): readonly ReadTemplate[] {
  return textsOf(files, 'templates').map((one) => ({ ...one, file: readTemplateFile(one.text) }))
}

/** Something of a pack by the folder and the name of its file. */
interface Filed {
  readonly folder: string
  readonly name: string
  readonly value: unknown
}

function packed({ folder, name, file }: ReadTemplate): readonly Filed[] {
  return file ? [{ folder, name, value: packTemplate(file) }] : []
}

function partialTexts(files: PackFiles): readonly Filed[] {
  return textsOf(files, 'partials').map(({ folder, name, text }) => ({
    folder,
    name,
    value: normalizeFile(text),
  }))
}

function byFolder(items: readonly Filed[]): Record<string, Record<string, unknown>> {
  const folders = [...Map.groupBy(items, ({ folder }) => folder)]
  return Object.fromEntries(
    folders.map(([folder, own]) => [
      folder,
      Object.fromEntries(own.map(({ name, value }) => [name, value])),
    ]),
  )
}

const fileUnknown: Complaint = {
  code: 'file-unknown',
  message: 'The file has no place in a pack',
  help: 'remove it, or name it as docs/pack-format.md says',
}

const manifestMissing: Complaint = {
  code: 'manifest-missing',
  message: 'The folder has no pack.json',
  help: 'write one',
}
