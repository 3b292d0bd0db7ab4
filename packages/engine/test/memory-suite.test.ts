import { memoryStore } from '@afterview/engine'
import { type StoredData, storeUnderTest, testEngine, testStore } from '@afterview/engine/testing'
import { describe, it } from 'vitest'

async function createData(): Promise<StoredData> {
  const store = memoryStore()
  return { open: async () => store }
}

testStore('the memory store', createData, { describe, it })
testEngine('the in-memory engine', async () => storeUnderTest(await createData()), { describe, it })
