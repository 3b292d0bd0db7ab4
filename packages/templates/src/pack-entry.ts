import { localeChain } from './locale-chain.ts'
import type { AddressForm, LetterPack, Tone } from './letter-pack.ts'
import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'
import { readTemplateFile } from './template-file.ts'
import type { TemplateSource } from './template-source.ts'

/** The path of a template: its kind, locale, tone and form of address. */
export const templatePath =
  /^templates\/([a-z0-9-]+)\/([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(warm|neutral|brief|formal)(?:-(informal|formal))?\.mustache$/u

/** One template of a pack, read but not parsed. */
export interface PackEntry {
  /** Id of the pack. */
  readonly pack: string
  /** Path in the pack. */
  readonly file: string
  readonly kind: string
  readonly locale: string
  readonly tone: Tone
  readonly address?: AddressForm
  /** Id of the pack whose template of the same place this one takes the place of. */
  readonly replaces?: string
  readonly subject?: TemplateSource
  readonly body: TemplateSource
}

/** The templates of a pack that could be read, and what is wrong with the others. */
export interface ReadEntries {
  readonly entries: readonly PackEntry[]
  readonly problems: readonly PackProblem[]
}

/** Reads the header and the place of every template of a pack. Never throws. */
export function readEntries(pack: LetterPack): ReadEntries {
  const read = Object.entries(pack.templates).map(([path, text]) => readEntry(pack.id, path, text))
  return {
    entries: read.flatMap(({ entry }) => entry ?? []),
    problems: read.flatMap(({ problems }) => problems),
  }
}

interface ReadEntry {
  readonly entry?: PackEntry
  readonly problems: readonly PackProblem[]
}

function readEntry(pack: string, path: string, text: string): ReadEntry {
  const { file, problems } = readTemplateFile(path, text)
  const [, kind = '', locale = '', tone = '', address] = templatePath.exec(path) ?? []
  if (!file) return { problems }
  const { header, body, subject } = file
  const place = { tone, ...(address === undefined ? {} : { address }) }
  const entry = {
    pack,
    file: path,
    kind,
    locale,
    ...(place as { tone: Tone; address?: AddressForm }),
    ...(header.replaces === undefined ? {} : { replaces: header.replaces }),
    ...(subject ? { subject } : {}),
    body,
  }
  return { entry, problems: [...problems, ...disagreements(path, header, place)] }
}

function disagreements(
  path: string,
  header: Readonly<Record<string, string>>,
  place: Readonly<Record<string, string>>,
): PackProblem[] {
  return ['tone', 'address'].flatMap((key) => {
    const said = header[key]
    if (said === undefined || said === place[key]) return []
    return [problemAt(path, { line: 1, column: 1 }, disagreement(key, said, place[key]))]
  })
}

const disagreement = (key: string, said: string, named = 'none'): Complaint => ({
  code: 'header-differs',
  message: `The header says ${key} "${said}" and the file name says "${named}"`,
  help: 'let them agree, or leave the line out of the header',
})

/** What makes two templates rivals for one place: kind, locale, tone and form of address. */
export function placeOf({ kind, locale, tone, address }: PackEntry): string {
  return `${kind}/${locale}.${tone}${address ? `-${address}` : ''}`
}

/** The sources of the partials that a template of `locale` may use, nearest locale first, by name. */
export function partialsFor(
  pack: LetterPack,
  locale: string,
): Readonly<Record<string, TemplateSource>> {
  const found = localeChain(locale)
    .toReversed()
    .flatMap((tag) => partialsOf(pack, tag))
  return Object.fromEntries(found)
}

function partialsOf(pack: LetterPack, locale: string): readonly [string, TemplateSource][] {
  const folder = `partials/${locale}/`
  return Object.entries(pack.partials)
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => [
      path.slice(folder.length).replace(/\.mustache$/u, ''),
      { name: path, text: text.replaceAll('\r\n', '\n') },
    ])
}
