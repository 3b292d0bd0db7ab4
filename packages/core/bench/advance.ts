import { createLifecycle, type LifecycleEvent } from '@afterview/core'
import { createMachine, interpret, state, transition as edge } from 'robot3'
import { createActor, transition } from 'xstate'

interface BenchTable {
  readonly title: string
  readonly rows: readonly {
    readonly name: string
    readonly value: number
    readonly unit: string
    readonly ratio?: number
    readonly note?: string
  }[]
}

const lifecycle = createLifecycle()
const input = {
  applicationId: 'bench',
  candidate: { name: 'Alex Kim', zone: 'Europe/Amsterdam' },
  company: { name: 'Acme', zone: 'Europe/Amsterdam', country: 'NL' },
  role: 'Engineer',
  round: {
    number: 1,
    medium: 'video',
    endsAt: '2026-11-25T15:30:00+01:00',
    interviewers: [
      { id: 'sam', name: 'Sam', email: 'sam@acme.example' },
      { id: 'jo', name: 'Jo', email: 'jo@acme.example' },
    ],
  },
} as const

/** No timer falls due between them, so that every contestant makes the same nine transitions. */
const events: readonly LifecycleEvent[] = [
  {
    type: 'timeframe.given',
    at: '2026-11-25T15:28:00+01:00',
    window: { earliest: '2026-11-26', latest: '2026-12-04' },
  },
  { type: 'interview.ended', at: '2026-11-25T15:29:00+01:00' },
  {
    type: 'detail.noted',
    at: '2026-11-25T15:40:00+01:00',
    interviewerId: 'sam',
    topic: 'the rota',
  },
  { type: 'thankYou.sent', at: '2026-11-25T17:31:00+01:00', interviewerId: 'sam' },
  { type: 'thankYou.sent', at: '2026-11-25T17:32:00+01:00', interviewerId: 'jo' },
  { type: 'employer.replied', at: '2026-12-01T17:32:00+01:00', kind: 'holding' },
  {
    type: 'offer.extended',
    at: '2026-12-03T17:32:00+01:00',
    medium: 'email',
    respondBy: '2026-12-10',
  },
  { type: 'offer.acknowledged', at: '2026-12-04T17:32:00+01:00' },
  { type: 'offer.accepted', at: '2026-12-05T17:32:00+01:00' },
]

const begun = lifecycle.start(input).snapshot

const contestants: Readonly<Record<string, () => void>> = {
  'advance (guards, ledger, timers, effects)': () => {
    let snapshot = begun
    for (const event of events) {
      const outcome = lifecycle.advance(snapshot, event)
      if (!outcome.accepted) throw new Error(outcome.reason.message)
      snapshot = outcome.snapshot
    }
  },
  'XState transition, JSON in and out': () => {
    let json = JSON.stringify(begun.machine)
    for (const event of events) {
      const state = lifecycle.machine.resolveState(JSON.parse(json))
      const [next] = transition(lifecycle.machine, state, event)
      json = JSON.stringify(lifecycle.machine.getPersistedSnapshot(next))
    }
  },
  'XState transition, in memory': () => {
    let state = lifecycle.machine.resolveState(JSON.parse(JSON.stringify(begun.machine)))
    for (const event of events) [state] = transition(lifecycle.machine, state, event)
  },
  'live actor': () => {
    const clock = { setTimeout: () => 0, clearTimeout: () => undefined }
    const actor = createActor(lifecycle.machine, { input, clock }).start()
    for (const event of events) actor.send(event)
    actor.stop()
  },
  'robot3, the same places without guards, dates or timers': () => {
    const service = interpret(robot, () => undefined)
    // robot3 knows the types of its own edges only, which are among ours.
    for (const event of events) service.send(event as { readonly type: 'interview.ended' })
    if (service.machine.current !== 'accepted') throw new Error(service.machine.current)
  },
  'hand-written switch, the same places': () => {
    let place = 'closing'
    for (const { type } of events) place = nextPlace(place, type)
    if (place !== 'accepted') throw new Error(place)
  },
}

/** The same places with bare edges: no guards, nothing remembered, no timers, no dates. */
const robot = createMachine({
  closing: state(edge('timeframe.given', 'closing'), edge('interview.ended', 'followUp')),
  followUp: state(edge('detail.noted', 'followUp'), edge('thankYou.sent', 'thanking')),
  thanking: state(edge('thankYou.sent', 'waiting')),
  waiting: state(edge('employer.replied', 'waiting'), edge('offer.extended', 'received')),
  received: state(edge('offer.acknowledged', 'considering')),
  considering: state(edge('offer.accepted', 'accepted')),
  accepted: state(),
})

function nextPlace(place: string, type: string): string {
  switch (place) {
    case 'closing':
      return type === 'interview.ended' ? 'followUp' : place
    case 'followUp':
      return type === 'thankYou.sent' ? 'thanking' : place
    case 'thanking':
      return type === 'thankYou.sent' ? 'waiting' : place
    case 'waiting':
      return type === 'offer.extended' ? 'received' : place
    case 'received':
      return type === 'offer.acknowledged' ? 'considering' : place
    case 'considering':
      return type === 'offer.accepted' ? 'accepted' : place
    default:
      return place
  }
}

/** Events per second of `advance` beside XState's own ways, on the same machine and events. */
export async function bench(): Promise<BenchTable> {
  const rates = new Map(Object.keys(contestants).map((name) => [name, [] as number[]]))
  for (let round = 0; round < 13; round += 1) {
    for (const [name, run] of Object.entries(contestants)) rates.get(name)?.push(rate(run))
  }
  const medians = [...rates].map(([name, values]) => ({ name, value: median(values.slice(2)) }))
  const [ours] = medians
  return {
    title: 'advance, one event',
    rows: medians.map(({ name, value }) => ({
      name,
      value,
      unit: 'events/s',
      ratio: (ours?.value ?? 0) / value,
      note: 'ratio: advance against this',
    })),
  }
}

function rate(run: () => void): number {
  const start = performance.now()
  let lives = 0
  while (performance.now() - start < 120) {
    run()
    lives += 1
  }
  return (lives * events.length) / ((performance.now() - start) / 1000)
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

if (import.meta.main) console.table((await bench()).rows)
