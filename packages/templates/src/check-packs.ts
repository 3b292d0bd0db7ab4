import type { LetterPack } from './letter-pack.ts'
import { loadTemplate } from './load-template.ts'
import { readEntries } from './pack-entry.ts'
import { checkManifest, readPack } from './pack-manifest-check.ts'
import { packInvalid, type PackProblem, withoutRepeats } from './pack-problem.ts'
import { type PackShelf, shelvePacks } from './pack-shelf.ts'
import { checkSamples } from './sample-check.ts'
import { checkShelf } from './shelf-check.ts'
import { checkTags } from './tag-check.ts'
import { checkTemplate } from './template-check.ts'
import { parseSource } from './mustache-engine.ts'

/**
 * Everything that is wrong with packs that are to be used together: shape, sizes, syntax, names,
 * places, and, once all that is right, every template rendered and linted with the sample of its
 * kind. An empty list means that the packs are good. Never throws.
 */
export function checkPacks(values: readonly unknown[]): readonly PackProblem[] {
  const read = values.map(readPack)
  const packs = read.flatMap(({ pack }) => pack ?? [])
  const shelf = shelvePacks(packs)
  const problems = withoutRepeats([
    ...read.flatMap((one) => one.problems),
    ...checkShelf(packs, shelf),
    ...packs.flatMap((pack) => checkManifest(pack, readEntries(pack))),
    ...packs.flatMap(partialProblems),
    ...templateProblems(shelf),
  ])
  const isBroken = problems.some(({ severity }) => severity === 'error')
  return isBroken ? problems : [...problems, ...checkSamples(shelf)]
}

/**
 * Checks packs that come from elsewhere, such as a plugin, and gives them back for
 * {@link createLetterBook}. Warnings do not keep a pack out; {@link checkPacks} tells them.
 * @throws AfterviewError `pack-invalid` with every error in `details.problems`
 */
export function openPacks(values: readonly unknown[]): readonly LetterPack[] {
  const errors = checkPacks(values).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw packInvalid(errors)
  return values.flatMap((value) => readPack(value).pack ?? [])
}

function templateProblems({ entries, contracts, words }: PackShelf): readonly PackProblem[] {
  const languages = new Set(words.keys())
  return entries.flatMap((entry) =>
    checkTemplate(loadTemplate(entry), contracts.get(entry.kind), languages),
  )
}

// Also those that no template uses.
function partialProblems(pack: LetterPack): readonly PackProblem[] {
  return Object.entries(pack.partials).flatMap(([locale, texts]) =>
    Object.entries(texts).flatMap(([name, text]) =>
      checkTags(parseSource({ name: `partials/${locale}/${name}.mustache`, text })),
    ),
  )
}
