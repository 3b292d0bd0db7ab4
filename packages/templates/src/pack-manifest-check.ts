import type { LetterPack } from './letter-pack.ts'
import { canonicalLocale } from './locale-chain.ts'
import type { PackEntry } from './pack-entry.ts'
import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'
import { packFaults } from './pack-shape.ts'
import { isRecord, type ShapeFault } from './shape-check.ts'

/** Most templates of a pack, partials of a pack, and bytes of either. */
export const packLimits = { templates: 500, partials: 200, bytes: 64 * 1024 } as const

/** A pack whose shape is right, or what is wrong with it. */
export interface ReadPack {
  readonly pack?: LetterPack
  readonly problems: readonly PackProblem[]
}

/** Reads an unknown value as a pack. Never throws. */
export function readPack(value: unknown): ReadPack {
  const problems = packFaults(value).map(shapeProblem)
  return problems.length === 0 && isPack(value) ? { pack: value, problems } : { problems }
}

/** A fault of a built pack as a problem of the file that the part came from. */
export function shapeProblem({ pointer, message }: ShapeFault): PackProblem {
  const { file, ...inside } = fileOf(pointer)
  const help = 'write it as docs/pack-format.md says'
  return inFile(file, { code: 'pack-shape', message, help, ...inside })
}

// packFaults has looked at every member.
function isPack(value: unknown): value is LetterPack {
  return isRecord(value)
}

// The parts of a built pack come from files of the folder; people mend the files.
function fileOf(pointer: string): { readonly file: string; readonly pointer?: string } {
  const [, section = '', ...keys] = pointer.split('/')
  const [key = '', name = ''] = keys.map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'))
  const folder = jsonFolders[section]
  if (folder !== undefined && key !== '')
    return {
      file: `${folder}/${key}.json`,
      pointer: pointer.slice(`/${section}/${keys[0]}`.length),
    }
  if ((section === 'templates' || section === 'partials') && name !== '')
    return { file: `${section}/${key}/${name}.mustache` }
  return { file: 'pack.json', pointer }
}

const jsonFolders: Readonly<Record<string, string>> = {
  contracts: 'kinds',
  words: 'lint',
  wording: 'wording',
}

function inFile(file: string, complaint: Complaint): PackProblem {
  return problemAt(file, { line: 1, column: 1 }, complaint)
}

/** What the manifest says against what the folder holds, the sizes, and the names of the parts. */
export function checkManifest(
  pack: LetterPack,
  entries: readonly PackEntry[],
): readonly PackProblem[] {
  return [
    ...differences(
      'locales',
      pack.locales,
      entries.map(({ locale }) => locale),
    ),
    ...differences(
      'kinds',
      pack.kinds,
      entries.map(({ kind }) => kind),
    ),
    ...pack.locales.flatMap((locale, index) =>
      localeProblems('pack.json', locale, `/locales/${index}`),
    ),
    ...entries.flatMap(({ file, locale }) => localeProblems(file, locale)),
    ...Object.keys(pack.address ?? {}).flatMap((locale) =>
      pack.locales.includes(locale) ? [] : [inFile('pack.json', addressUnknown(locale))],
    ),
    ...Object.entries(pack.contracts).flatMap(([kind, contract]) =>
      kind === contract.kind
        ? []
        : [inFile(`kinds/${kind}.json`, misnamed('kind', contract.kind, kind))],
    ),
    ...Object.entries(pack.words).flatMap(([name, { language }]) =>
      name === language ? [] : [inFile(`lint/${name}.json`, misnamed('language', language, name))],
    ),
    ...Object.entries(pack.wording ?? {}).flatMap(([name, { language }]) =>
      name === language
        ? []
        : [inFile(`wording/${name}.json`, misnamed('language', language, name))],
    ),
    ...sizeProblems(pack, entries),
  ]
}

function differences(
  key: 'locales' | 'kinds',
  said: readonly string[],
  found: readonly string[],
): readonly PackProblem[] {
  const missing = [...new Set(found)].filter((name) => !said.includes(name))
  const idle = said.filter((name) => !found.includes(name))
  return [
    ...missing.map((name) =>
      inFile('pack.json', {
        code: 'manifest-differs',
        message: `There are templates of "${name}", which "${key}" does not name`,
        help: `add "${name}" to "${key}"`,
        pointer: `/${key}`,
      }),
    ),
    ...idle.map((name) =>
      inFile('pack.json', {
        code: 'manifest-differs',
        message: `"${key}" names "${name}", of which there is no template`,
        help: `write one, or remove "${name}" from "${key}"`,
        pointer: `/${key}/${said.indexOf(name)}`,
      }),
    ),
  ]
}

function localeProblems(file: string, locale: string, pointer?: string): readonly PackProblem[] {
  const canonical = canonicalLocale(locale)
  if (canonical === locale) return []
  return [
    inFile(file, {
      code: 'locale-invalid',
      message: `"${locale}" is not a language tag in its usual form`,
      help: canonical === undefined ? 'give a BCP 47 tag' : `write "${canonical}"`,
      ...(pointer === undefined ? {} : { pointer }),
    }),
  ]
}

const addressUnknown = (locale: string): Complaint => ({
  code: 'manifest-differs',
  message: `"address" names "${locale}", which is not one of "locales"`,
  help: 'remove it',
  pointer: `/address/${locale}`,
})

const misnamed = (key: string, said: string, name: string): Complaint => ({
  code: 'file-misnamed',
  message: `The file is named for "${name}" and says "${key}": "${said}"`,
  help: 'let them agree',
  pointer: `/${key}`,
})

function sizeProblems(pack: LetterPack, entries: readonly PackEntry[]): readonly PackProblem[] {
  const partials = Object.entries(pack.partials).flatMap(([locale, texts]) =>
    Object.entries(texts).map(([name, text]) => ({
      file: `partials/${locale}/${name}.mustache`,
      text,
    })),
  )
  const templates = entries.map(({ file, subject, body }) => ({
    file,
    text: `${subject?.text ?? ''}${body.text}`,
  }))
  return [
    ...countProblems('templates', templates.length),
    ...countProblems('partials', partials.length),
    ...[...templates, ...partials].flatMap(({ file, text }) => {
      const bytes = new TextEncoder().encode(text).length
      if (bytes <= packLimits.bytes) return []
      const message = `The file has ${bytes} bytes; ${packLimits.bytes} are allowed`
      return [inFile(file, { code: 'pack-too-large', message, help: 'shorten it' })]
    }),
  ]
}

function countProblems(what: 'templates' | 'partials', count: number): readonly PackProblem[] {
  if (count <= packLimits[what]) return []
  const message = `The pack has ${count} ${what}; ${packLimits[what]} are allowed`
  return [
    inFile('pack.json', { code: 'pack-too-large', message, help: 'divide it into two packs' }),
  ]
}
