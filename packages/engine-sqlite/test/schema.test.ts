import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '@afterview/engine-sqlite'
import { openEngine, testHost } from './application.ts'
import { testFolder } from './folder.ts'

/** `schema-<number>.sql`: a file of a released version as SQL, never written again. */
const golden = join(import.meta.dirname, 'golden')
const dumps = readdirSync(golden).filter((file) => file.startsWith('schema-'))

function restored(dump: string): string {
  const file = join(testFolder(), 'old.db')
  const old = new DatabaseSync(file)
  old.exec(readFileSync(join(golden, dump), 'utf8'))
  old.close()
  return file
}

function schemaOf(file: string): { readonly version: unknown; readonly sql: readonly unknown[] } {
  const reader = new DatabaseSync(file)
  const version = reader.prepare('PRAGMA user_version').get()?.['user_version']
  const sql = reader
    .prepare("SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
    .all()
    .map((row) => row['sql'])
  reader.close()
  return { version, sql }
}

describe('a file of an earlier schema', () => {
  it('MIG-1 is kept as a dump for every schema up to the present one', async () => {
    const file = join(testFolder(), 'new.db')
    await openSqliteStore({ file }).close()
    const { version } = schemaOf(file)
    const numbers = dumps.map((dump) => Number(/\d+/.exec(dump)?.[0]))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: Number(version) }, (_, index) => index + 1),
    )
  })

  it.each(dumps)('MIG-2 is brought to the schema of a new file: %s', async (dump) => {
    const [old, fresh] = [restored(dump), join(testFolder(), 'new.db')]
    await openSqliteStore({ file: old }).close()
    await openSqliteStore({ file: fresh }).close()
    expect(schemaOf(old)).toEqual(schemaOf(fresh))
  })

  it.each(dumps)('MIG-3 is carried on with all that is in it: %s', async (dump) => {
    const host = testHost()
    const engine = await openEngine({ file: restored(dump) }, host)
    const ids = (await engine.list()).items.map(({ applicationId }) => applicationId)
    expect(ids).toEqual(['unreadable-1', 'waiting-1', 'withdrawn-1'])
    expect((await engine.failures()).items.map(({ code }) => code)).toEqual(['snapshot-unreadable'])
    const dead = (await engine.deadLetters()).items.map(({ effect }) => effect.key)
    expect(dead).toEqual(['withdrawn-1/1/0', 'withdrawn-1/1/1'])
    const delivered: string[] = []
    engine.handleEffects('one', ({ key }) => void delivered.push(key))
    await host.clock.sleepTo('2026-12-02T08:00:00Z')
    const [listed] = (await engine.list({ state: 'waiting' })).items
    expect(listed?.state).toBe('waiting.checkInDue')
    expect(delivered).toContain('waiting-1/1/0')
    const again = { type: 'interview.ended', at: '2026-11-25T14:30:00Z' }
    expect(await engine.record('waiting-1', again, { key: 'click-1' })).toMatchObject({
      unchanged: 'duplicate',
    })
    expect(await engine.redeliver('withdrawn-1/1/0')).toBe(true)
    expect(await engine.checkIntegrity()).toEqual([])
  })
})
