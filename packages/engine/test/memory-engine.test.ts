import { memoryStore } from '@afterview/engine'
import { runRandomLife, storeUnderTest } from '@afterview/engine/testing'
import { describe, expect, it } from 'vitest'

describe('the in-memory engine', () => {
  const lives = Number(process.env['AFTERVIEW_FUZZ'] ?? 5)
  it(`MOD-1 holds for ${lives} more lives at random`, async () => {
    for (let seed = 100; seed < 100 + lives; seed += 1) {
      const store = memoryStore()
      const test = storeUnderTest({ open: async () => store })
      await expect(runRandomLife(test, seed)).resolves.toBeUndefined()
      await test.close()
    }
  }, 3_600_000)
})
