import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '@afterview/engine-sqlite'
import { applicationInput, interviewEnd, morning, openEngine, testHost } from './application.ts'
import { testFolder } from './folder.ts'

/** Runs the same script in several processes at once; each prints one line of JSON. */
async function inProcesses(count: number, file: string): Promise<readonly ProcessReport[]> {
  const script = join(import.meta.dirname, 'process.ts')
  const outputs = Array.from({ length: count }, (_, number) => {
    const child = spawn(process.execPath, [script, file, String(number)], { stdio: 'pipe' })
    return new Promise<string>((resolve, reject) => {
      let [output, complaint] = ['', '']
      child.stdout.on('data', (chunk) => (output += String(chunk)))
      child.stderr.on('data', (chunk) => (complaint += String(chunk)))
      child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(complaint))))
    })
  })
  return (await Promise.all(outputs)).map((output) => JSON.parse(output) as ProcessReport)
}

interface ProcessReport {
  readonly created: number
  readonly accepted: number
  readonly performed: readonly string[]
}

describe('several processes', () => {
  it('PRO-1 make the file together, and share its events, timers and effects', async () => {
    const file = join(testFolder(), 'one.db')
    const reports = await inProcesses(3, file)
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(4)
    expect(reports.map(({ accepted }) => accepted)).toEqual([20, 20, 20])
    const engine = await openEngine({ file })
    for (let number = 0; number < 4; number += 1) {
      const history = await engine.history(`acme-${number}`)
      expect(history.map(({ revision }) => revision)).toEqual([...history.keys()])
      expect(history.filter(({ type }) => type === 'event')).toHaveLength(15)
      expect(history.filter(({ type }) => type === 'timer')).toHaveLength(1)
    }
    const performed = reports.flatMap((report) => report.performed)
    expect(new Set(performed).size).toBe(performed.length)
    expect(await engine.checkIntegrity()).toEqual([])
  }, 60_000)

  it('PRO-2 wait for one another, and one that waits too long is told who is to blame', async () => {
    const file = join(testFolder(), 'one.db')
    const engine = await openEngine({ file, busyTimeout: 50 })
    await engine.begin(applicationInput('acme-1'))
    const browser = new DatabaseSync(file)
    browser.exec('BEGIN IMMEDIATE')
    const event = { type: 'timeframe.asked', at: morning }
    await expect(engine.record('acme-1', event)).rejects.toMatchObject({ code: 'database-busy' })
    expect((await engine.read('acme-1'))?.revision).toBe(0)
    browser.exec('ROLLBACK')
    browser.close()
    expect((await engine.record('acme-1', event)).accepted).toBe(true)
  })

  it('PRO-2 cannot open a file that another program keeps to itself', async () => {
    const file = join(testFolder(), 'one.db')
    await openSqliteStore({ file }).close()
    const greedy = new DatabaseSync(file)
    greedy.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    await expect(openEngine({ file, busyTimeout: 50 })).rejects.toMatchObject({
      code: 'database-busy',
    })
    greedy.close()
    await openEngine({ file, busyTimeout: 50 })
  })

  it('PRO-3 take over the timers of one that is gone', async () => {
    const file = join(testFolder(), 'one.db')
    const host = testHost()
    const engine = await openEngine({ file }, host)
    await engine.begin(applicationInput('acme-1'))
    const other = await openEngine({ file }, host)
    await host.clock.sleepTo(interviewEnd)
    await engine.dispose()
    await host.clock.advance(60_000)
    const firings = (await other.history('acme-1')).filter(({ type }) => type === 'timer')
    expect(firings.map(({ at }) => at)).toEqual([interviewEnd])
  })
})
