import type { EngineCase } from '../engine-case.ts'
import { runRandomLife } from '../random-life.ts'

/** What no list of examples reaches. */
export const modelCases: readonly EngineCase[] = [11, 12, 13].map((seed) => ({
  rule: 'MOD-1',
  title: `whatever happens in whatever order, the core alone would have made the same (seed ${seed})`,
  run: (test) => runRandomLife(test, seed),
}))
