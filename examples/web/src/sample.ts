import type { StartInput } from '@afterview/core'
import { instantFromMs, instantMs, localDate, toInstant } from '@afterview/time'
import type { World } from './world.ts'
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

/** Begins the applications of a job search in full swing, as seen from now. */
export async function addSample(world: World, locale: string): Promise<void> {
  const { clock, engine } = world
  const afterview = await world.whole()
  for (const story of stories(clock.now(), ownZone())) {
    const input = inputOf(story, locale)
    const { applicationId, created } = await afterview.begin(input)
    if (!created) continue
    for (const event of story.events) await afterview.record(applicationId, event)
  }
  await engine.catchUp()
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
