import { checkNames, requiredKeys } from './check-names.ts'
import { createTemplate, type Template } from './compile-template.ts'
import type { KindContract } from './kind-contract.ts'
import type { LetterPack } from './letter-pack.ts'
import { createLintLanguage, type LintLanguage } from './lint-language.ts'
import { canonicalLocale, languageOf, localeChain } from './locale-chain.ts'
import { type PackEntry, partialsFor, placeOf, readEntries } from './pack-entry.ts'
import { checkManifest, readPack } from './pack-manifest-check.ts'
import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'
import { createPartialLibrary, inspectSource, type PartialLibrary } from './partial-library.ts'
import { parseSource } from './template-source.ts'

/** A template that is ready to render. */
export interface LoadedTemplate {
  readonly entry: PackEntry
  /** Whether its form of address is the one that its pack prefers in its locale. */
  readonly isPreferred: boolean
  readonly contract: KindContract
  readonly subject?: Template
  readonly body: Template
}

/** Packs as a book needs them. */
export interface LoadedPacks {
  readonly templates: readonly LoadedTemplate[]
  readonly contracts: ReadonlyMap<string, KindContract>
  readonly languages: ReadonlyMap<string, LintLanguage>
  /** Everything that is wrong, once. */
  readonly problems: readonly PackProblem[]
}

/** Reads packs and checks all that can be checked without rendering. Never throws. */
export function loadPacks(values: readonly unknown[]): LoadedPacks {
  const read = values.map(readPack)
  const packs = read.flatMap(({ pack }) => pack ?? [])
  const contracts = mergeContracts(packs)
  const words = new Map(packs.flatMap((pack) => Object.entries(pack.words)))
  const loaded = packs.map((pack) => loadPack(pack, contracts.byKind, new Set(words.keys())))
  const settled = settlePlaces(loaded.flatMap(({ templates }) => templates))
  const problems = [
    ...read.flatMap((one) => one.problems),
    ...contracts.problems,
    ...loaded.flatMap((one) => one.problems),
    ...settled.problems,
  ]
  return {
    templates: settled.templates,
    contracts: contracts.byKind,
    languages: new Map([...words].map(([language, list]) => [language, createLintLanguage(list)])),
    problems: withoutRepeats(problems),
  }
}

interface Contracts {
  readonly byKind: ReadonlyMap<string, KindContract>
  readonly problems: readonly PackProblem[]
}

function mergeContracts(packs: readonly LetterPack[]): Contracts {
  const byKind = new Map<string, KindContract>()
  const problems: PackProblem[] = []
  for (const contract of packs.flatMap(localContracts)) {
    const known = byKind.get(contract.kind)
    const isSame = known === undefined || essence(known) === essence(contract)
    if (!isSame) problems.push(at(`kinds/${contract.kind}.json`, kindDiffers(contract.kind)))
    const samples = { ...known?.samples, ...contract.samples }
    byKind.set(contract.kind, { ...(known ?? contract), samples })
  }
  return { byKind, problems }
}

// Packs of several languages share a kind, and each brings a sample in its own language.
function localContracts({ contracts, locales }: LetterPack): readonly KindContract[] {
  const known = locales.filter((locale) => canonicalLocale(locale) === locale)
  const languages = new Set(known.map(languageOf))
  return Object.values(contracts).map((contract) => {
    const own = [...languages].map((language) => [language, contract.sample] as const)
    return { ...contract, samples: { ...Object.fromEntries(own), ...contract.samples } }
  })
}

function essence({ output, variables, limits, needs }: KindContract): string {
  return JSON.stringify([output, variables, limits ?? {}, needs ?? []])
}

interface LoadedPack {
  readonly templates: readonly LoadedTemplate[]
  readonly problems: readonly PackProblem[]
}

function loadPack(
  pack: LetterPack,
  contracts: ReadonlyMap<string, KindContract>,
  languages: ReadonlySet<string>,
): LoadedPack {
  const { entries, problems } = readEntries(pack)
  const manifest = checkManifest(pack, entries)
  // What is no language tag has been reported and has no chain to look in.
  const usable = entries.filter(({ locale }) => canonicalLocale(locale) === locale)
  const libraries = librariesOf(pack, usable)
  const loaded = usable.map((entry) =>
    loadEntry(entry, { pack, contract: contracts.get(entry.kind), languages, libraries }),
  )
  return {
    templates: loaded.flatMap(({ template }) => template ?? []),
    problems: [
      ...problems,
      ...manifest,
      ...partialProblems(pack),
      ...loaded.flatMap((one) => one.problems),
    ],
  }
}

type Libraries = ReadonlyMap<string, PartialLibrary>

function librariesOf(pack: LetterPack, entries: readonly PackEntry[]): Libraries {
  const locales = [...new Set(entries.map(({ locale }) => locale))]
  return new Map(
    locales.map((locale) => [locale, createPartialLibrary(partialsFor(pack, locale), 'letter')]),
  )
}

// Also those that no template uses.
function partialProblems(pack: LetterPack): readonly PackProblem[] {
  return Object.entries(pack.partials).flatMap(
    ([name, text]) => parseSource({ name, text: text.replaceAll('\r\n', '\n') }, 'letter').problems,
  )
}

interface LoadedEntry {
  readonly template?: LoadedTemplate
  readonly problems: readonly PackProblem[]
}

const noPartials = createPartialLibrary({}, 'letter')

interface EntrySetting {
  readonly pack: LetterPack
  readonly contract: KindContract | undefined
  readonly languages: ReadonlySet<string>
  readonly libraries: Libraries
}

