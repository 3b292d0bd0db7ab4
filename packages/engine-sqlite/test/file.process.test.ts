import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteStore, type SqliteEngine } from '@afterview/engine-sqlite'
import { applicationInput, openEngine, testHost } from './application.ts'
import { testFolder } from './folder.ts'

describe('the file', () => {
  it('FIL-1 is made when it is not there, by path or by URL', async () => {
    const folder = testFolder()
    await openEngine({ file: join(folder, 'one.db') })
    await openEngine({ file: pathToFileURL(join(folder, 'other.db')) })
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['one.db', 'other.db']))
  })

  it('FIL-1 is made in place of an empty one', async () => {
    const file = join(testFolder(), 'empty.db')
    writeFileSync(file, '')
    const engine = await openEngine({ file })
    expect(await engine.checkIntegrity()).toEqual([])
  })

  it.each(['', ':memory:'])('FIL-2 must be a file: %j is refused', async (file) => {
    await expect(openEngine({ file })).rejects.toMatchObject({ code: 'file-malformed' })
  })

  it('FIL-2 must be in a folder that is there', async () => {
    const file = join(testFolder(), 'missing', 'one.db')
    await expect(openEngine({ file })).rejects.toMatchObject({ code: 'folder-missing' })
  })

  it('FIL-2 cannot be a folder', async () => {
    const file = join(testFolder(), 'folder')
    mkdirSync(file)
    await expect(openEngine({ file })).rejects.toMatchObject({ code: 'database-not-writable' })
  })

  it.each([
    ['a text', 'Dear Sam, thank you for the talk. '.repeat(40)],
    ['a short text', 'Dear Sam'],
    ['the start of a database', 'SQLite format 3\0'],
  ])('FIL-3 is refused and left untouched when it is %s', async (_what, content) => {
    const folder = testFolder()
    const file = join(folder, 'letter.db')
    writeFileSync(file, content)
    await expect(openEngine({ file })).rejects.toMatchObject({ code: 'file-not-a-database' })
    expect(readFileSync(file, 'utf8')).toBe(content)
    expect(readdirSync(folder)).toEqual(['letter.db'])
  })

  it("FIL-4 is refused and left untouched when it is another program's database", async () => {
    const folder = testFolder()
    const file = join(folder, 'other.db')
    const other = new DatabaseSync(file)
    other.exec('CREATE TABLE note (text TEXT)')
    other.close()
    const before = readFileSync(file)
    await expect(openEngine({ file })).rejects.toMatchObject({ code: 'database-foreign' })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['other.db'])
  })

  it('FIL-5 is refused and left untouched when a newer version has made it', async () => {
    const file = join(testFolder(), 'newer.db')
    await openSqliteStore({ file }).close()
    const later = new DatabaseSync(file)
    later.exec('PRAGMA user_version = 99; CREATE TABLE later (x)')
    later.close()
    const before = readFileSync(file)
    await expect(openEngine({ file })).rejects.toMatchObject({
      code: 'database-newer',
      details: { schema: 99 },
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('FIL-6 in a folder without write permission is refused with what to do', () => {
    const folder = testFolder()
    chmodSync(folder, 0o555)
    const script = `
      const { openSqliteStore } = await import(${JSON.stringify(import.meta.resolve('@afterview/engine-sqlite'))})
      try { openSqliteStore({ file: ${JSON.stringify(join(folder, 'one.db'))} }) }
      catch (error) { console.log(error.code) }`
    const isRoot = process.getuid?.() === 0
    const identity = isRoot ? { uid: 65_534, gid: 65_534 } : {}
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      ...identity,
      encoding: 'utf8',
      stdio: 'pipe',
    })
    chmodSync(folder, 0o755)
    expect(output.trim()).toBe('database-not-writable')
    expect(readdirSync(folder)).toEqual([])
  })

  it('FIL-7 is opened again after its log was lost, as of the last checkpoint', async () => {
    const folder = testFolder()
    const file = join(folder, 'one.db')
    const engine = await openEngine({ file })
    await engine.begin(applicationInput('acme-1'))
    await engine.dispose()
    rmSync(`${file}-wal`, { force: true })
    rmSync(`${file}-shm`, { force: true })
    const later = await openEngine({ file })
    expect((await later.read('acme-1'))?.revision).toBe(0)
    expect(await later.checkIntegrity()).toEqual([])
  })
})

