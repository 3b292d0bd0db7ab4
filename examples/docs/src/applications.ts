import type { BeginInput } from 'afterview'

/** An interview that is about to end. */
export const interview: BeginInput = {
  applicationId: 'fernhill',
  candidate: { name: 'Maya Okafor', email: 'maya@mail.example', zone: 'Europe/London' },
  company: { name: 'Fernhill Analytics', zone: 'Europe/Amsterdam', country: 'NL' },
  role: 'Data Engineer',
  round: {
    number: 1,
    medium: 'video',
    endsAt: { local: '2026-11-25T15:30', zone: 'Europe/Amsterdam' },
    interviewers: [{ id: 'sam', name: 'Sam Rivera', email: 'sam@fernhill.example' }],
  },
}
