import type { StartInput } from '@afterview/core'

/** A small application whose interview ends on 25 November 2026 at 15:30 in Amsterdam. */
export function applicationInput(applicationId: string): StartInput {
  return {
    applicationId,
    candidate: { name: 'Alex Kim', zone: 'Europe/Amsterdam' },
    company: { name: 'Acme', country: 'NL' },
    role: 'Platform Engineer',
    round: {
      number: 1,
      medium: 'video',
      endsAt: '2026-11-25T14:30:00Z',
      interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@acme.example' }],
    },
  }
}
