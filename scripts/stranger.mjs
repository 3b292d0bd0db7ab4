import { createAfterview } from 'afterview'

const afterview = await createAfterview({ zone: 'Europe/Amsterdam' })
const { applicationId } = await afterview.begin({
  candidate: { name: 'Alex Kim' },
  company: { name: 'Acme', country: 'NL' },
  role: 'Engineer',
  round: {
    number: 1,
    medium: 'video',
    endsAt: '2026-11-25T15:30:00+01:00',
    interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' }],
  },
})
await afterview.record(applicationId, { type: 'interview.ended', at: '2026-11-25T15:30:00+01:00' })
const items = await afterview.agenda({ now: '2026-11-25T16:00:00+01:00' })
if (!items.some(({ kind }) => kind === 'thankYou')) throw new Error('no thank-you on the agenda')
if (!(await afterview.calendar()).startsWith('BEGIN:VCALENDAR')) throw new Error('no calendar')
await afterview.dispose()
