import { createLifecycle } from '@afterview/core'
import type { Engine } from '@afterview/engine'
import { restateEngine } from '@afterview/engine-restate'
import {
  createManualClock,
  type EngineUnderTest,
  type ManualClock,
} from '@afterview/engine/testing'
import { type AfterviewError, instantMs } from '@afterview/time'
import { openReleaseGate, type ReleaseGate } from './release-gate.ts'
import { queryServer, readState, writeState } from './server-query.ts'

/** Where the tests find a server. */
export interface ServerAddresses {
  readonly ingress: string
  readonly admin: string
}

const morning = '2026-11-25T13:00:00Z'

interface Opened {
  readonly engine: Engine
  readonly clock: ManualClock
  /** Keys of the effects that its handlers are at, with how many are. */
  readonly busy: Map<string, number>
  handlers: number
  isOpen: boolean
}

let gate: Promise<ReleaseGate> | null = null
let count = 0

/**
 * An engine on a real server, in a namespace of its own. Time is in the test's hand: delayed sends
 * are made, but wait for real hours and days. When the clock of the test reaches what is due,
 * `catchUp()` asks for it, which is the way in which lost wake-ups are made good for.
 */
export async function restateUnderTest(server: ServerAddresses): Promise<EngineUnderTest> {
  gate ??= openReleaseGate()
  const itsGate = await gate
  count += 1
  const namespace = `test-${process.pid}-${count}`
  const clock = createManualClock(morning)
  const problems: AfterviewError[] = []
  let opened: readonly Opened[] = []
  let releases = 0
  let queue = Promise.resolve()

  const isWaiting = (one: Opened): boolean => one.isOpen && one.handlers > 0
  const live = (): Opened | undefined => opened.findLast((one) => one.isOpen && one.clock === clock)

  async function look(): Promise<Look> {
    const busy = new Set(opened.flatMap((one) => (one.isOpen ? [...one.busy.keys()] : [])))
    const found = await lookAt(server, namespace, instantMs(clock.now()))
    const isDelivering = opened.some(isWaiting) && found.dueEffects > busy.size
    return { ...found, isResting: found.running <= busy.size && !isDelivering }
  }

  /** An effect that is due is on its way to its handlers, unless time has just passed. */
  async function rest(): Promise<Look> {
    for (let turns = 0; ; turns += 1) {
      const seen = await look()
      if (seen.isResting || turns > 1000) return seen
      await shortTurn()
    }
  }

  async function advance(ms: number): Promise<void> {
    let left = ms
    for (;;) {
      const engine = live()
      if (engine === undefined) break
      let seen = await look()
      if (seen.isDue) await release(engine)
      if (seen.isDue || !seen.isResting) seen = await rest()
      const { nextWake, nextEffect } = seen
      const now = instantMs(clock.now())
      const isDelivering = opened.some(isWaiting)
      const next = Math.min(nextWake ?? Infinity, (isDelivering ? nextEffect : null) ?? Infinity)
      if (next - now > left) break
      await clock.advance(next - now)
      left -= next - now
    }
    const mayStir = clock.timers > 0
    await clock.advance(left)
    if (mayStir) await rest()
  }

  /** Handlers that do not end would keep it waiting. */
  async function release({ engine, busy }: Opened): Promise<void> {
    const done = new AbortController()
    const released = engine.catchUp().finally(() => done.abort())
    await Promise.race([released, untilHeldUp(busy, done.signal)])
    released.catch(() => undefined)
  }

  function inLine(task: () => Promise<void>): Promise<void> {
    const mine = queue.then(task)
    queue = mine.catch(() => undefined)
    return mine
  }

  const itsClock: ManualClock = {
    now: () => clock.now(),
    setTimer: (ms, run) => clock.setTimer(ms, run),
    step: (ms) => clock.step(ms),
    advance: (ms) => inLine(() => advance(ms)),
    async sleepTo(instant) {
      const ahead = instantMs(instant) - instantMs(clock.now())
      clock.step(Math.max(0, ahead - lastStretch))
      await inLine(() => advance(Math.min(Math.max(ahead, 0), lastStretch)))
    },
    get timers() {
      return clock.timers
    },
  }

  return {
    clock: itsClock,
    problems,
    async open({ lifecycle, clock: otherClock } = {}) {
      if (opened.some((one) => one.isOpen && one.clock !== clock)) crash()
      if (lifecycle !== undefined) releases += 1
      const serve = itsGate.serve(namespace, `r${releases}`)
      const itsOwn = otherClock ?? clock
      const engine = await restateEngine({ ...server, namespace, serve, delivery })({
        lifecycle: lifecycle ?? createLifecycle(),
        clock: itsOwn,
        report: (one) => void problems.push(one),
      })
      const one = watch(engine, itsOwn)
      opened = [...opened, one]
      return one.engine
    },
    async plant(applicationId, snapshot) {
      const service = `${namespace}.application`
      const state = await readState(server, service, applicationId)
      const lifecycle = { ...JSON.parse(state.get('lifecycle') ?? '{}'), snapshot }
      await writeState(
        server,
        service,
        applicationId,
        state.set('lifecycle', JSON.stringify(lifecycle)),
      )
    },
    async rest() {
      await queue
      await rest()
    },
    async close() {
      for (const { engine } of opened) await engine.dispose()
      itsGate.crash(namespace)
    },
  }

  function crash(): void {
    itsGate.crash(namespace)
    for (const one of opened) one.isOpen = false
  }
}

