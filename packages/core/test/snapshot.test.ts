import { describe, expect, test } from 'vitest'
import { createLifecycle } from '@afterview/core'
import { createLife, createWaiting, input, nextWeek } from './life.ts'

describe('a snapshot', () => {
  test('SNP-1 survives JSON unchanged, with its effects and timers', () => {
    const life = createWaiting({}, nextWeek)
    const outcome = life.tell('offer.extended', '2026-12-20T10:00:00Z', { medium: 'phone' })
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome)
    expect(life.lifecycle.restore(life.lifecycle.dump(life.snapshot))).toEqual(life.snapshot)
  })

  test('SNP-2 comes out the same when the events are replayed', () => {
    const life = createWaiting({}, nextWeek)
      .ok('nextRound.invited', '2026-12-02T10:00:00Z')
      .ok('offer.extended', '2026-12-10T10:00:00Z', { medium: 'phone' })
    let { snapshot } = life.lifecycle.start(input)
    for (const event of life.told) {
      const outcome = life.lifecycle.advance(snapshot, event)
      if (outcome.accepted) snapshot = outcome.snapshot
    }
    expect(snapshot).toEqual(life.snapshot)
  })

  const impostors: readonly (readonly [unknown, string])[] = [
    ['{', 'snapshot-malformed'],
    [null, 'snapshot-malformed'],
    [{}, 'snapshot-malformed'],
    [{ ...createLife().snapshot, timers: undefined }, 'snapshot-malformed'],
    [
      { ...createLife().snapshot, machine: { status: 'active', value: 'nowhere', context: {} } },
      'snapshot-malformed',
    ],
    [{ ...createLife().snapshot, schemaVersion: 99 }, 'snapshot-newer'],
    [{ ...createLife().snapshot, schemaVersion: 0 }, 'snapshot-newer'],
  ]

  test('SNP-3 is not made of anything else', () => {
    for (const [value, code] of impostors) {
      expect(() => createLifecycle().restore(value)).toThrow(code)
    }
  })

  test('SNP-4 gets its dates anew under another policy, with revisions raised', () => {
    const life = createWaiting({}, nextWeek)
    const patient = createLifecycle({ policy: { preset: 'patient' } })
    const restored = patient.restore(life.lifecycle.dump(life.snapshot))
    expect(restored.agenda['acme-1/checkIn/r1-1']).toMatchObject({
      due: { local: '2026-12-18T09:00' },
      revision: 1,
    })
    expect(restored.agenda['acme-1/decisionExpected/r1']?.revision).toBe(0)
    const timer = Object.entries(restored.timers).find(([id]) => id.includes('checkInDue'))
    expect(timer?.[1]).toMatchObject({
      dueAt: '2026-12-18T08:00:00Z',
      generation: restored.revision,
    })
    expect(patient.restore(patient.dump(restored))).toEqual(restored)
  })

  test('SNP-5 has effects with stable keys', () => {
    const told = () =>
      createWaiting({}, nextWeek).tell('application.rejected', '2026-12-01T10:00:00Z')
    expect(told()).toEqual(told())
    expect(told()).toHaveProperty('effects', [
      {
        type: 'stage.announce',
        from: 'waiting',
        to: 'rejection',
        key: 'acme-1/6/0',
        applicationId: 'acme-1',
        at: '2026-12-01T10:00:00Z',
      },
    ])
  })
})