function loadEntry(entry: PackEntry, setting: EntrySetting): LoadedEntry {
  const { pack, contract, languages, libraries } = setting
  if (!contract) return { problems: [at(entry.file, kindUnknown(entry.kind))] }
  const library = libraries.get(entry.locale) ?? noPartials
  const body = readPart(entry.body, library, contract)
  const subject = entry.subject && readPart(entry.subject, noPartials, contract)
  const used = new Set([...body.used, ...(subject?.used ?? [])])
  const problems = [
    ...(subject?.problems ?? []),
    ...body.problems,
    ...contractProblems(entry, contract, languages),
  ]
  // Names in text that does not parse are unknown, not unused.
  const unused = problems.length > 0 ? [] : unusedProblems(entry, contract, used)
  const template = {
    entry,
    isPreferred: entry.address === preferredAddress(pack, entry.locale),
    contract,
    body: body.template,
    ...(subject ? { subject: subject.template } : {}),
  }
  return { template, problems: [...problems, ...unused] }
}

function preferredAddress({ address = {} }: LetterPack, locale: string): string | undefined {
  const named = localeChain(locale).find((tag) => Object.hasOwn(address, tag))
  return named === undefined ? undefined : address[named]
}

interface ReadPart {
  readonly template: Template
  readonly used: ReadonlySet<string>
  readonly problems: readonly PackProblem[]
}

function readPart(
  source: PackEntry['body'],
  library: PartialLibrary,
  contract: KindContract,
): ReadPart {
  const parsed = parseSource(source, 'letter')
  const names = checkNames(parsed, library, contract.variables)
  return {
    template: createTemplate(parsed, library),
    used: names.used,
    problems: [...inspectSource(parsed, library), ...names.problems],
  }
}

function contractProblems(
  { file, locale, subject }: PackEntry,
  { kind, output, needs = [] }: KindContract,
  languages: ReadonlySet<string>,
): readonly PackProblem[] {
  const language = languageOf(locale)
  const isMute = needs.includes('interest') && !languages.has(language)
  return [
    ...(output === 'letter' && !subject ? [at(file, subjectMissing(kind))] : []),
    ...(isMute ? [at(file, wordsMissing(kind, language))] : []),
  ]
}

function unusedProblems(
  { file, body }: PackEntry,
  { kind, variables }: KindContract,
  used: ReadonlySet<string>,
): readonly PackProblem[] {
  const unused = requiredKeys(variables).filter((key) => !used.has(key))
  return unused.map((key) =>
    problemAt(file, { line: body.firstLine ?? 1, column: 1 }, nameUnused(kind, key)),
  )
}

interface Settled {
  readonly templates: readonly LoadedTemplate[]
  readonly problems: readonly PackProblem[]
}

function settlePlaces(templates: readonly LoadedTemplate[]): Settled {
  const byPlace = Map.groupBy(templates, ({ entry }) => placeOf(entry))
  const settled = [...byPlace.values()].map(settlePlace)
  return {
    templates: settled.flatMap((one) => one.templates),
    problems: settled.flatMap((one) => one.problems),
  }
}

function settlePlace(rivals: readonly LoadedTemplate[]): Settled {
  const packs = new Set(rivals.map(({ entry }) => entry.pack))
  const replaced = new Set(rivals.flatMap(({ entry }) => entry.replaces ?? []))
  const left = rivals.filter(({ entry }) => !replaced.has(entry.pack))
  const [, ...others] = left
  const vain = rivals.filter(
    ({ entry }) => entry.replaces !== undefined && !packs.has(entry.replaces),
  )
  return {
    templates: left.slice(0, 1),
    problems: [
      ...others.map(({ entry }) => at(entry.file, placeTaken(entry, left[0]?.entry.pack ?? ''))),
      ...vain.map(({ entry }) => at(entry.file, replacesNothing(entry))),
    ],
  }
}

function withoutRepeats(problems: readonly PackProblem[]): readonly PackProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

function at(file: string, complaint: Complaint): PackProblem {
  return problemAt(file, { line: 1, column: 1 }, complaint)
}

const kindDiffers = (kind: string): Complaint => ({
  code: 'kind-differs',
  message: `Two packs declare the kind "${kind}" with different variables, limits or needs`,
  help: 'leave the kind to one pack, or give it another name',
})

const kindUnknown = (kind: string): Complaint => ({
  code: 'kind-unknown',
  message: `No pack declares the kind "${kind}"`,
  help: `write kinds/${kind}.json, or load the pack that has it`,
})

const subjectMissing = (kind: string): Complaint => ({
  code: 'subject-missing',
  message: `"${kind}" is a letter and the header has no subject`,
  help: 'add "subject: …" to the header',
})

const wordsMissing = (kind: string, language: string): Complaint => ({
  code: 'words-missing',
  message: `"${kind}" must show interest, and no pack says how "${language}" does that`,
  help: `write lint/${language}.json`,
})

const nameUnused = (kind: string, key: string): Complaint => ({
  code: 'name-unused',
  message: `"${key}" is required by "${kind}" and not used here`,
  help: 'use it, or make it optional',
})

const placeTaken = (entry: PackEntry, pack: string): Complaint => ({
  code: 'template-taken',
  message: `"${pack}" already has ${placeOf(entry)}`,
  help: `add "replaces: ${pack}" to the header, or take another place`,
})

const replacesNothing = (entry: PackEntry): Complaint => ({
  code: 'replaces-nothing',
  severity: 'warning',
  message: `"${entry.replaces}" has no ${placeOf(entry)} to replace`,
  help: 'remove the line, or load that pack too',
})
