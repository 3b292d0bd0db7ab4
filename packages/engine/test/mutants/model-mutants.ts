import { type Mutant, mutant } from './mutant.ts'

/** Engines that go wrong once in a while only. */
export const modelMutants: readonly Mutant[] = [
  mutant('loses every seventh write', 'MOD-1', {
    store: (store) => {
      let writes = 0
      return {
        async commit(some) {
          writes += 1
          return writes % 7 === 0 ? some.map(() => 'written') : store.commit(some)
        },
      }
    },
  }),
]