/** Notes what its handlers are at, and whether it is still open. */
function watch(engine: Engine, clock: ManualClock): Opened {
  const busy = new Map<string, number>()
  const one: Opened = {
    clock,
    busy,
    handlers: 0,
    isOpen: true,
    engine: {
      ...engine,
      handleEffects(name, handler) {
        one.handlers += 1
        const registration = engine.handleEffects(name, async (effect, context) => {
          busy.set(effect.key, (busy.get(effect.key) ?? 0) + 1)
          const leave = (): void => {
            const left = (busy.get(effect.key) ?? 1) - 1
            if (left > 0) busy.set(effect.key, left)
            else busy.delete(effect.key)
          }
          context.signal.addEventListener('abort', leave, { once: true })
          try {
            await handler(effect, context)
          } finally {
            context.signal.removeEventListener('abort', leave)
            if (!context.signal.aborted) leave()
          }
        })
        return {
          dispose: () => {
            one.handlers -= 1
            registration.dispose()
          },
        }
      },
      dispose() {
        one.isOpen = false
        return engine.dispose()
      },
    },
  }
  return one
}

/** Fewer attempts than by default, since each takes a while. */
const delivery = { attempts: 5 }

/** As in the manual clock: engines on a store look at the time once a minute. */
const lastStretch = 90_000

interface Seen {
  readonly running: number
  readonly dueEffects: number
  readonly isDue: boolean
  readonly nextWake: number | null
  readonly nextEffect: number | null
}

interface Look extends Seen {
  readonly isResting: boolean
}

/** An invocation that waits behind another one of the same target cannot run, so both count as one. */
async function lookAt(server: ServerAddresses, namespace: string, now: number): Promise<Seen> {
  const wakeAt = "json_get_int(value_utf8, 'wakeAt')"
  const at = "json_get_int(value_utf8, 'at')"
  const isEffect = "starts_with(key, 'effect/') AND json_get_str(value_utf8, 'status') = 'waiting'"
  const [state] = await queryServer(
    server,
    `SELECT * FROM (SELECT
      SUM(CASE WHEN key = 'lifecycle' AND ${wakeAt} <= ${now} THEN 1 ELSE 0 END) AS wakes,
      SUM(CASE WHEN ${isEffect} AND ${at} <= ${now} THEN 1 ELSE 0 END) AS effects,
      MIN(CASE WHEN key = 'lifecycle' AND ${wakeAt} > ${now} THEN ${wakeAt} END) AS next_wake,
      MIN(CASE WHEN ${isEffect} AND ${at} > ${now} THEN ${at} END) AS next_effect
      FROM state WHERE service_name = '${namespace}.application'
    ) CROSS JOIN (SELECT COUNT(DISTINCT target) AS running FROM sys_invocation
      WHERE target_service_name IN ('${namespace}.application', '${namespace}.delivery')
      AND status NOT IN ('completed', 'scheduled'))`,
  )
  const dueEffects = Number(state?.['effects'] ?? 0)
  return {
    running: Number(state?.['running'] ?? 0),
    dueEffects,
    isDue: dueEffects + Number(state?.['wakes'] ?? 0) > 0,
    nextWake: numberOrNull(state?.['next_wake']),
    nextEffect: numberOrNull(state?.['next_effect']),
  }
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

/** Resolves when handlers have been at something for a while, or when there is no need to wait. */
async function untilHeldUp(busy: ReadonlyMap<string, number>, signal: AbortSignal): Promise<void> {
  for (let turns = 0; turns < 30 && !signal.aborted; turns += busy.size > 0 ? 1 : 0) {
    await shortTurn()
  }
}

function shortTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5)
  })
}
