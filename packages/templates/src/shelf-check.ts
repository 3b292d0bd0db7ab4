import type { KindContract } from './kind-contract.ts'
import type { LetterPack } from './letter-pack.ts'
import { type PackEntry, readEntries } from './pack-entry.ts'
import { type Complaint, type PackProblem, problemAt } from './pack-problem.ts'
import type { PackShelf } from './pack-shelf.ts'

/** What packs say of each other that is not so: kinds that differ, templates that replace nothing. */
export function checkShelf(
  packs: readonly LetterPack[],
  { contracts, problems }: PackShelf,
): readonly PackProblem[] {
  return [
    ...packs.flatMap((pack) => differingKinds(pack, contracts)),
    ...problems,
    ...vainReplacements(packs.flatMap(readEntries)),
  ]
}

function differingKinds(
  pack: LetterPack,
  known: ReadonlyMap<string, KindContract>,
): readonly PackProblem[] {
  return Object.values(pack.contracts)
    .filter((contract) => essence(contract) !== essence(known.get(contract.kind) ?? contract))
    .map(({ kind }) => at(`kinds/${kind}.json`, kindDiffers(kind)))
}

function essence({ output, variables, limits, needs }: KindContract): string {
  return JSON.stringify([output, variables, limits ?? {}, needs ?? []])
}

function vainReplacements(entries: readonly PackEntry[]): readonly PackProblem[] {
  const places = new Set(entries.map(({ pack, file }) => `${pack.id} ${file}`))
  return entries.flatMap(({ file, replaces }) => {
    const isVain = replaces !== undefined && !places.has(`${replaces} ${file}`)
    return isVain ? [at(file, replacesNothing(replaces))] : []
  })
}

function at(file: string, complaint: Complaint): PackProblem {
  return problemAt(file, { line: 1, column: 1 }, complaint)
}

const kindDiffers = (kind: string): Complaint => ({
  code: 'kind-differs',
  message: `Two packs declare the kind "${kind}" with different variables, limits or needs`,
  help: 'leave the kind to one pack, or give it another name',
})

const replacesNothing = (pack: string): Complaint => ({
  code: 'replaces-nothing',
  severity: 'warning',
  message: `"${pack}" has no such template to replace`,
  help: 'remove the line, or load that pack too',
})
