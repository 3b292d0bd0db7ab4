import { type Afterview, createAfterview } from 'afterview'
import { afterEach, beforeEach, expect, test } from 'vitest'

const zone = 'America/New_York'
const at = (time: string): string => `2026-09-${time}:00-04:00`
const ann = { id: 'ann', name: 'Ann Lee', email: 'ann@acme.example' }
const bob = { id: 'bob', name: 'Bob Ray', email: 'bob@acme.example' }
const cy = { id: 'cy', name: 'Cy Fox' }
const second = {
  number: 2,
  medium: 'video',
  startsAt: at('11T10:00'),
  endsAt: at('11T11:00'),
  interviewers: [bob, cy],
  coordinator: { name: 'Di Ott', email: 'di@acme.example' },
}

let afterview: Afterview

beforeEach(async () => {
  afterview = await createAfterview({
    clock: { now: () => '2026-09-11T15:20:00Z', setTimer: () => ({ dispose: () => undefined }) },
  })
  await afterview.begin({
    applicationId: 'acme',
    candidate: { name: 'Maya Okafor', zone, locale: 'en-US' },
    company: { name: 'Acme', zone, country: 'US' },
    role: 'Data Engineer',
    round: { number: 1, medium: 'video', endsAt: at('08T11:00'), interviewers: [ann] },
  })
  await afterview.record('acme', { type: 'interview.ended', at: at('08T11:00') })
  await afterview.record('acme', { type: 'nextRound.scheduled', at: at('09T11:00'), round: second })
})

afterEach(() => afterview.dispose())

test('a note after a later interview is about that one, before its end is recorded', async () => {
  const { text } = await afterview.draft('acme', 'second-round-thank-you', { interviewer: 'bob' })
  expect(text).toContain('Dear Bob Ray,')
  expect(text).toContain('Friday, September 11')
})

test('the coordinator is asked to thank those only who have no address', async () => {
  const { text } = await afterview.draft('acme', 'thank-you-coordinator')
  expect(text).toContain('contact details for Cy Fox,')
})

test('no note is compared with one that nobody gets', async () => {
  const { findings } = await afterview.draft('acme', 'second-round-thank-you', {
    interviewer: 'bob',
  })
  expect(findings.map(({ rule }) => rule)).not.toContain('notes-alike')
})

test('a script is addressed to nobody', async () => {
  const { mailto } = await afterview.draft('acme', 'rejection-call')
  expect(mailto.ok && mailto.url).toMatch(/^mailto:\?/)
})

test('a yes to a next round goes to whoever invited, and speaks of the new people as others', async () => {
  const third = { ...second, number: 3, startsAt: at('15T10:00'), endsAt: at('15T11:00') }
  await afterview.record('acme', { type: 'interview.ended', at: at('11T11:00') })
  const event = { type: 'nextRound.scheduled', at: at('11T11:10') }
  const eve = { id: 'eve', name: 'Eve Poe', email: 'eve@acme.example' }
  await afterview.record('acme', {
    ...event,
    round: { ...third, interviewers: [eve], coordinator: undefined },
  })
  const { text, mailto } = await afterview.draft('acme', 'accept-next-round')
  expect(text).toContain('Dear Di Ott,')
  expect(text).toContain('talking with Eve Poe')
  expect(mailto.ok && mailto.url).toContain('di@acme.example')
})

test('nobody whose offer was accepted is told that another one was', async () => {
  await afterview.record('acme', { type: 'interview.ended', at: at('11T11:00') })
  await afterview.record('acme', { type: 'offer.extended', at: at('11T11:05'), medium: 'phone' })
  await afterview.record('acme', { type: 'offer.accepted', at: at('11T11:10') })
  await expect(afterview.draft('acme', 'withdraw-elsewhere')).rejects.toThrow(
    'letter-untrue: "withdraw-elsewhere" tells an employer that another offer was accepted',
  )
})
