import { createCalendar } from '@afterview/calendar'
import { describe, expect, it } from 'vitest'
import { agendaItem, sampleAgenda } from './sample-agenda.ts'

function options(locale: string) {
  return {
    name: 'After the interview',
    locale,
    domain: 'jobs.example.org',
    zone: 'Europe/Amsterdam',
    url: ({ applicationId }: { applicationId: string }) =>
      `https://jobs.example.org/applications/${applicationId}`,
  }
}

describe('the golden files', () => {
  it.each(['en', 'nl', 'de', 'fr', 'es'])(
    'DOC-5 are the bytes of the sample agenda in %s',
    async (locale) => {
      const { text } = createCalendar(options(locale)).file(sampleAgenda, { refreshMinutes: 120 })
      await expect(text).toMatchFileSnapshot(`golden/agenda-${locale}.ics`)
    },
  )

  it('TODO-1 are the bytes of its to-dos', async () => {
    const { text } = createCalendar(options('en')).todos(sampleAgenda)
    await expect(text).toMatchFileSnapshot('golden/todos.ics')
  })

  it('CLOSE-4 are the bytes of a cancellation', async () => {
    const { text } = createCalendar(options('en')).cancellation(agendaItem({ revision: 2 }), {
      organizer: { email: 'noor@example.org', name: 'Noor Jansen' },
      at: '2026-11-25T08:00:00Z',
    })
    await expect(text).toMatchFileSnapshot('golden/cancellation.ics')
  })
})
