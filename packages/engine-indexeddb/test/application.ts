import { createLifecycle, type StartInput } from '@afterview/core'
import type { EngineHost } from '@afterview/engine'
import { createManualClock, type ManualClock } from '@afterview/engine/testing'
import type { AfterviewError } from '@afterview/time'

/** An hour and a half before the interview ends. */
export const morning = '2026-11-25T13:00:00Z'
/** When the interview ends by plan, which is also when the first timer is due. */
export const interviewEnd = '2026-11-25T14:30:00Z'

/** An interview in Amsterdam. */
export function applicationInput(applicationId: string): StartInput {
  return {
    applicationId,
    candidate: { name: 'Alex Kim', email: 'alex@mail.example', zone: 'Europe/Amsterdam' },
    company: { name: 'Acme', zone: 'Europe/Amsterdam', country: 'NL' },
    role: 'Platform Engineer',
    round: {
      number: 1,
      medium: 'video',
      startsAt: '2026-11-25T13:30:00Z',
      endsAt: interviewEnd,
      interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' }],
    },
  }
}

/** A host with a clock in the test's hand. */
export interface TestHost extends EngineHost {
  readonly clock: ManualClock
  readonly problems: readonly AfterviewError[]
}

/** A host with the real core. */
export function testHost(clock: ManualClock = createManualClock(morning)): TestHost {
  const problems: AfterviewError[] = []
  const report = (problem: AfterviewError): void => void problems.push(problem)
  return { lifecycle: createLifecycle(), clock, report, problems }
}
