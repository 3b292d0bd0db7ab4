import { createLifecycle, type Snapshot } from '@afterview/core'
import {
  type EngineStore,
  type ExportedApplication,
  memoryEngine,
  type StoreWrite,
} from '@afterview/engine'
import { createManualClock } from '@afterview/engine/testing'

const template = '__id__'

const input = {
  applicationId: template,
  candidate: { name: 'Alex Kim', email: 'alex@mail.example', zone: 'Europe/Amsterdam' },
  company: { name: 'Acme', zone: 'Europe/Amsterdam', country: 'NL' },
  role: 'Platform Engineer',
  round: {
    number: 1,
    medium: 'video',
    startsAt: '2026-11-25T13:30:00Z',
    endsAt: '2026-11-25T14:30:00Z',
    interviewers: [
      { id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' },
      { id: 'jo', name: 'Jo de Vries', email: 'jo@acme.example' },
    ],
  },
} as const

const events = [
  { type: 'interview.ended', at: '2026-11-25T14:30:00Z' },
  { type: 'thankYou.sent', at: '2026-11-25T16:00:00Z', interviewerId: 'sam' },
  { type: 'thankYou.sent', at: '2026-11-25T16:00:00Z', interviewerId: 'jo' },
] as const

const answeredAt = '2026-11-25T16:30:00Z'

/** The instant at which every seeded lifecycle waits for an answer. */
export const seededAt = '2026-11-25T17:00:00Z'

/** The id of the lifecycle with a number. */
export function idOf(number: number): string {
  return `application-${String(number).padStart(7, '0')}`
}

/** Days, from the first on, on which the employers said they would have answered. */
export const answerDays = 61

/**
 * A lifecycle after the interview, the thanks and the employer's "you will hear by …", a number of
 * days from the first such date on, as a real engine made it: three timers are armed.
 */
async function waitingApplication(day: number): Promise<ExportedApplication> {
  const clock = createManualClock('2026-11-25T13:00:00Z')
  const host = { lifecycle: createLifecycle(), clock, report: () => undefined }
  const engine = await memoryEngine()(host)
  await engine.begin(input)
  for (const event of [...events, answerBy(day)]) {
    await clock.sleepTo(event.at)
    const outcome = await engine.record(template, event)
    if (!outcome.accepted) throw new Error(outcome.reason.message)
  }
  const application = await engine.export(template)
  await engine.dispose()
  return application
}

/** The employer names a date, `day` days after the first of December. */
export function answerBy(day: number): {
  readonly type: 'timeframe.given'
  readonly at: string
  readonly window: { readonly earliest: string; readonly latest: string }
} {
  const latest = new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10)
  return { type: 'timeframe.given', at: answeredAt, window: { earliest: '2026-11-25', latest } }
}

/**
 * Fills a store with lifecycles that wait, a thousand in one transaction. One of `everyNth` hears on
 * the first date, the others on the sixty days after it. Each is woken when its own snapshot says.
 */
export async function seed(store: EngineStore, count: number, everyNth = 20): Promise<void> {
  const texts: string[] = []
  for (let day = 0; day < answerDays; day += 1) {
    texts.push(JSON.stringify(await waitingApplication(day)))
  }
  for (let from = 0; from < count; from += 1000) {
    const numbers = Array.from({ length: Math.min(1000, count - from) }, (_, index) => from + index)
    const writes = numbers.map((number) => {
      const text = texts[number % everyNth === 0 ? 0 : 1 + (number % (answerDays - 1))] ?? ''
      return seedWrite(text.replaceAll(template, idOf(number)))
    })
    await store.commit(writes)
  }
}

function seedWrite(text: string): StoreWrite & { readonly wakeAt: number } {
  const { applicationId, history, ...application } = JSON.parse(text) as ExportedApplication
  const snapshot = application.snapshot as Snapshot
  const dueAt = Object.values(snapshot.timers).map((timer) => Date.parse(timer.dueAt))
  return {
    applicationId,
    fence: null,
    snapshot,
    revision: snapshot.revision,
    state: 'waiting.withinTimeframe',
    at: Date.parse(seededAt),
    wakeAt: Math.min(...dueAt),
    entries: history,
    effects: [],
  }
}
