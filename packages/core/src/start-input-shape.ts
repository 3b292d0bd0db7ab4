import { compareInstants, momentStart } from '@afterview/time'
import type { Round, StartInput } from './start-input.ts'
import { momentOf } from './start-context.ts'
import { COORDINATOR } from './thanks.ts'
import {
  type Check,
  list,
  matching,
  object,
  oneOf,
  type Problem,
  text,
  timePoint,
  wholeNumber,
  zone,
} from './shape.ts'

const name = text(200)
const email = matching(/^[^\s@<>,]+@[^\s@<>,]+$/, 'sam@example.com')

/** Somebody to write to. */
export const contact: Check = object({ name }, { email })

const interviewer = object({ id: text(200), name }, { email, title: text(200) })
const roundFields = {
  number: wholeNumber(1),
  medium: oneOf('video', 'phone', 'onsite'),
  endsAt: timePoint,
  interviewers: list(interviewer),
}

/** One interview round; `more` are further required fields. */
export function round(more: Readonly<Record<string, Check>> = {}): Check {
  const shape = object({ ...roundFields, ...more }, { startsAt: timePoint, coordinator: contact })
  return (value, field) => {
    const problems = shape(value, field)
    return problems.length > 0 ? problems : [...backwards(value, field), ...twins(value, field)]
  }
}

/** What is known of a round before it is scheduled: any of its fields. */
export const roundPart: Check = object(
  {},
  { ...roundFields, startsAt: timePoint, coordinator: contact },
)

const startInput = object({
  applicationId: matching(/^[A-Za-z0-9._-]{1,200}$/, 'acme-2026-11'),
  candidate: object(
    { name, zone },
    { email, locale: matching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'en-GB') },
  ),
  company: object({ name }, { zone, country: matching(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'NL') }),
  role: text(200),
  round: round(),
})

/** What is wrong with a start input; empty where nothing is. */
export function startInputProblems(value: unknown): readonly Problem[] {
  return startInput(value, '')
}

/** Whether a value from outside is a start input. */
export function isStartInput(value: unknown): value is StartInput {
  return startInputProblems(value).length === 0
}

function backwards(value: unknown, field: string): readonly Problem[] {
  const { startsAt, endsAt } = value as Round
  if (startsAt === undefined) return []
  const [start, end] = [startsAt, endsAt].map((point) => momentStart(momentOf(point, 'UTC')))
  if (start === undefined || end === undefined || compareInstants(start, end) < 0) return []
  return [
    {
      field: `${field}.endsAt`,
      value: endsAt,
      message: 'is not after startsAt',
      fix: 'give the planned end of the interview',
    },
  ]
}

function twins(value: unknown, field: string): readonly Problem[] {
  const ids = (value as Round).interviewers.map(({ id }) => id)
  const twin = ids.find((id, index) => ids.indexOf(id) !== index || id === COORDINATOR)
  if (twin === undefined) return []
  return [
    {
      field: `${field}.interviewers`,
      value: twin,
      message: 'has an id that is taken',
      fix: `give each interviewer an id of their own, other than "${COORDINATOR}"`,
    },
  ]
}
