import { sqliteEngine } from '@afterview/engine-sqlite'
import { createAfterview } from 'afterview'

const afterview = await createAfterview({
  engine: sqliteEngine({ file: 'afterview.db' }), // without an engine, everything stays in memory
  zone: 'Europe/London',
  locale: 'en-GB',
})

// The interview is about to end: begin.
const { applicationId } = await afterview.begin({
  candidate: { name: 'Maya Okafor', email: 'maya@mail.example' },
  company: { name: 'Fernhill Analytics', zone: 'Europe/Amsterdam', country: 'NL' },
  role: 'Data Engineer',
  round: {
    number: 1,
    medium: 'video',
    endsAt: { local: '2026-11-25T15:30', zone: 'Europe/Amsterdam' },
    interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@fernhill.example' }],
  },
})

// Record what happens, in the employer's own words.
const said = await afterview.record(applicationId, {
  type: 'timeframe.given',
  at: '2026-11-25T15:28:00+01:00',
  phrase: 'You should hear from us by the end of next week.',
})
console.log(said.timeframe?.earliest, said.timeframe?.latest) // 2026-11-25 2026-12-04

await afterview.record(applicationId, { type: 'interview.ended', at: '2026-11-25T15:32:00+01:00' })
await afterview.record(applicationId, {
  type: 'detail.noted',
  at: '2026-11-25T15:40:00+01:00',
  interviewerId: 'sam',
  topic: 'moving the nightly batch to streaming',
})

// What is to be done, when, and why.
for (const item of await afterview.agenda({ now: '2026-11-25T16:00:00+01:00' })) {
  console.log(item.kind, item.status, item.due)
  console.log((await afterview.explain(item.id)).text)
}

// A letter to read, change and send yourself. Nothing is ever sent for you.
const note = await afterview.draft(applicationId, 'thank-you', { interviewer: 'sam', tone: 'warm' })
console.log(note.subject, note.text, note.isReady, note.findings)

// Reminders for any calendar.
console.log(await afterview.calendar({ applicationId }))

await afterview.dispose()
