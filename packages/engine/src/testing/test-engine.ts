import { beginCases } from './cases/begin-cases.ts'
import { dataCases } from './cases/data-cases.ts'
import { effectCases } from './cases/effect-cases.ts'
import { failureCases } from './cases/failure-cases.ts'
import { modelCases } from './cases/model-cases.ts'
import { recordCases } from './cases/record-cases.ts'
import { timerCases } from './cases/timer-cases.ts'
import type { EngineCase } from './engine-case.ts'
import type { Ability, EngineUnderTest } from './engine-under-test.ts'

/** Every guarantee of the `Engine` contract, as checks. */
export const engineCases: readonly EngineCase[] = [
  ...beginCases,
  ...recordCases,
  ...timerCases,
  ...effectCases,
  ...dataCases,
  ...failureCases,
  ...modelCases,
]

/** What the suite needs of a test runner: vitest, `node:test` and their like have it. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: ((title: string, body: () => Promise<void>) => unknown) & {
    readonly skip: (title: string, body: () => Promise<void>) => unknown
  }
}

/** What an engine cannot offer to the suite, with the reason in words. */
export type LeftOut = Partial<Record<Ability, string>>

/**
 * Registers the conformance suite for an engine: one test for each guarantee, its rule's id first.
 * `create` makes empty data and is called for each test. A case that needs what the engine cannot
 * offer is skipped with the reason in its title.
 */
export function testEngine(
  name: string,
  create: () => Promise<EngineUnderTest>,
  { describe, it }: TestRunner,
  leftOut: LeftOut = {},
): void {
  describe(`${name} keeps the engine contract`, () => {
    for (const one of engineCases) {
      const title = `${one.rule} ${one.title}`
      const reason = one.needs && leftOut[one.needs]
      const body = (): Promise<void> => runCase(one, create)
      if (reason === undefined) it(title, body)
      // The engine's author says what it cannot be asked for, and why; the title tells the reader.
      else it.skip(`${title} (left out: ${reason})`, body)
    }
  })
}

/** Runs one case on fresh data; throws when the engine does not keep the rule. */
export async function runCase(
  one: EngineCase,
  create: () => Promise<EngineUnderTest>,
): Promise<void> {
  const test = await create()
  try {
    await one.run(test)
  } finally {
    await test.close()
  }
}
