import { describe, it } from 'vitest'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '@afterview/engine-sqlite'
import { type EngineUnderTest, storeUnderTest, testEngine } from '@afterview/engine/testing'

async function create(): Promise<EngineUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'afterview-'))
  return storeUnderTest({
    open: async () => openSqliteStore({ file: join(folder, 'afterview.db') }),
    discard: () => rm(folder, { recursive: true }),
  })
}

testEngine('the SQLite engine', create, { describe, it })
