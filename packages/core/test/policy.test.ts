import { describe, expect, test } from 'vitest'
import { policyKeys, resolvePolicy } from '@afterview/core'
import { createWaiting, nextWeek } from './life.ts'

describe('the policy', () => {
  test('POL-1 gives every number its unit, source, date of reading and strength', () => {
    const policy = resolvePolicy()
    expect(policyKeys.length).toBeGreaterThan(25)
    for (const key of policyKeys) {
      expect(policy[key], key).toMatchObject({
        unit: expect.stringMatching(/\w{3}/),
        source: expect.stringMatching(/\w{3}/),
        asOf: expect.stringMatching(/^\d{4}-\d\d$/),
        strength: expect.stringMatching(/^(strong|good|moderate|practice|weak|inference)$/),
      })
      expect(policy[key].value, key).toBeDefined()
    }
  })

  test('POL-2 can be eager or patient', () => {
    const due = (preset: 'eager' | 'patient') =>
      createWaiting({ policy: { preset } }, nextWeek).item('checkIn/r1-1').due
    expect(due('eager')).toMatchObject({ local: '2026-12-07T09:00' })
    expect(due('patient')).toMatchObject({ local: '2026-12-18T09:00' })
  })

  test('POL-2 takes overrides with their own source', () => {
    const entries = {
      'checkIn.afterStated': { value: 3, source: 'our career centre' },
      'checkIn.max': 1,
    }
    const life = createWaiting({ policy: { entries } }, nextWeek)
    expect(life.item('checkIn/r1-1').policy).toEqual({
      key: 'checkIn.afterStated',
      value: 3,
      source: 'our career centre',
    })
    expect(life.lifecycle.policy['checkIn.max']).toMatchObject({
      value: 1,
      source: 'set by the host app',
    })
  })

  test.each([
    [{ preset: 'hasty' }, 'policy-preset-unknown'],
    [{ entries: { 'checkIn.sometimes': 3 } }, 'policy-key-unknown'],
    [{ entries: { 'checkIn.max': 'two' } }, 'policy-value-malformed'],
    [{ entries: { 'checkIn.max': -1 } }, 'policy-value-malformed'],
    [{ entries: { 'season.holidays': [{ from: 5 }] } }, 'policy-value-malformed'],
  ])('POL-2 refuses %j', (choice, code) => {
    expect(() => resolvePolicy(choice as never)).toThrow(code)
  })
})
