import { describe, expect, it } from 'vitest'
import { engineCases, runCase } from '@afterview/engine/testing'
import { clockMutants } from './mutants/clock-mutants.ts'
import { engineMutants } from './mutants/engine-mutants.ts'
import { lifecycleMutants } from './mutants/lifecycle-mutants.ts'
import { modelMutants } from './mutants/model-mutants.ts'
import type { Mutant } from './mutants/mutant.ts'
import { storeMutants } from './mutants/store-mutants.ts'

const mutants = [
  ...lifecycleMutants,
  ...storeMutants,
  ...clockMutants,
  ...engineMutants,
  ...modelMutants,
]

/** The rules, of those that should catch it, that do. */
async function catches({ caughtBy, create }: Mutant): Promise<readonly string[]> {
  const caught = new Set<string>()
  for (const one of engineCases.filter(({ rule }) => caughtBy.includes(rule))) {
    await runCase(one, create).catch(() => caught.add(one.rule))
  }
  return [...caught].toSorted()
}

describe('the conformance suite', () => {
  it.each(mutants)('catches an engine that $name', async (mutant) => {
    expect(await catches(mutant)).toEqual([...mutant.caughtBy].toSorted())
  })

  it('has no rule that nothing can break', () => {
    const breakable = new Set(mutants.flatMap(({ caughtBy }) => caughtBy))
    const rules = new Set(engineCases.map(({ rule }) => rule))
    expect([...rules].filter((rule) => !breakable.has(rule))).toEqual([])
  })
})
