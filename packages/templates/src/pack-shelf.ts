import type { RatedPlace } from './choose-template.ts'
import type { KindContract } from './kind-contract.ts'
import type { LetterPack } from './letter-pack.ts'
import type { LetterWording } from './letter-wording.ts'
import type { LintWords } from './lint-words.ts'
import { canonicalLocale, languageOf, localeChain } from './locale-chain.ts'
import { type PackEntry, placeOf, readEntries } from './pack-entry.ts'
import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'

/** A template that can be chosen, not parsed yet. */
export interface ShelvedEntry extends RatedPlace {
  readonly entry: PackEntry
  readonly pack: LetterPack
}

/** What several packs come to together. */
export interface PackShelf {
  /** One template for each place. */
  readonly entries: readonly ShelvedEntry[]
  readonly contracts: ReadonlyMap<string, KindContract>
  readonly words: ReadonlyMap<string, LintWords>
  /** By language; of several the last pack's. */
  readonly wording: ReadonlyMap<string, LetterWording>
  /** Headers that cannot be read, and packs that stand in each other's way. */
  readonly problems: readonly PackProblem[]
}

/** Puts the templates of packs in their places. The shape of the packs must be right. Never throws. */
export function shelvePacks(packs: readonly LetterPack[]): PackShelf {
  const contracts = mergeContracts(packs)
  const read = packs.map((pack) => ({ pack, ...readEntries(pack) }))
  const shelved = read.flatMap(({ pack, entries }) =>
    entries.flatMap((entry) => shelve(pack, entry)),
  )
  const settled = settlePlaces(shelved)
  return {
    entries: settled.entries,
    contracts: contracts.byKind,
    words: new Map(packs.flatMap((pack) => Object.entries(pack.words))),
    wording: new Map(packs.flatMap((pack) => Object.entries(pack.wording ?? {}))),
    problems: [
      ...contracts.problems,
      ...read.flatMap(({ problems }) => problems),
      ...settled.problems,
    ],
  }
}

// What is no language tag has no chain to look in; the checks report it.
function shelve(pack: LetterPack, entry: PackEntry): readonly ShelvedEntry[] {
  const { locale, tone, address } = entry
  if (canonicalLocale(locale) !== locale) return []
  const isPreferred = address === preferredAddress(pack, locale)
  const place = address === undefined ? { locale, tone } : { locale, tone, address }
  return [{ ...place, isPreferred, entry, pack }]
}

function preferredAddress({ address = {} }: LetterPack, locale: string): string | undefined {
  const named = localeChain(locale).find((tag) => Object.hasOwn(address, tag))
  return named === undefined ? undefined : address[named]
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

interface Settled {
  readonly entries: readonly ShelvedEntry[]
  readonly problems: readonly PackProblem[]
}

function settlePlaces(entries: readonly ShelvedEntry[]): Settled {
  const byPlace = Map.groupBy(entries, ({ entry }) => placeOf(entry))
  const settled = [...byPlace.values()].map(settlePlace)
  return {
    entries: settled.flatMap((one) => one.entries),
    problems: settled.flatMap((one) => one.problems),
  }
}

function settlePlace(rivals: readonly ShelvedEntry[]): Settled {
  const packs = new Set(rivals.map(({ entry }) => entry.pack))
  const replaced = new Set(rivals.flatMap(({ entry }) => entry.replaces ?? []))
  const [first, ...others] = rivals.filter(({ entry }) => !replaced.has(entry.pack))
  const vain = rivals.filter(
    ({ entry: { replaces } }) => replaces !== undefined && !packs.has(replaces),
  )
  return {
    entries: first ? [first] : [],
    problems: [
      ...others.map(({ entry }) => at(entry.file, placeTaken(entry, first?.entry.pack ?? ''))),
      ...vain.map(({ entry }) => at(entry.file, replacesNothing(entry))),
    ],
  }
}

function at(file: string, complaint: Complaint): PackProblem {
  return problemAt(file, { line: 1, column: 1 }, complaint)
}

const kindDiffers = (kind: string): Complaint => ({
  code: 'kind-differs',
  message: `Two packs declare the kind "${kind}" with different variables, limits or needs`,
  help: 'leave the kind to one pack, or give it another name',
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