describe('the settings', () => {
  it('SET-1 make each commit durable: a log, synced in full', () => {
    const file = join(testFolder(), 'one.db')
    const store = openSqliteStore({ file })
    const reader = new DatabaseSync(file)
    expect(reader.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    reader.close()
    return store.close()
  })

  it('SET-2 find what is due, a page of a listing and the effects that are due by an index', async () => {
    const file = join(testFolder(), 'one.db')
    await openSqliteStore({ file }).close()
    const reader = new DatabaseSync(file)
    const plan = (sql: string): string =>
      reader
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail))
        .join('; ')
    const plans = [
      plan('SELECT * FROM lifecycle WHERE wake_at <= 1 ORDER BY wake_at LIMIT 1'),
      plan('SELECT wake_at FROM lifecycle WHERE wake_at IS NOT NULL ORDER BY wake_at LIMIT 1'),
      plan(
        "SELECT * FROM lifecycle WHERE application_id > '' AND stage = 'x' ORDER BY application_id LIMIT 1",
      ),
      plan(
        'SELECT * FROM outbox WHERE died_at IS NULL AND due_at <= 1 ORDER BY due_at, number LIMIT 1',
      ),
      plan("SELECT * FROM outbox WHERE died_at IS NOT NULL AND key > '' ORDER BY key LIMIT 1"),
    ]
    reader.close()
    for (const one of plans) expect(one).toMatch(/^SEARCH|^SCAN \w+ USING (COVERING )?INDEX/)
    for (const one of plans) expect(one).not.toContain('TEMP B-TREE')
  })
})

describe('the room on the disk', () => {
  it('DSK-1 that runs out is an error that says so, with nothing half-written, and can be widened', async () => {
    const file = join(testFolder(), 'one.db')
    const small = await openEngine({ file, maxBytes: 200_000 })
    const begun: string[] = []
    const thrown = await fill(small, begun)
    const failed = `acme-${begun.length}`
    expect(thrown).toMatchObject({ code: 'disk-full' })
    expect(begun.length).toBeGreaterThan(5)
    expect(await small.read(failed)).toBeUndefined()
    expect(await small.checkIntegrity()).toEqual([])
    expect(
      (await small.list({ limit: 1000 })).items.map(({ applicationId }) => applicationId),
    ).toEqual(begun.toSorted())
    await small.dispose()
    const wide = await openEngine({ file })
    expect((await wide.begin(applicationInput(failed))).created).toBe(true)
    expect(await wide.checkIntegrity()).toEqual([])
  })

  it('DSK-2 that runs out while timers fire sets nobody aside, and they fire once there is room', async () => {
    const file = join(testFolder(), 'one.db')
    const host = testHost()
    const wide = await openEngine({ file }, host)
    const ids = Array.from({ length: 30 }, (_, number) => `acme-${number}`)
    for (const id of ids) await wide.begin(applicationInput(id))
    const { bytes } = (await wide.diagnostics()).store
    await wide.dispose()
    const small = await openEngine({ file, maxBytes: Number(bytes) }, host)
    await host.clock.sleepTo('2026-11-25T15:00:00Z')
    expect(host.problems.map(({ code }) => code)).toContain('store-failed')
    expect((await small.failures()).items).toEqual([])
    await small.dispose()
    const later = await openEngine({ file }, host)
    await host.clock.advance(60_000)
    expect((await later.diagnostics()).overdue).toBe(0)
    expect(await later.checkIntegrity()).toEqual([])
  })

  const canMount = process.platform === 'linux' && process.getuid?.() === 0
  // Only root may mount; the tests above fill the file up to a limit of SQLite's own.
  it.skipIf(!canMount)(
    'DSK-3 that a real file system has (needs root, to mount one of 1 MiB)',
    async () => {
      const folder = testFolder()
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
      } catch {
        return
      }
      onTestFinished(() => void execFileSync('umount', [folder]))
      const engine = await openEngine({ file: join(folder, 'one.db') })
      const begun: string[] = []
      const thrown = await fill(engine, begun)
      expect(thrown).toMatchObject({ code: 'disk-full' })
      expect(
        (await engine.list({ limit: 1000 })).items.map(({ applicationId }) => applicationId),
      ).toEqual(begun.toSorted())
      expect(await engine.checkIntegrity()).toEqual([])
      await engine.dispose()
    },
  )
})

/** Begins applications until one is refused, and gives the error. */
async function fill(engine: SqliteEngine, begun: string[]): Promise<unknown> {
  for (let number = 0; ; number += 1) {
    try {
      await engine.begin(applicationInput(`acme-${number}`))
      begun.push(`acme-${number}`)
    } catch (thrown) {
      return thrown
    }
  }
}
