import { createLifecycle, eventTypes, type StartInput } from '@afterview/core'
import { describe, expect, test } from 'vitest'
import { eventForms } from '../src/event-forms.ts'
import { eventOfForm } from '../src/event-of-form.ts'

const zone = 'Europe/Amsterdam'

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('empty fields are left out, and a day lasts until the end of its working hours', () => {
  expect(
    eventOfForm(
      'offer.extended',
      form({ medium: 'phone', respondBy: '2026-12-04', salary: ' ' }),
      zone,
      2,
    ),
  ).toEqual({
    type: 'offer.extended',
    medium: 'phone',
    respondBy: '2026-12-04T16:00:00Z',
  })
})

test('terms and rounds are put where the event has them', () => {
  const filled = {
    startsAt: '2026-12-01T10:00',
    endsAt: '2026-12-01T11:00',
    medium: 'video',
    interviewer: 'Zoë Vos',
    email: 'zoe@example.com',
  }
  expect(eventOfForm('nextRound.scheduled', form(filled), zone, 2)).toEqual({
    type: 'nextRound.scheduled',
    round: {
      number: 2,
      medium: 'video',
      startsAt: { local: '2026-12-01T10:00', zone },
      endsAt: { local: '2026-12-01T11:00', zone },
      interviewers: [{ id: 'zoe-vos', name: 'Zoë Vos', email: 'zoe@example.com' }],
    },
  })
  expect(eventOfForm('offer.countered', form({ notes: 'Two more days' }), zone, 2)).toEqual({
    type: 'offer.countered',
    terms: { notes: 'Two more days' },
  })
})

describe('what a filled form makes is an event that the core can read', () => {
  const lifecycle = createLifecycle()
  const input: StartInput = {
    applicationId: 'a',
    candidate: { name: 'Robin', zone },
    company: { name: 'Acme' },
    role: 'Editor',
    round: {
      number: 1,
      medium: 'video',
      endsAt: '2026-11-23T10:00:00Z',
      interviewers: [{ id: 'sam', name: 'Sam' }],
    },
  }
  const values = {
    day: '2026-12-04',
    time: '2026-12-01T10:00',
    email: 'sam@example.com',
    person: 'sam',
    check: 'on',
  }
  const answers = (type: (typeof eventTypes)[number]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      (eventForms[type] ?? []).map(({ name, kind, options }) => {
        const value =
          options?.[0] ?? (kind in values ? values[kind as keyof typeof values] : 'words')
        return [name, name === 'endsAt' ? '2026-12-01T11:00' : value]
      }),
    )

  test.each(eventTypes.filter((type) => !type.startsWith('agenda.')))('%s', (type) => {
    const event = eventOfForm(type, form({ ...answers(type), at: '2026-11-23T12:00' }), zone, 2)
    // The words of an employer are read on the way to the core.
    const read = 'phrase' in event ? { ...event, window: null } : event
    const outcome = lifecycle.advance(lifecycle.start(input).snapshot, read)
    expect(outcome.accepted ? 'accepted' : outcome.reason.code).toMatch(
      /^(?:accepted|event-not-possible)$/,
    )
  })
})
