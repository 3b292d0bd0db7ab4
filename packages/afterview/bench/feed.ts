import { createSubscriptionToken } from '@afterview/calendar'
import { type Afterview, type AfterviewOptions, createAfterview } from 'afterview'
import type { BenchTable } from '../../../scripts/bench-table.ts'
import { createHandClock, input } from '../test/search.ts'

const { token, digest } = createSubscriptionToken(new Uint8Array(32).fill(7))
const address = `https://jobs.example/calendar/${token}.ics`
const applications = 60
const rounds = 59

const ways: Readonly<Record<string, AfterviewOptions>> = {
  'by default': {},
  'knownBy: revision': { calendar: { knownBy: 'revision' } },
}

/** A subscribed calendar of 300 entries, asked for again when nothing changed and when one entry did. */
export async function bench(): Promise<BenchTable> {
  const measured = await Promise.all(Object.entries(ways).map(open))
  for (let round = 0; round < rounds; round += 1) {
    for (const one of measured) await pollTwice(one, `application-${round}`)
  }
  return {
    title: `Feed of ${5 * applications} entries: milliseconds for an answer, median`,
    rows: measured.flatMap((one) => {
      const { unchanged, changed, agenda } = medians(one)
      return [
        {
          name: `not modified, ${one.name}`,
          value: unchanged,
          unit: 'ms',
          note: `of which reading the agenda: ${agenda.toPrecision(2)}`,
        },
        { name: `one changed, ${one.name}`, value: changed, unit: 'ms' },
      ]
    }),
  }
}

interface Times {
  readonly unchanged: number[]
  readonly changed: number[]
  readonly agenda: number[]
}

interface Measured extends Times {
  readonly name: string
  readonly afterview: Afterview
  tag: string
}

async function open([name, options]: readonly [string, AfterviewOptions]): Promise<Measured> {
  const clock = createHandClock('2026-11-25T14:40:00Z')
  const afterview = await createAfterview({ clock, feed: { find: () => ({ digest }) }, ...options })
  for (let index = 0; index < applications; index += 1) {
    const applicationId = `application-${index}`
    await afterview.begin({ ...input, applicationId })
    await afterview.record(applicationId, {
      type: 'interview.ended',
      at: '2026-11-25T15:30:00+01:00',
    })
  }
  const first = await afterview.feed(new Request(address))
  const tag = first.headers.get('etag') ?? ''
  return { name, afterview, tag, unchanged: [], changed: [], agenda: [] }
}

async function pollTwice(one: Measured, applicationId: string): Promise<void> {
  const { afterview } = one
  one.agenda.push(await timed(() => afterview.agenda({ includeClosed: true })))
  one.unchanged.push(await timed(() => poll(one, 304)))
  await afterview.record(applicationId, {
    type: 'timeframe.given',
    at: '2026-11-25T15:35:00+01:00',
    window: null,
  })
  one.changed.push(await timed(() => poll(one, 200)))
}

async function poll(one: Measured, status: number): Promise<void> {
  const headers = { 'If-None-Match': one.tag }
  const answer = await one.afterview.feed(new Request(address, { headers }))
  if (answer.status !== status) throw new Error(`answered ${answer.status} instead of ${status}`)
  one.tag = answer.headers.get('etag') ?? ''
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function medians(times: Times): Readonly<Record<keyof Times, number>> {
  const median = (list: readonly number[]): number =>
    list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN
  return {
    unchanged: median(times.unchanged),
    changed: median(times.changed),
    agenda: median(times.agenda),
  }
}
