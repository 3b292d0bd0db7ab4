import 'fake-indexeddb/auto'
import { runRandomLife, testEngine, testStore } from '@afterview/engine/testing'
import { describe, expect, it } from 'vitest'
import { createData, tabsUnderTest } from './tabs-under-test.ts'

testEngine('the IndexedDB engine', async () => tabsUnderTest(), { describe, it })
testStore('the IndexedDB store', async () => createData(), { describe, it })

describe('the IndexedDB engine', () => {
  const lives = Number(process.env['AFTERVIEW_FUZZ'] ?? 1)
  it(`MOD-1 holds for ${lives} more lives at random`, async () => {
    for (let seed = 700; seed < 700 + lives; seed += 1) {
      const test = tabsUnderTest()
      await expect(runRandomLife(test, seed)).resolves.toBeUndefined()
      await test.close()
    }
  }, 3_600_000)
})
