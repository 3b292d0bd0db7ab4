import { createManualClock } from '@afterview/engine/testing'
import { systemClock } from '@afterview/engine'
import { expect, test } from 'vitest'

const start = '2026-11-25T13:00:00Z'

test('CLK-1 a manual clock runs timers at their time and in their order, also those that they set', async () => {
  const clock = createManualClock(start)
  const seen: string[] = []
  clock.setTimer(2000, () => void seen.push(`b ${clock.now()}`))
  clock.setTimer(1000, () => {
    seen.push(`a ${clock.now()}`)
    clock.setTimer(500, () => void seen.push(`c ${clock.now()}`))
  })
  await clock.advance(3000)
  expect(seen).toEqual([
    'a 2026-11-25T13:00:01Z',
    'c 2026-11-25T13:00:01.500Z',
    'b 2026-11-25T13:00:02Z',
  ])
  expect(clock.now()).toBe('2026-11-25T13:00:03Z')
})

test('CLK-2 a manual clock goes on only when what a timer started has finished', async () => {
  const clock = createManualClock(start)
  const seen: string[] = []
  clock.setTimer(1000, async () => {
    await Promise.resolve()
    await Promise.resolve()
    seen.push(clock.now())
  })
  await clock.advance(5000)
  expect(seen).toEqual(['2026-11-25T13:00:01Z'])
})

test('CLK-3 a manual clock that is set changes its reading, not the wait of its timers', async () => {
  const clock = createManualClock(start)
  let fired = 0
  clock.setTimer(1000, () => {
    fired += 1
  })
  clock.step(3_600_000)
  expect([clock.now(), fired]).toEqual(['2026-11-25T14:00:00Z', 0])
  clock.step(-7_200_000)
  await clock.advance(1000)
  expect([clock.now(), fired]).toEqual(['2026-11-25T12:00:01Z', 1])
})

test('CLK-4 a manual clock fires at once beyond 2³¹−1 ms, as setTimeout does', async () => {
  const clock = createManualClock(start)
  let fired = 0
  clock.setTimer(2 ** 31, () => {
    fired += 1
  })
  clock.setTimer(2 ** 31 - 1, () => {
    fired += 100
  })
  await clock.advance(1)
  expect(fired).toBe(1)
})

test('CLK-5 a timer that was disposed does not run', async () => {
  const clock = createManualClock(start)
  const timer = clock.setTimer(1000, () => {
    throw new Error('it ran')
  })
  timer.dispose()
  timer.dispose()
  await clock.advance(2000)
  expect(clock.timers).toBe(0)
})

test('CLK-6 the system clock shows the time of the machine and keeps setTimeout from overflowing', async () => {
  const clock = systemClock()
  const before = Date.now()
  const shown = Date.parse(clock.now())
  expect([before <= shown, shown <= Date.now()]).toEqual([true, true])
  const fired: string[] = []
  const long = clock.setTimer(2 ** 32, () => void fired.push('long'))
  await new Promise<void>((resolve) => {
    clock.setTimer(0, () => {
      fired.push('short')
      resolve()
    })
  })
  long.dispose()
  expect(fired).toEqual(['short'])
})
