import { createLifecycle } from '@afterview/core'
import { createManualClock } from '@afterview/engine/testing'
import { sqliteEngine } from '@afterview/engine-sqlite'
import { instantMs } from '@afterview/time'

/** One of several processes on the same file; prints what it did. */
const [, , file = '', number = ''] = process.argv

const morning = '2026-11-25T13:00:00Z'
const clock = createManualClock(morning)
const performed: string[] = []
const report = (problem: Error): never => {
  throw problem
}
const engine = await sqliteEngine({ file })({ lifecycle: createLifecycle(), clock, report })
engine.handleEffects('one', ({ key }) => void performed.push(key))

let [created, accepted] = [0, 0]
for (let one = 0; one < 4; one += 1) {
  const begun = await engine.begin({
    applicationId: `acme-${one}`,
    candidate: { name: 'Alex Kim', zone: 'Europe/Amsterdam' },
    company: { name: 'Acme' },
    role: 'Platform Engineer',
    round: {
      number: 1,
      medium: 'video',
      endsAt: '2026-11-25T14:30:00Z',
      interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' }],
    },
  })
  created += begun.created ? 1 : 0
}
for (let count = 0; count < 20; count += 1) {
  const topic = `topic ${number}-${count}`
  const event = { type: 'detail.noted', at: morning, interviewerId: 'sam', topic }
  const outcome = await engine.record(`acme-${count % 4}`, event)
  accepted += outcome.accepted ? 1 : 0
}
clock.step(instantMs('2026-11-25T15:00:00Z') - instantMs(clock.now()))
await engine.catchUp()
await clock.advance(60_000)
await engine.dispose()
process.stdout.write(JSON.stringify({ created, accepted, performed }))
