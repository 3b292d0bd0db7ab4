import { loadPacks } from './load-packs.ts'
import type { PackProblem } from './pack-problem.ts'
import { checkSamples } from './sample-check.ts'

/**
 * Everything that is wrong with packs that are to be used together: shape, sizes, syntax, names,
 * places, and, once all that is right, every template rendered and linted with the sample of its
 * kind. An empty list means that the packs are good. Never throws.
 */
export function checkPacks(packs: readonly unknown[]): readonly PackProblem[] {
  const loaded = loadPacks(packs)
  const isBroken = loaded.problems.some(({ severity }) => severity === 'error')
  return isBroken ? loaded.problems : [...loaded.problems, ...checkSamples(loaded)]
}
