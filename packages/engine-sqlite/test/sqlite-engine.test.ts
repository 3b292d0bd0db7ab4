import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '@afterview/engine-sqlite'
import {
  runRandomLife,
  type StoredData,
  storeUnderTest,
  testEngine,
  testStore,
} from '@afterview/engine/testing'

async function createData(): Promise<StoredData> {
  const folder = await mkdtemp(join(tmpdir(), 'afterview-'))
  return {
    open: async () => openSqliteStore({ file: join(folder, 'afterview.db') }),
    discard: () => rm(folder, { recursive: true }),
  }
}

testEngine('the SQLite engine', async () => storeUnderTest(await createData()), { describe, it })
testStore('the SQLite store', createData, { describe, it })

describe('the SQLite engine', () => {
  const lives = Number(process.env['AFTERVIEW_FUZZ'] ?? 1)
  it(`MOD-1 holds for ${lives} more lives at random`, async () => {
    for (let seed = 500; seed < 500 + lives; seed += 1) {
      const test = storeUnderTest(await createData())
      await expect(runRandomLife(test, seed)).resolves.toBeUndefined()
      await test.close()
    }
  }, 3_600_000)
})
