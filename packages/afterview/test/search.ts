import { type Afterview, type AfterviewOptions, createAfterview } from 'afterview'

export const candidate = {
  name: 'Maya Okafor',
  email: 'maya@mail.example',
  zone: 'Europe/London',
  locale: 'en-GB',
}

/** An interview in Amsterdam that ends on Wednesday 25 November 2026 at 15:30 there. */
export const input = {
  applicationId: 'fernhill',
  candidate,
  company: { name: 'Fernhill Analytics', zone: 'Europe/Amsterdam', country: 'NL' },
  role: 'Data Engineer',
  round: {
    number: 1,
    medium: 'video',
    startsAt: '2026-11-25T14:30:00+01:00',
    endsAt: '2026-11-25T15:30:00+01:00',
    interviewers: [
      { id: 'sam', name: 'Sam Rivera', email: 'sam@fernhill.example' },
      { id: 'priya', name: 'Priya Nair', email: 'priya@fernhill.example' },
    ],
    coordinator: { name: 'Joost Bakker', email: 'joost@fernhill.example' },
  },
} as const

/** A clock that stands at an instant until the test moves it, and never calls back. */
export function createHandClock(start: string): {
  now(): string
  setTimer(): { dispose(): void }
  stand: string
} {
  const clock = {
    stand: start,
    now: () => clock.stand,
    setTimer: () => ({ dispose: () => undefined }),
  }
  return clock
}

/** An Afterview with one application, at the end of its interview. */
export async function createSearch(
  options: AfterviewOptions = {},
): Promise<{ afterview: Afterview; clock: ReturnType<typeof createHandClock> }> {
  const clock = createHandClock('2026-11-25T14:25:00Z')
  const afterview = await createAfterview({ clock, ...options })
  await afterview.begin(input)
  return { afterview, clock }
}
