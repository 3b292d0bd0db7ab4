import 'fake-indexeddb/auto'
import type { Change } from '@afterview/engine'
import type { IndexedDbEngine, SavedData } from '@afterview/engine-indexeddb'
import { describe, expect, it } from 'vitest'
import { applicationInput, interviewEnd, morning, testHost } from './application.ts'
import { newName, openEngine } from './open-engine.ts'

const asked = { type: 'timeframe.asked', at: morning }
const withdrawn = { type: 'application.withdrawn', at: morning }

/** An engine with an open application, a closed one with a dead letter and a waiting effect, and a failed one. */
async function filledEngine(name = newName()): Promise<IndexedDbEngine> {
  const host = testHost()
  const engine = await openEngine({ name, delivery: { attempts: 1 } }, host)
  for (const id of ['acme-1', 'acme-2']) await engine.begin(applicationInput(id))
  await engine.record('acme-1', asked, { key: 'asked' })
  const handler = engine.handleEffects('letters', ({ key }) => {
    if (key.endsWith('/0')) throw new Error('no post today')
  })
  await engine.record('acme-2', withdrawn)
  await host.clock.advance(1000)
  handler.dispose()
  await engine.begin(applicationInput('acme-3'))
  await engine.record('acme-3', withdrawn)
  return engine
}

async function contents(engine: IndexedDbEngine): Promise<SavedData> {
  const saved = JSON.parse(await engine.exportToJson()) as SavedData
  return { ...saved, exportedAt: morning }
}

describe('saved data', () => {
  it('SAV-1 carries everything to an empty database, dead letters and waiting effects included', async () => {
    const source = await filledEngine()
    const target = await openEngine({ name: newName() })
    const result = await target.importFromJson(await source.exportToJson())
    expect(result).toEqual({ imported: ['acme-1', 'acme-2', 'acme-3'], kept: [] })
    expect(await contents(target)).toEqual(await contents(source))
    const { applications } = await contents(target)
    expect(applications.map(({ effects }) => effects.map(({ death }) => death?.error))).toEqual([
      [],
      ['no post today'],
      [undefined, undefined],
    ])
    for (const id of ['acme-1', 'acme-2', 'acme-3']) {
      const exports = [await source.export(id), await target.export(id)]
      expect({ ...exports[1], exportedAt: '' }).toEqual({ ...exports[0], exportedAt: '' })
    }
  })

  it('SAV-1 goes on where it is imported: timers fire, keys count, effects are delivered', async () => {
    const source = await filledEngine()
    const host = testHost()
    const target = await openEngine({ name: newName() }, host)
    const seen: string[] = []
    target.handleEffects('letters', ({ key }) => void seen.push(key))
    await host.clock.advance(0)
    await target.importFromJson(await source.exportToJson())
    expect(await target.record('acme-1', asked, { key: 'asked' })).toMatchObject({
      accepted: true,
      unchanged: 'duplicate',
    })
    await host.clock.sleepTo(interviewEnd)
    expect((await target.read('acme-1'))?.revision).toBe(2)
    expect(seen).toEqual(['acme-3/1/0', 'acme-3/1/1'])
    expect(host.problems).toEqual([])
  })

  it('SAV-2 that meets the same ids is refused as a whole, unless told to keep or to replace', async () => {
    const source = await filledEngine()
    const text = await source.exportToJson()
    const target = await openEngine({ name: newName() })
    await target.begin(applicationInput('acme-2'))
    const before = await contents(target)
    await expect(target.importFromJson(text)).rejects.toMatchObject({
      code: 'saved-data-conflicts',
      details: { applicationIds: ['acme-2'] },
    })
    expect(await contents(target)).toEqual(before)
    const kept = await target.importFromJson(text, { existing: 'keep' })
    expect(kept).toEqual({ imported: ['acme-1', 'acme-3'], kept: ['acme-2'] })
    expect((await target.read('acme-2'))?.revision).toBe(0)
    const replaced = await target.importFromJson(text, { existing: 'replace' })
    expect(replaced.imported).toHaveLength(3)
    expect(await contents(target)).toEqual(await contents(source))
  })

  it('SAV-3 is looked through before anything is written, and the first fault is named', async () => {
    const source = await filledEngine()
    const good = await contents(source)
    const [first, ...rest] = good.applications
    if (first === undefined) throw new Error('nothing was saved')
    const withFirst = (fields: object): object => ({
      ...good,
      applications: [...rest, { ...first, ...fields }],
    })
    const at = '$.applications[2]'
    const faults: readonly (readonly [unknown, string])[] = [
      ['{', '$'],
      [[], '$'],
      [{ ...good, format: 'other' }, '$.format'],
      [{ ...good, version: 0 }, '$.version'],
      [{ ...good, exportedAt: 'today' }, '$.exportedAt'],
      [{ ...good, applications: {} }, '$.applications'],
      [{ ...good, applications: [first, first] }, '$.applications'],
      [withFirst({ applicationId: '' }), `${at}.applicationId`],
      [withFirst({ beganAt: 'once' }), `${at}.beganAt`],
      [withFirst({ snapshot: { schemaVersion: 1 } }), `${at}.snapshot`],
      [withFirst({ snapshot: rest[0]?.snapshot }), `${at}.snapshot`],
      [withFirst({ history: [] }), `${at}.history`],
      [withFirst({ history: first.history.slice(1) }), `${at}.history[0].revision`],
      [withFirst({ history: [...first.history, { revision: 2 }] }), `${at}.history[2].at`],
      [withFirst({ effects: [{}] }), `${at}.effects[0].effect`],
      [withFirst({ effects: rest[0]?.effects }), `${at}.effects[0].effect.applicationId`],
      [withFirst({ failure: {} }), `${at}.failure.applicationId`],
      [null, '$'],
    ]
    const target = await openEngine({ name: newName() })
    for (const [value, path] of faults) {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      await expect(target.importFromJson(text), path).rejects.toMatchObject({
        code: 'saved-data-malformed',
        details: { path },
      })
    }
    expect((await target.list()).items).toEqual([])
  })

  it('SAV-3 of a newer version is refused as such', async () => {
    const target = await openEngine({ name: newName() })
    const newer = JSON.stringify({ format: 'afterview-data', version: 2 })
    await expect(target.importFromJson(newer)).rejects.toMatchObject({ code: 'saved-data-newer' })
  })

  it('SAV-4 that is imported is told to subscribers', async () => {
    const source = await filledEngine()
    const target = await openEngine({ name: newName() })
    const heard: Change[] = []
    target.subscribe((change) => void heard.push(change))
    await target.importFromJson(await source.exportToJson())
    expect(heard.map(({ type, applicationId }) => [type, applicationId])).toEqual([
      ['began', 'acme-1'],
      ['began', 'acme-2'],
      ['began', 'acme-3'],
    ])
    await target.importFromJson(await source.exportToJson(), { existing: 'replace' })
    expect(heard.slice(3).map(({ type }) => type)).toEqual([
      'erased',
      'began',
      'erased',
      'began',
      'erased',
      'began',
    ])
  })

  it('SAV-5 holds nothing of an application that was erased', async () => {
    const engine = await filledEngine()
    await engine.erase('acme-2')
    expect(await engine.exportToJson()).not.toContain('acme-2')
  })
})
