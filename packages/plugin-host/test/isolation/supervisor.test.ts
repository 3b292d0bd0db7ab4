import { type SupervisorLimits, createSupervisor } from '@afterview/plugin-host'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzRuns } from '../fuzz-runs.ts'
import { createManualClock } from './manual-clock.ts'

const MINUTE = 60_000

function createBudget(limits: Partial<SupervisorLimits> = {}) {
  const clock = createManualClock()
  return { clock, budget: createSupervisor({ clock, limits }) }
}

test('two crashes lead to restarts at once and after 1 s, the third within 5 min to quarantine', () => {
  const { clock, budget } = createBudget()
  expect(budget.crashed('acme.a')).toEqual({ action: 'restart', afterMs: 0, crashes: 1 })
  clock.advance(MINUTE)
  expect(budget.crashed('acme.a')).toEqual({ action: 'restart', afterMs: 1000, crashes: 2 })
  clock.advance(MINUTE)
  expect(budget.crashed('acme.a')).toEqual({ action: 'quarantine', until: null, crashes: 3 })
})

test('a larger budget waits 5 s before every further restart', () => {
  const { budget } = createBudget({ crashes: 6 })
  const waits = [1, 2, 3, 4, 5, 6].map(() => budget.crashed('acme.a'))
  expect(waits.map((verdict) => Object(verdict).afterMs)).toEqual([
    0,
    1000,
    5000,
    5000,
    5000,
    undefined,
  ])
})

test('crashes older than 5 min are forgotten', () => {
  const { clock, budget } = createBudget()
  budget.crashed('acme.a')
  budget.crashed('acme.a')
  clock.advance(5 * MINUTE)
  expect(budget.crashed('acme.a')).toMatchObject({ action: 'restart', crashes: 1 })
})

test('a healthy run of 2 min forgets the crashes before it, a shorter one does not', () => {
  const { clock, budget } = createBudget()
  budget.crashed('acme.a')
  budget.crashed('acme.a')
  clock.advance(2 * MINUTE - 1)
  budget.healthy('acme.a')
  clock.advance(1)
  budget.healthy('acme.a')
  expect(budget.crashed('acme.a')).toMatchObject({ action: 'restart', crashes: 1 })
})

test('a sign of health right after a crash changes nothing', () => {
  const { budget } = createBudget()
  const crashes = [1, 2, 3].map(() => {
    budget.healthy('acme.a')
    return budget.crashed('acme.a').crashes
  })
  expect(crashes).toEqual([1, 2, 3])
})

test('each plugin has its own budget', () => {
  const { budget } = createBudget()
  for (let n = 0; n < 3; n += 1) budget.crashed('acme.a')
  expect(budget.crashed('acme.b')).toMatchObject({ action: 'restart', crashes: 1 })
})

test('a release starts afresh', () => {
  const { budget } = createBudget()
  for (let n = 0; n < 3; n += 1) budget.crashed('acme.a')
  budget.release('acme.a')
  expect(budget.crashed('acme.a')).toMatchObject({ action: 'restart', afterMs: 0, crashes: 1 })
})

test('a quarantine can have an end', () => {
  const { clock, budget } = createBudget({ crashes: 1, quarantineMs: 10 * MINUTE })
  clock.advance(7)
  expect(budget.crashed('acme.a')).toEqual({
    action: 'quarantine',
    until: 7 + 10 * MINUTE,
    crashes: 1,
  })
})

test('quarantine comes exactly when the limit is reached within some window', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 4 * MINUTE }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(gaps, (waits) => {
      const { clock, budget } = createBudget()
      const times: number[] = []
      for (const wait of waits) {
        clock.advance(wait)
        times.push(clock.now())
        const recent = times.filter((at) => clock.now() - at < 5 * MINUTE).length
        const action = recent >= 3 ? 'quarantine' : 'restart'
        expect(budget.crashed('acme.a')).toMatchObject({ action, crashes: recent })
      }
    }),
    { numRuns: fuzzRuns(200) },
  )
})
