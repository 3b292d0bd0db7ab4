import { afterEach, describe, expect, inject, it } from 'vitest'
import type { StartInput } from '@afterview/core'
import type { Engine } from '@afterview/engine'
import { instantFromMs, instantMs } from '@afterview/time'
import { endingIn, install, type Installation, pause, until } from './real-time.ts'
import { queryServer, readState, type Row } from './server-query.ts'

const server = inject('restate')
let place: Installation = install(server)

afterEach(async () => {
  await place.close()
  place = install(server)
})

function dueOf({ round }: StartInput): number {
  if (typeof round.endsAt !== 'string') throw new TypeError('the end is no instant')
  return instantMs(round.endsAt)
}

function now(): string {
  return instantFromMs(Date.now())
}

async function firings(engine: Engine, id = 'acme-1'): Promise<readonly string[]> {
  const entries = await engine.history(id)
  const timers = entries.filter(({ type }) => type === 'timer')
  for (const { at, recordedAt } of timers) {
    expect(instantMs(recordedAt)).toBeGreaterThanOrEqual(instantMs(at))
  }
  return timers.map(({ at }) => at)
}

/** Delayed sends of an application that Restate still holds. */
function sends(id = 'acme-1'): Promise<readonly Row[]> {
  return queryServer(
    server,
    `SELECT * FROM sys_invocation WHERE status = 'scheduled'
      AND target_service_name = '${place.namespace}.application' AND target_service_key = '${id}'`,
  )
}

async function wake(message: object, id = 'acme-1'): Promise<unknown> {
  const url = `${server.ingress}/${place.namespace}.application/${id}/wake`
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message) })
  const { value } = (await response.json()) as { readonly value: unknown }
  return value
}

describe('timers as delayed sends', () => {
  it('RTM-1 a timer fires by itself, when it is due, and once', async () => {
    const engine = await place.serve('r1')
    const input = endingIn(1500)
    await engine.begin(input)
    await until(async () => (await firings(engine)).length > 0)
    await pause(200)
    expect((await firings(engine)).map(instantMs)).toEqual([dueOf(input)])
    expect(place.problems).toEqual([])
  })

  it('RTM-2 leaving a state takes its delayed send back', async () => {
    const engine = await place.serve('r1')
    await engine.begin(endingIn(3_600_000))
    expect(await sends()).toHaveLength(1)
    await engine.record('acme-1', { type: 'application.withdrawn', at: now() })
    await until(async () => (await sends()).length === 0)
    await expect(engine.read('acme-1')).resolves.toMatchObject({ timers: {} })
  })

  it('RTM-3 there is one delayed send, for the earliest timer, beyond 2³¹ ms too', async () => {
    const engine = await place.serve('r1')
    await engine.begin(endingIn(-3_600_000))
    const at = now()
    await engine.record('acme-1', { type: 'interview.ended', at })
    await engine.record('acme-1', { type: 'thankYou.sent', at, interviewerId: 'sam' })
    const until60 = instantFromMs(Date.now() + 60 * 86_400_000)
    await engine.record('acme-1', { type: 'application.paused', at, until: until60 })
    const { wakeAt } = (await engine.list()).items[0] ?? {}
    expect(wakeAt).toBe(until60)
    await until(async () => (await sends()).length === 1)
    const [send] = await sends()
    const late = Date.parse(String(send?.['scheduled_start_at'])) - instantMs(until60)
    expect(Math.abs(late)).toBeLessThan(10_000)
  })

  it('RTM-4 a wake-up of an earlier generation does nothing', async () => {
    const engine = await place.serve('r1')
    await engine.begin(endingIn(3_600_000))
    const { generation } = await armed()
    const { incarnation } = await stored()
    await engine.record('acme-1', { type: 'employer.held', at: now() })
    await engine.record('acme-1', { type: 'employer.resumed', at: now() })
    const before = await engine.read('acme-1')
    expect(await wake({ incarnation, generation })).toBe(false)
    expect(
      await wake({ incarnation: incarnation + 1, generation: (await armed()).generation }),
    ).toBe(false)
    expect(await engine.read('acme-1')).toEqual(before)
  })

  it('RTM-5 a wake-up that comes early fires nothing and is sent again for its time', async () => {
    const engine = await place.serve('r1')
    await engine.begin(endingIn(3_600_000))
    const [first] = await sends()
    const { incarnation } = await stored()
    await wake({ incarnation, generation: (await armed()).generation })
    expect(await firings(engine)).toEqual([])
    await until(async () => (await sends()).some(({ id }) => id !== first?.['id']))
    const { wakeAt } = (await engine.list()).items[0] ?? {}
    expect((await armed()).at).toBe(instantMs(wakeAt ?? ''))
  })

  it('RTM-6 what became due while no release was served fires on the next one', async () => {
    const first = await place.serve('r1')
    const input = endingIn(500)
    await first.begin(input)
    await first.dispose()
    await pause(700)
    const next = await place.serve('r2')
    await until(async () => (await firings(next)).length > 0)
    expect((await firings(next)).map(instantMs)).toEqual([dueOf(input)])
  })

  it('RTM-7 a delayed send that was lost is made again by renew()', async () => {
    const engine = await place.serve('r1')
    const input = endingIn(2500)
    await engine.begin(input)
    for (const { id } of await sends()) {
      await fetch(`${server.admin}/invocations/${String(id)}/kill`, { method: 'PATCH' })
    }
    await until(async () => (await sends()).length === 0)
    expect(await engine.renew()).toEqual({ renewed: 0, failed: 0 })
    await until(async () => (await firings(engine)).length > 0)
    expect((await firings(engine)).map(instantMs)).toEqual([dueOf(input)])
  })

  it('RTM-8 a timer that Restate fires is told to the subscribers where it fired, in order', async () => {
    const engine = await place.serve('r1')
    const heard: string[] = []
    engine.subscribe((change) => {
      if (change.type !== 'erased') heard.push(`${change.type} ${change.snapshot.revision}`)
    })
    await engine.begin(endingIn(300))
    const record = async (): Promise<unknown> =>
      engine.record('acme-1', {
        type: 'detail.noted',
        at: now(),
        interviewerId: 'sam',
        topic: 'pay',
      })
    while ((await firings(engine)).length === 0) await Promise.all([record(), record()])
    await until(() => heard.some((one) => one.startsWith('woke')))
    const revisions = heard.map((one) => Number(one.split(' ')[1]))
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b))
  })
})

async function armed(): Promise<{ readonly generation: number; readonly at: number | null }> {
  return JSON.parse((await stateOf('acme-1')).get('armed') ?? 'null')
}

async function stored(): Promise<{ readonly incarnation: number }> {
  return JSON.parse((await stateOf('acme-1')).get('lifecycle') ?? 'null')
}

function stateOf(id: string): Promise<Map<string, string>> {
  return readState(server, `${place.namespace}.application`, id)
}
