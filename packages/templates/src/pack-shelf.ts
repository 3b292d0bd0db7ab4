import type { KindContract } from './kind-contract.ts'
import type { LetterPack } from './letter-pack.ts'
import type { LetterWording } from './letter-wording.ts'
import type { LintWords } from './lint-words.ts'
import { shorterTags } from './locale-chain.ts'
import { type PackEntry, readEntries } from './pack-entry.ts'
import { type PackProblem, problemAt } from './pack-problem.ts'

/** What several packs come to together. */
export interface PackShelf {
  /** One template for each place. */
  readonly entries: readonly PackEntry[]
  /** By kind; of several the first pack's, with the samples of all. */
  readonly contracts: ReadonlyMap<string, KindContract>
  readonly words: ReadonlyMap<string, LintWords>
  /** By language; of several the last pack's. */
  readonly wording: ReadonlyMap<string, LetterWording>
  /** Templates that want a place that another has. */
  readonly problems: readonly PackProblem[]
}

/** Puts the templates of packs in their places. The shape of the packs must be right. Never throws. */
export function shelvePacks(packs: readonly LetterPack[]): PackShelf {
  const rivals = Map.groupBy(packs.flatMap(readEntries), ({ file }) => file)
  const settled = [...rivals.values()].map(settlePlace)
  return {
    entries: settled.flatMap((kept) => kept.slice(0, 1)),
    contracts: mergeContracts(packs),
    words: new Map(packs.flatMap(({ words }) => Object.entries(words))),
    wording: new Map(packs.flatMap(({ wording = {} }) => Object.entries(wording))),
    problems: settled.flatMap(([first, ...others]) =>
      others.map(({ file }) => placeTaken(file, first?.pack.id ?? '')),
    ),
  }
}

// Packs of several languages share a kind, and each brings a sample in its own language.
function mergeContracts(packs: readonly LetterPack[]): ReadonlyMap<string, KindContract> {
  const byKind = new Map<string, KindContract>()
  for (const { contracts, locales } of packs) {
    for (const contract of Object.values(contracts)) {
      const known = byKind.get(contract.kind) ?? contract
      const own = locales.map((tag) => [shorterTags(tag).at(-1), contract.sample])
      const samples = { ...known.samples, ...Object.fromEntries(own), ...contract.samples }
      byKind.set(contract.kind, { ...known, samples })
    }
  }
  return byKind
}

// The one that keeps the place, and those that are in its way.
function settlePlace(rivals: readonly PackEntry[]): readonly PackEntry[] {
  const replaced = new Set(rivals.map(({ replaces }) => replaces))
  return rivals.filter(({ pack }) => !replaced.has(pack.id))
}

function placeTaken(file: string, by: string): PackProblem {
  return problemAt(
    file,
    { line: 1, column: 1 },
    {
      code: 'template-taken',
      message: `"${by}" already has this template`,
      help: `add "replaces: ${by}" to the header, or take another place`,
    },
  )
}
