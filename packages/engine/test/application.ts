import type { StartInput } from '@afterview/core'

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
      interviewers: [
        { id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' },
        { id: 'jo', name: 'Jo de Vries', email: 'jo@acme.example' },
      ],
    },
  }
}
