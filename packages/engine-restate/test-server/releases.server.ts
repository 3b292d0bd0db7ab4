import { afterEach, describe, expect, inject, it } from 'vitest'
import { createLifecycle } from '@afterview/core'
import type { LifecyclePort } from '@afterview/engine'
import { instantFromMs } from '@afterview/time'
import { endingIn, install, type Installation, pause, until } from './real-time.ts'
import { queryServer } from './server-query.ts'

const server = inject('restate')
let place: Installation = install(server)

afterEach(async () => {
  await place.close()
  place = install(server)
})

function counted(calls: string[], name: string): LifecyclePort {
  const real = createLifecycle()
  return {
    ...real,
    advance: (snapshot, event, key) => {
      calls.push(name)
      return real.advance(snapshot, event, key)
    },
  }
}

describe('releases and engines', () => {
  it('RTM-9 what began on a release ends there, and what is new goes to the newest', async () => {
    const calls: string[] = []
    const first = await place.serve('r1', { lifecycle: counted(calls, 'r1') })
    let [isBegun, isEnded] = [false, false]
    let finish = (): void => undefined
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    first.handleEffects('mail', async ({ type }) => {
      if (type !== 'application.close') return
      isBegun = true
      await slow
      isEnded = true
    })
    await first.begin(endingIn(3_600_000))
    await first.record('acme-1', { type: 'application.withdrawn', at: instantFromMs(Date.now()) })
    await until(() => isBegun)
    const next = await place.serve('r2', { lifecycle: counted(calls, 'r2') })
    await next.record('acme-1', { type: 'application.reopened', at: instantFromMs(Date.now()) })
    expect(new Set(calls)).toEqual(new Set(['r1', 'r2']))
    expect(calls.at(-1)).toBe('r2')
    finish()
    await until(async () => (await next.diagnostics()).undelivered === 0 || isEnded)
    expect(isEnded).toBe(true)
    expect(place.problems).toEqual([])
  })

  it('RTM-10 an engine that serves nothing does all but handle effects', async () => {
    await place.serve('r1')
    const engine = await place.connect()
    await engine.begin(endingIn(3_600_000))
    expect((await engine.list()).items).toHaveLength(1)
    expect((await engine.diagnostics()).engine).toBe('restate')
    expect(() => engine.handleEffects('mail', () => undefined)).toThrow('effects-elsewhere')
  })

  it('NET-5 a text with letters of every kind is a text to the server, in calls and in listings', async () => {
    const engine = await place.serve('r1')
    const id = "Møller & 'Söhne'/1?"
    await engine.begin(endingIn(3_600_000))
    expect(await engine.read(id)).toBeUndefined()
    expect(await engine.erase(id)).toBe(false)
    await expect(engine.history(id)).rejects.toThrow('application-unknown')
    for (const query of [{ state: id }, { state: "x' OR '1' = '1" }, { cursor: `~${id}` }]) {
      expect((await engine.list(query)).items).toEqual([])
    }
    expect((await engine.list({ exceptState: id })).items).toHaveLength(1)
    expect((await engine.deadLetters({ cursor: id })).items).toEqual([])
    expect((await engine.failures({ cursor: id })).items).toEqual([])
  })

  it('RTM-11 without a release an event is kept, and taken when there is one', async () => {
    const first = await place.serve('r1')
    await first.begin(endingIn(3_600_000))
    await first.dispose()
    const engine = await place.connect({ answerTimeout: 400 })
    const event = { type: 'timeframe.asked', at: instantFromMs(Date.now()) }
    await expect(engine.record('acme-1', event, { key: 'asked' })).rejects.toThrow('restate-late')
    const next = await place.serve('r2')
    await until(async () => (await next.history('acme-1')).length === 2)
    const again = await next.record('acme-1', event, { key: 'asked' })
    expect(again).toMatchObject({ accepted: true, unchanged: 'duplicate' })
  })

  it('RTM-14 Restate never gives up an invocation that broke off', async () => {
    await place.serve('r1')
    for (const name of ['application', 'delivery']) {
      const response = await fetch(`${server.admin}/services/${place.namespace}.${name}`)
      expect(await response.json()).toMatchObject({ retry_policy: { max_attempts: 1_000_000_000 } })
    }
  })

  it('RTM-15 a message that makes no sense is refused at once, and holds up nobody', async () => {
    const engine = await place.serve('r1')
    await engine.begin(endingIn(3_600_000))
    const headers = { 'content-type': 'application/json' }
    const post = async (path: string, body: string): Promise<number> => {
      const url = `${server.ingress}/${place.namespace}.${path}`
      return (await fetch(url, { method: 'POST', headers, body })).status
    }
    expect(await post('application/acme-1/record', 'null')).toBe(400)
    expect(await post('application/acme-1/record', '{"event"')).toBeGreaterThanOrEqual(400)
    expect(await post('application/acme-1/wake', '7')).toBe(400)
    expect(await post('application/acme-1/redeliver', '{}')).toBe(400)
    expect(await post('delivery/some-key/attempt', '{}')).toBe(400)
    expect(await post('application/acme-1/claim', '"some-key"')).toBeGreaterThanOrEqual(400)
    expect(await post('application/acme-1/begin', '{"applicationId":"acme-2"}')).toBe(200)
    const event = { type: 'timeframe.asked', at: instantFromMs(Date.now()) }
    expect((await engine.record('acme-1', event)).accepted).toBe(true)
    expect((await engine.list()).items).toHaveLength(1)
  })

  it('RTM-12 a service that nobody has registered is said to be missing', async () => {
    const engine = await place.connect()
    await expect(engine.begin(endingIn(1000))).rejects.toThrow('service-missing')
    await expect(engine.read('acme-1')).rejects.toThrow('service-missing')
    expect((await engine.list()).items).toEqual([])
  })

  it('RTM-13 erasing leaves nothing of an application in the server', async () => {
    const engine = await place.serve('r1')
    await engine.begin(endingIn(3_600_000))
    await engine.record('acme-1', { type: 'application.withdrawn', at: instantFromMs(Date.now()) })
    await engine.begin(endingIn(3_600_000, 'acme-2'))
    await engine.erase('acme-1')
    const isGone = async (): Promise<boolean> => (await traces('acme-1')) === 0
    await until(isGone)
    await pause(100)
    expect(await traces('acme-1')).toBe(0)
    expect(await traces('acme-2')).toBeGreaterThan(0)
  })
})

/** Rows of the server that are about an application: state, invocations, answers, journals. */
async function traces(id: string): Promise<number> {
  const ofKey = (column: string): string =>
    `${column} LIKE '${id}%' AND (service_name LIKE '${place.namespace}.%')`
  const [state] = await queryServer(
    server,
    `SELECT COUNT(*) AS n FROM state WHERE ${ofKey('service_key')}`,
  )
  const invocations = await queryServer(
    server,
    `SELECT id FROM sys_invocation WHERE target_service_key LIKE '${id}%'
      AND target_service_name LIKE '${place.namespace}.%'`,
  )
  const [journal] = await queryServer(
    server,
    `SELECT COUNT(*) AS n FROM sys_journal WHERE raw_length > 0
      AND id IN (SELECT id FROM sys_invocation WHERE target_service_key LIKE '${id}%'
      AND target_service_name LIKE '${place.namespace}.%')`,
  )
  return Number(state?.['n']) + invocations.length + Number(journal?.['n'])
}
