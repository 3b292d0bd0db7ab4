import { createLiveness, livenessLimits } from '@afterview/plugin-host/adapter-kit'
import { expect, test } from 'vitest'
import { createManualClock } from './manual-clock.ts'

function createWatch(limits: Partial<typeof livenessLimits> = {}) {
  const clock = createManualClock()
  const said: string[] = []
  const pings: (() => void)[] = []
  const liveness = createLiveness({
    clock,
    limits: { ...livenessLimits, ...limits },
    ping: () => new Promise((resolve) => void pings.push(resolve)),
    onUnresponsive: (ms) => said.push(`unresponsive after ${ms} at ${clock.now()}`),
    onResponsive: () => said.push(`responsive at ${clock.now()}`),
    onDead: (ms) => said.push(`dead after ${ms} at ${clock.now()}`),
  })
  return { clock, said, pings, liveness }
}

/** Lets promises that are settled run on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('a message without acknowledgement is reported after 3 s and ends the place after 10 s', () => {
  const { clock, said, liveness } = createWatch()
  liveness.expect()
  clock.advance(2999)
  expect(said).toEqual([])
  clock.advance(1)
  expect(said).toEqual(['unresponsive after 3000 at 3000'])
  clock.advance(60_000)
  expect(said).toEqual(['unresponsive after 3000 at 3000', 'dead after 10000 at 10000'])
  expect(clock.waiting).toBe(0)
})

test('an acknowledgement in time is not reported', () => {
  const { clock, said, liveness } = createWatch()
  const acknowledge = liveness.expect()
  clock.advance(2900)
  acknowledge()
  clock.advance(60_000)
  expect(said).toEqual([])
  expect(clock.waiting).toBe(0)
})

test('an acknowledgement after the report is reported too', () => {
  const { clock, said, liveness } = createWatch()
  const acknowledge = liveness.expect()
  clock.advance(5000)
  acknowledge()
  acknowledge()
  expect(said).toEqual(['unresponsive after 3000 at 3000', 'responsive at 5000'])
})

test('a long queue that moves is no silence', () => {
  const { clock, said, liveness } = createWatch()
  const queue = Array.from({ length: 20 }, () => liveness.expect())
  for (const acknowledge of queue) {
    clock.advance(2500)
    acknowledge()
  }
  expect(said).toEqual([])
})

test('a queue that stops moving is silence from its last move', () => {
  const { clock, said, liveness } = createWatch()
  const [first] = [liveness.expect(), liveness.expect()]
  clock.advance(2000)
  first()
  clock.advance(2999)
  expect(said).toEqual([])
  clock.advance(1)
  expect(said).toEqual(['unresponsive after 3000 at 5000'])
})

test('a silent place is asked for a sign of life every 5 s', async () => {
  const { clock, said, pings, liveness } = createWatch()
  liveness.start()
  for (let asked = 1; asked <= 3; asked += 1) {
    clock.advance(5000)
    expect(pings).toHaveLength(asked)
    pings[asked - 1]?.()
    await turn()
  }
  expect(said).toEqual([])
})

test('a hang that begins when nothing is under way is found by the next ping', () => {
  const { clock, said, pings, liveness } = createWatch()
  liveness.start()
  clock.advance(5000 + 10_000)
  expect(pings).toHaveLength(1)
  expect(said).toEqual(['unresponsive after 3000 at 8000', 'dead after 10000 at 15000'])
})

test('the stall of the host itself is not taken for silence of the plugin', () => {
  const timers: (() => void)[] = []
  const said: string[] = []
  const clock = {
    now: () => 0,
    after: (_ms: number, run: () => void) => {
      timers.push(run)
      return { dispose: () => undefined }
    },
  }
  const silent = (what: string) => (ms: number) => void said.push(`${what} ${ms}`)
  const liveness = createLiveness({
    clock,
    limits: livenessLimits,
    ping: () => Promise.resolve(),
    onUnresponsive: silent('unresponsive'),
    onResponsive: () => undefined,
    onDead: silent('dead'),
  })
  const acknowledge = liveness.expect()
  // However long the host stood still, one timer fires once before the waiting answers are read.
  timers.shift()?.()
  acknowledge()
  expect(said).toEqual([])
})

test('nothing is reported after the watch was stopped', () => {
  const { clock, said, liveness } = createWatch()
  liveness.start()
  const acknowledge = liveness.expect()
  clock.advance(4000)
  liveness.stop()
  acknowledge()
  clock.advance(60_000)
  expect(said).toEqual(['unresponsive after 3000 at 3000'])
  expect(clock.waiting).toBe(0)
})

test('the limits can be as short as milliseconds', () => {
  const { clock, said, liveness } = createWatch({ unresponsiveMs: 3, killMs: 5 })
  liveness.expect()
  clock.advance(100)
  expect(said.map((line) => line.split(' ')[0])).toEqual(['unresponsive', 'dead'])
})
