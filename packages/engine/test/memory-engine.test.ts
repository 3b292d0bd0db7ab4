import { describe, expect, it } from 'vitest'
import { memoryStore } from '@afterview/engine'
import {
  runRandomLife,
  type StoredData,
  storeUnderTest,
  testEngine,
  testStore,
} from '@afterview/engine/testing'

async function createData(): Promise<StoredData> {
  const store = memoryStore()
  return { open: async () => store }
}

testEngine('the in-memory engine', async () => storeUnderTest(await createData()), { describe, it })
testStore('the memory store', createData, { describe, it })

describe('the in-memory engine', () => {
  const lives = Number(process.env['AFTERVIEW_FUZZ'] ?? 5)
  it(`MOD-1 holds for ${lives} more lives at random`, async () => {
    for (let seed = 100; seed < 100 + lives; seed += 1) {
      const test = storeUnderTest(await createData())
      await expect(runRandomLife(test, seed)).resolves.toBeUndefined()
      await test.close()
    }
  }, 600_000)
})
