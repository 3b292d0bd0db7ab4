import type { InterviewMedium, Round, TimePoint } from '@afterview/core'
import { instantFromMs, instantMs, localDateTime, toInstant } from '@afterview/time'
import { type Option, takes, takesOneOf } from './command.ts'
import type { Form } from './form.ts'
import { PEOPLE_EXAMPLE, peopleProblem, readPeople } from './people.ts'
import { type Here, readWhen, WHEN_EXAMPLE, whenProblem } from './when.ts'

const media: readonly InterviewMedium[] = ['video', 'phone', 'onsite']

/** The options that answer {@link askRound}. */
export const roundOptions: Readonly<Record<string, Option>> = {
  starts: takes('<time>', `when the interview starts: ${WHEN_EXAMPLE}`),
  minutes: takes('<n>', 'how long it takes (default: 60)'),
  medium: takesOneOf(media, 'how it is held (default: video)'),
  interviewers: takes('<people>', `who holds it: "${PEOPLE_EXAMPLE}"`),
}

/** Asks for an interview: when, how long, how and with whom. */
export async function askRound(
  form: Form,
  here: Here,
  number: number,
): Promise<Round & { readonly startsAt: TimePoint }> {
  const starts = await form.text({
    option: 'starts',
    message: 'When does the interview start?',
    example: WHEN_EXAMPLE,
    check: whenProblem(here),
  })
  const minutes = await form.optional({
    option: 'minutes',
    message: 'How many minutes does it take?',
    initial: '60',
    check: minutesProblem,
  })
  const medium = await form.choice({
    option: 'medium',
    message: 'How is it held?',
    options: media.map((value) => ({ value, label: mediumNames[value] })),
    otherwise: 'video',
  })
  const people = await form.optional({
    option: 'interviewers',
    message: 'Who holds it?',
    example: PEOPLE_EXAMPLE,
    check: peopleProblem,
  })
  const startsAt = requireWhen(starts, here)
  return {
    number,
    medium: media.find((each) => each === medium) ?? 'video',
    startsAt,
    endsAt: later(startsAt, Number(minutes ?? 60)),
    interviewers: readPeople(people ?? ''),
  }
}

const mediumNames: Readonly<Record<InterviewMedium, string>> = {
  video: 'by video',
  phone: 'by phone',
  onsite: 'in person',
}

function minutesProblem(text: string): string | undefined {
  return /^[1-9]\d{0,3}$/.test(text) ? undefined : 'Write a number of minutes, such as 45.'
}

/** The form has checked it before. */
function requireWhen(text: string, here: Here): TimePoint {
  const point = readWhen(text, here)
  if (point === undefined) throw new TypeError(`${text} was taken for a time`)
  return point
}

function later(point: TimePoint, minutes: number): TimePoint {
  if (typeof point === 'string') return instantFromMs(instantMs(point) + minutes * 60_000)
  const start = toInstant({ ...point, disambiguation: 'compatible' })
  const end = instantFromMs(instantMs(start) + minutes * 60_000)
  return { local: localDateTime(end, point.zone), zone: point.zone }
}
