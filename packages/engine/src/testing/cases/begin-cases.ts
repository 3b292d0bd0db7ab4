import { checkEqual, checkRejects, check } from '../check.ts'
import type { EngineCase } from '../engine-case.ts'
import { applicationInput, fact, readNow, tell, morning } from '../scenario.ts'

/** How lifecycles begin. */
export const beginCases: readonly EngineCase[] = [
  {
    rule: 'BEG-1',
    title: 'beginning again with the same input answers with what is stored',
    async run({ open }) {
      const engine = await open()
      const first = await engine.begin(applicationInput('acme-1'))
      check(first.created, 'the first beginning creating it')
      await tell(engine, 'acme-1', fact('timeframe.asked', morning))
      const { round, ...rest } = applicationInput('acme-1')
      const again = await engine.begin({ round, ...rest })
      checkEqual(again.created, false, 'the second beginning creating it')
      checkEqual(again.snapshot, await readNow(engine, 'acme-1'), 'the snapshot')
      checkEqual((await engine.history('acme-1')).length, 2, 'the number of entries')
    },
  },
  {
    rule: 'BEG-2',
    title: 'beginning with another input under a used id is an error and changes nothing',
    async run({ open }) {
      const engine = await open()
      const { snapshot } = await engine.begin(applicationInput('acme-1'))
      const other = { ...applicationInput('acme-1'), role: 'Gardener' }
      await checkRejects(engine.begin(other), 'application-exists')
      checkEqual(await engine.read('acme-1'), snapshot, 'the snapshot')
    },
  },
  {
    rule: 'BEG-3',
    title: 'input that makes no sense is an error and leaves nothing behind',
    async run({ open }) {
      const engine = await open()
      const input = { ...applicationInput('acme-1'), role: '' }
      await checkRejects(engine.begin(input), 'start-input-malformed')
      checkEqual(await engine.read('acme-1'), undefined, 'the snapshot')
      checkEqual((await engine.list()).items, [], 'the list')
    },
  },
  {
    rule: 'BEG-4',
    title: 'beginnings at the same time, also through two engines, create one lifecycle',
    async run({ open }) {
      const engines = [await open(), await open()]
      const begun = await Promise.all(
        [...engines, ...engines].map((engine) => engine.begin(applicationInput('acme-1'))),
      )
      checkEqual(begun.filter(({ created }) => created).length, 1, 'the number created')
    },
  },
]
