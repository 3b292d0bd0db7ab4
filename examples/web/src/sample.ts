import type { StartInput } from '@afterview/core'
import type { EngineClock } from '@afterview/engine'
import { type IndexedDbEngine, indexedDbEngine } from '@afterview/engine-indexeddb'
import { instantFromMs, instantMs, localDate, toInstant } from '@afterview/time'
import { eraseAll } from './erase-all.ts'
import { ownZone } from './settings.ts'

/** What happened in one application of the sample, in days before or after now. */
interface Story {
  readonly company: string
  readonly role: string
  readonly people: readonly string[]
  /** When the interview ends. */
  readonly ended: string
  readonly events: readonly object[]
}

/**
 * The applications of a job search in full swing, as seen from now, as data to import. They are made
 * in a database of their own, where no timer fires before all that happened has been recorded.
 */
export async function sampleData(clock: EngineClock, locale: string): Promise<string> {
  const { createAfterview } = await import('afterview')
  let text = ''
  const afterview = await createAfterview({
    clock,
    engine: async (host) => {
      const engine = await indexedDbEngine({ name: 'afterview-sample', poll: false })(host)
      return { ...engine, dispose: async () => void (text = await takeAll(engine)) }
    },
  })
  for (const story of stories(clock.now(), ownZone())) {
    const { applicationId } = await afterview.begin(inputOf(story, locale))
    for (const event of story.events) await afterview.record(applicationId, event)
  }
  await afterview.dispose()
  return text
}

/** Gives everything and leaves nothing. */
async function takeAll(engine: IndexedDbEngine): Promise<string> {
  const text = await engine.exportToJson()
  await eraseAll(engine)
  await engine.dispose()
  return text
}

function stories(now: string, zone: string): readonly Story[] {
  const at = (days: number, time: string): string => {
    const day = localDate(instantFromMs(instantMs(now) + days * 86_400_000), zone)
    return toInstant({ local: `${day}T${time}`, zone })
  }
  const soon = instantFromMs(Math.ceil((instantMs(now) + 240_000) / 60_000) * 60_000)
  return [
    {
      company: 'Fernhill Analytics',
      role: 'Data engineer',
      people: ['Priya Nair'],
      ended: soon,
      events: [],
    },
    {
      company: 'Noordzee Logistiek',
      role: 'Product manager',
      people: ['Sanne Bakker', 'Youssef Amrani'],
      ended: at(-1, '16:00'),
      events: [
        {
          type: 'timeframe.given',
          at: at(-1, '15:58'),
          phrase: 'within two weeks',
          decidedBy: 'Sanne Bakker',
        },
        { type: 'interview.ended', at: at(-1, '16:05') },
        {
          type: 'detail.noted',
          at: at(-1, '16:20'),
          interviewerId: 'sanne-bakker',
          topic: 'the move to weekly releases',
        },
        { type: 'thankYou.sent', at: at(-1, '18:30'), interviewerId: 'sanne-bakker' },
      ],
    },
    {
      company: 'Lumen Health',
      role: 'Service designer',
      people: ['Kim Albrecht'],
      ended: at(-17, '11:00'),
      events: [
        { type: 'timeframe.given', at: at(-17, '10:58'), phrase: 'within a week' },
        { type: 'interview.ended', at: at(-17, '11:00') },
        { type: 'thankYou.sent', at: at(-17, '19:00'), interviewerId: 'kim-albrecht' },
      ],
    },
    {
      company: 'Atelier Verdon',
      role: 'Operations lead',
      people: ['Salomé Diallo'],
      ended: at(-9, '14:00'),
      events: [
        { type: 'interview.ended', at: at(-9, '14:10') },
        { type: 'thankYou.sent', at: at(-9, '17:00'), interviewerId: 'salome-diallo' },
        {
          type: 'offer.extended',
          at: at(-1, '10:00'),
          medium: 'phone',
          respondBy: at(4, '17:00'),
          terms: { title: 'Operations lead', salary: '€ 62,000 a year' },
        },
      ],
    },
    {
      company: 'Harbour Bank',
      role: 'Business analyst',
      people: ['Tom Reed'],
      ended: at(-12, '09:30'),
      events: [
        { type: 'interview.ended', at: at(-12, '09:30') },
        { type: 'thankYou.sent', at: at(-12, '15:00'), interviewerId: 'tom-reed' },
        {
          type: 'application.rejected',
          at: at(-1, '09:00'),
          medium: 'email',
          reason: 'Somebody with more years in banking',
        },
      ],
    },
    {
      company: 'Quarry Software',
      role: 'Technical writer',
      people: ['Ines Prado'],
      ended: at(-38, '13:00'),
      events: [
        { type: 'interview.ended', at: at(-38, '13:00') },
        { type: 'thankYou.sent', at: at(-38, '16:00'), interviewerId: 'ines-prado' },
        { type: 'checkIn.sent', at: at(-28, '09:30') },
      ],
    },
  ]
}

function inputOf({ company, role, people, ended }: Story, locale: string): StartInput {
  const interviewers = people.map((name) => ({
    id: idOf(name),
    name,
    email: `${idOf(name)}@example.com`,
  }))
  return {
    applicationId: `sample-${idOf(company)}`,
    candidate: { name: 'Alex Kim', email: 'alex@example.com', zone: ownZone(), locale },
    company: { name: company },
    role,
    round: { number: 1, medium: 'video', endsAt: ended, interviewers },
  }
}

/** A name as an id: `salome-diallo`. */
export function idOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
  return plain.trim().replaceAll(' ', '-') || 'person'
}
