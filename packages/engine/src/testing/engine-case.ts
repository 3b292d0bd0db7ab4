import type { Ability, EngineUnderTest } from './engine-under-test.ts'

/** One guarantee with the check of it. */
export interface EngineCase {
  /** Id of the rule in SPEC.md. */
  readonly rule: string
  /** A sentence about what engines do. */
  readonly title: string
  readonly needs?: Ability
  run(test: EngineUnderTest): Promise<void>
}
