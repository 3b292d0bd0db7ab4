import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { applicationInput, morning, openEngine } from './application.ts'
import { testFolder } from './folder.ts'

function noted(index: number): object {
  const topic = `topic ${index}`
  return { type: 'detail.noted', at: morning, interviewerId: 'sam', topic }
}

describe('a backup', () => {
  it('BAK-1 is made while events are recorded, and holds whole lifecycles', async () => {
    const folder = testFolder()
    const engine = await openEngine({ file: join(folder, 'one.db') })
    const ids = Array.from({ length: 30 }, (_, number) => `acme-${number}`)
    for (const id of ids) await engine.begin(applicationInput(id))
    const events = ids.map((id, index) => engine.record(id, noted(index)))
    const backup = engine.backup(join(folder, 'backup.db'))
    const more = ids.map((id, index) => engine.record(id, noted(100 + index)))
    await Promise.all([backup, ...events, ...more])
    const copy = await openEngine({ file: join(folder, 'backup.db') })
    expect(await copy.checkIntegrity()).toEqual([])
    expect((await copy.list()).items.map(({ applicationId }) => applicationId)).toEqual(
      ids.toSorted(),
    )
  })

  it('BAK-2 never takes the place of a file', async () => {
    const folder = testFolder()
    const engine = await openEngine({ file: join(folder, 'one.db') })
    const target = join(folder, 'letter.txt')
    writeFileSync(target, 'Dear Sam')
    await expect(engine.backup(target)).rejects.toMatchObject({ code: 'backup-exists' })
    await expect(engine.backup(join(folder, 'one.db'))).rejects.toMatchObject({
      code: 'backup-exists',
    })
    expect(readFileSync(target, 'utf8')).toBe('Dear Sam')
  })

  it('BAK-3 that fails leaves no file', async () => {
    const folder = testFolder()
    const engine = await openEngine({ file: join(folder, 'one.db') })
    const target = join(folder, 'missing', 'backup.db')
    await expect(engine.backup(target)).rejects.toMatchObject({ code: 'database-not-writable' })
    expect(existsSync(target)).toBe(false)
    expect(readdirSync(folder).some((file) => file.includes('partial'))).toBe(false)
  })
})

describe('integrity', () => {
  it('INT-1 of a healthy file is beyond doubt', async () => {
    const engine = await openEngine({ file: join(testFolder(), 'one.db') })
    await engine.begin(applicationInput('acme-1'))
    await engine.record('acme-1', noted(1))
    expect(await engine.checkIntegrity()).toEqual([])
  })

  it.each([
    [
      'a gap in a history',
      'DELETE FROM entry WHERE revision = 1',
      ['the history of acme-1 has a gap'],
    ],
    [
      'a history that ends too early',
      'DELETE FROM entry WHERE revision = 2',
      [
        'the history of acme-1 does not end at the revision of its snapshot',
        'the history of acme-1 has a gap',
      ],
    ],
    [
      'an entry that skips the one before it',
      'UPDATE entry SET previous = (SELECT previous FROM entry WHERE revision = 1) WHERE revision = 2',
      ['the history of acme-1 has a gap'],
    ],
    [
      'an entry that stands in no history',
      `INSERT INTO entry (lifecycle, revision, entry) SELECT number, 0, '{}' FROM lifecycle`,
      ['the history of acme-1 has a gap'],
    ],
    [
      'an entry of nobody',
      `INSERT INTO entry (lifecycle, revision, entry) VALUES (99, 0, '{}')`,
      ['a row of entry belongs to no lifecycle'],
    ],
    [
      'a snapshot that is no JSON',
      "UPDATE lifecycle SET snapshot = 'oops', packed = NULL",
      ['the snapshot of acme-1 is no JSON'],
    ],
    [
      'a snapshot that cannot be unpacked',
      "UPDATE lifecycle SET packed = x'0101020304'",
      ['the snapshot of acme-1 is no JSON'],
    ],
    [
      'an entry that was packed with an unknown dictionary',
      "UPDATE entry SET packed = x'6301' WHERE revision = 1",
      ['an entry in the history of acme-1 is no JSON'],
    ],
    [
      'an effect of nobody',
      "PRAGMA foreign_keys = OFF; INSERT INTO outbox (lifecycle, key, effect, due_at) VALUES (99, 'k', '{}', 0)",
      ['a row of outbox belongs to no lifecycle'],
    ],
  ])('INT-2 finds %s', async (_what, sql, findings) => {
    const file = join(testFolder(), 'one.db')
    const engine = await openEngine({ file })
    await engine.begin(applicationInput('acme-1'))
    await engine.record('acme-1', noted(1))
    await engine.record('acme-1', noted(2))
    const vandal = new DatabaseSync(file)
    vandal.exec(sql)
    vandal.close()
    expect(await engine.checkIntegrity()).toEqual(findings)
  })

  it('INT-3 of a file that was cut off is an error that names the file', async () => {
    const file = join(testFolder(), 'one.db')
    const engine = await openEngine({ file })
    for (let number = 0; number < 20; number += 1)
      await engine.begin(applicationInput(`a-${number}`))
    await engine.dispose()
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096)
    const damaged = openEngine({ file }).then((later) => later.export('a-19'))
    await expect(damaged).rejects.toMatchObject({ code: 'database-corrupt', details: { file } })
  })
})

describe('erasing', () => {
  it('ERA-1 leaves no byte of the person in the file or beside it', async () => {
    const folder = testFolder()
    const engine = await openEngine({ file: join(folder, 'one.db') })
    const stay = applicationInput('acme-1')
    const leave = {
      ...applicationInput('acme-2'),
      candidate: { ...stay.candidate, name: 'Zoë Quick' },
    }
    await engine.begin(stay)
    await engine.begin(leave)
    for (let index = 0; index < 20; index += 1) await engine.record('acme-2', noted(index))
    await engine.record('acme-2', {
      type: 'application.withdrawn',
      at: morning,
      reason: 'my own secret',
    })
    const packed = packedOf(join(folder, 'one.db'), 'acme-2')
    expect(packed).toHaveLength(2)
    for (const bytes of ['my own secret', ...packed]) expect(bytesOf(folder)).toContain(bytes)
    await engine.erase('acme-2')
    for (const bytes of ['my own secret', ...packed]) expect(bytesOf(folder)).not.toContain(bytes)
    expect(bytesOf(folder)).not.toContain('Quick')
    expect(bytesOf(folder)).not.toContain('acme-2')
    expect(bytesOf(folder)).toContain('acme-1')
  })
})

function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n')
}

/** The ends of what is packed of an application; longer texts go on on other pages. */
function packedOf(file: string, applicationId: string): readonly string[] {
  const reader = new DatabaseSync(file)
  const rows = reader
    .prepare(
      `SELECT packed FROM lifecycle WHERE application_id = :id UNION ALL
       SELECT entry.packed FROM entry JOIN lifecycle ON lifecycle.number = lifecycle
       WHERE application_id = :id AND entry.packed IS NOT NULL`,
    )
    .all({ id: applicationId })
  reader.close()
  return rows.map(({ packed }) =>
    Buffer.from(packed as Uint8Array)
      .toString('latin1')
      .slice(-40),
  )
}
