import { describe, it } from 'vitest'
import { memoryStore } from '@afterview/engine'
import { storeUnderTest, testEngine } from '@afterview/engine/testing'

async function create() {
  const store = memoryStore()
  return storeUnderTest({ open: async () => store })
}

testEngine('the in-memory engine', create, { describe, it })
