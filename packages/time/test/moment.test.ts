import { type Moment, momentDate, momentEnd, momentStart, sameMoment } from '@afterview/time'
import { describe, expect, test } from 'vitest'

const zone = 'Europe/Amsterdam'
const instant: Moment = { kind: 'instant', at: '2026-11-25T15:30:00+01:00' }
const wall: Moment = { kind: 'wall', local: '2026-11-25T15:30', zone }
const day: Moment = { kind: 'day', date: '2026-10-25', zone }

test('MOM-1 a moment starts at its instant, its wall time or the start of its day', () => {
  expect(momentStart(instant)).toBe('2026-11-25T14:30:00Z')
  expect(momentStart(wall)).toBe('2026-11-25T14:30:00Z')
  expect(momentStart(day)).toBe('2026-10-24T22:00:00Z')
})

test('MOM-2 a day ends where the next one starts, any other moment where it starts', () => {
  expect(momentEnd(instant)).toBe('2026-11-25T14:30:00Z')
  expect(momentEnd(wall)).toBe('2026-11-25T14:30:00Z')
  expect(momentEnd(day)).toBe('2026-10-25T23:00:00Z')
})

test('MOM-3 a wall moment is resolved compatible', () => {
  expect(momentStart({ ...wall, local: '2026-10-25T02:30' })).toBe('2026-10-25T00:30:00Z')
  expect(momentStart({ ...wall, local: '2026-03-29T02:30' })).toBe('2026-03-29T01:30:00Z')
})

test('MOM-4 a moment has a date in every zone, and a day keeps its own', () => {
  expect(momentDate(instant, 'Pacific/Kiritimati')).toBe('2026-11-26')
  expect(momentDate(wall, 'Pacific/Kiritimati')).toBe('2026-11-26')
  expect(momentDate(day, 'Pacific/Kiritimati')).toBe('2026-10-25')
})

describe('MOM-5 moments are the same where they say the same', () => {
  test('whatever the offset of an instant', () => {
    expect(sameMoment(instant, { kind: 'instant', at: '2026-11-25T14:30:00.000Z' })).toBe(true)
    expect(sameMoment(instant, { kind: 'instant', at: '2026-11-25T14:30:01Z' })).toBe(false)
  })

  test('with or without the seconds of a wall time, in one zone', () => {
    expect(sameMoment(wall, { ...wall, local: '2026-11-25T15:30:00' })).toBe(true)
    expect(sameMoment(wall, { ...wall, local: '2026-11-25T15:31' })).toBe(false)
    expect(sameMoment(wall, { ...wall, zone: 'Europe/Berlin' })).toBe(false)
  })

  test('and never across kinds', () => {
    expect(sameMoment(day, { ...day })).toBe(true)
    expect(sameMoment(day, { ...day, date: '2026-10-26' })).toBe(false)
    expect(sameMoment(instant, wall)).toBe(false)
    expect(sameMoment(wall, day)).toBe(false)
    expect(sameMoment(day, instant)).toBe(false)
  })
})
