import 'fake-indexeddb/auto'
import { indexedDbEngine, openIndexedDbStore } from '@afterview/engine-indexeddb'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { applicationInput, morning, testHost } from './application.ts'
import { newName, openEngine } from './open-engine.ts'

const asked = { type: 'timeframe.asked', at: morning }

function openRaw(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}

/** Puts something else in the place of the browser's IndexedDB until the test ends. */
function replaceIndexedDb(value: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') ?? {}
  Object.defineProperty(globalThis, 'indexedDB', { ...value, configurable: true })
  onTestFinished(() => void Object.defineProperty(globalThis, 'indexedDB', before))
}

describe('the database', () => {
  it('DBS-1 must have a name', async () => {
    for (const name of ['', 'x'.repeat(201)]) {
      await expect(openIndexedDbStore({ name })).rejects.toMatchObject({ code: 'name-malformed' })
    }
  })

  it('DBS-2 that no browser offers is an error that says so', async () => {
    replaceIndexedDb({ value: undefined })
    const opened = indexedDbEngine()(testHost())
    await expect(opened).rejects.toMatchObject({ code: 'indexeddb-missing' })
  })

  it.each(['SecurityError', 'InvalidStateError'])(
    'DBS-3 that the browser refuses with %s is an error that says what to do',
    async (name) => {
      const refuse = (): never => {
        throw new DOMException('not here', name)
      }
      replaceIndexedDb({ get: refuse })
      await expect(openIndexedDbStore()).rejects.toMatchObject({ code: 'storage-refused' })
      replaceIndexedDb({ value: { open: refuse } })
      await expect(openIndexedDbStore()).rejects.toMatchObject({ code: 'storage-refused' })
    },
  )

  it('DBS-4 of a newer version is refused and left untouched', async () => {
    const name = newName()
    const raw = await openRaw(name, 99)
    raw.close()
    await expect(openIndexedDbStore({ name })).rejects.toMatchObject({ code: 'database-newer' })
    const again = await openRaw(name)
    expect(again.version).toBe(99)
    again.close()
  })

  it('DBS-5 gives way to a tab with a newer version, and then says to reload', async () => {
    const name = newName()
    const engine = await openEngine({ name })
    await engine.begin(applicationInput('acme-1'))
    const newer = await openRaw(name, 99)
    await expect(engine.record('acme-1', asked)).rejects.toMatchObject({
      code: 'database-superseded',
    })
    newer.close()
  })

  it('DBS-6 that an older tab keeps open is waited for, and then named', async () => {
    const name = newName()
    // A connection that does not listen for another version.
    const stubborn = await openRaw(name, 1)
    const factory = indexedDB
    replaceIndexedDb({ value: { open: (asked: string) => factory.open(asked, 2) } })
    const opened = openIndexedDbStore({ name, blockedTimeout: 20 })
    await expect(opened).rejects.toMatchObject({ code: 'database-blocked' })
    stubborn.close()
  })

  it('DBS-7 has no room: nothing of the change is written, and all else goes on', async () => {
    const name = newName()
    const engine = await openEngine({ name })
    await engine.begin(applicationInput('acme-1'))
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    await expect(engine.record('acme-1', asked)).rejects.toMatchObject({ code: 'storage-full' })
    expect((await engine.read('acme-1'))?.revision).toBe(0)
    expect((await engine.history('acme-1')).length).toBe(1)
    expect((await engine.record('acme-1', asked)).accepted).toBe(true)
  })

  it('DBS-8 is closed with its engine, after which a file is refused like everything else', async () => {
    const engine = await openEngine({ name: newName() })
    await engine.dispose()
    await expect(engine.exportToJson()).rejects.toMatchObject({ code: 'database-closed' })
    await expect(engine.list()).rejects.toMatchObject({ code: 'engine-disposed' })
  })
})
