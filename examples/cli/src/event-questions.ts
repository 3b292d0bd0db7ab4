import {
  contextOf,
  type EventType,
  isEventType,
  type Lifecycle,
  presentRound,
  type RoundRecord,
  type Snapshot,
  thankable,
} from '@afterview/core'
import { type Call, type Option, takes, takesOneOf } from './command.ts'
import { createForm, type Form } from './form.ts'
import { askRound, roundOptions } from './round-questions.ts'
import { sayItem } from './sentences.ts'
import { deadlineProblem, type Here, readDeadline } from './when.ts'

/** The options that answer {@link askEvent}. */
export const eventOptions: Readonly<Record<string, Option>> = {
  phrase: takes('<words>', 'what they said about when they decide'),
  interviewer: takes('<id>', 'who it is about'),
  topic: takes('<words>', 'what you talked about'),
  item: takes('<id>', 'the agenda item, as afterview agenda shows it'),
  until: takes('<time>', 'until when: fri, 2026-12-04, 2026-12-04 17:00'),
  'respond-by': takes('<time>', 'by when they want an answer'),
  kind: takesOneOf(['holding', 'infoRequest', 'other'], 'what they wrote'),
  ...roundOptions,
  medium: takesOneOf(
    ['phone', 'email', 'letter', 'portal', 'video', 'onsite'],
    'how it came, or how it is held',
  ),
  reason: takes('<words>', 'why'),
  text: takes('<words>', 'what they wrote, or what you learned'),
}

/**
 * What an event says beside its type and its instant: what was given as options, and in a terminal
 * the answers to what it needs. In a script nothing is asked, and the core names what is missing.
 */
export async function askEvent(
  call: Call,
  lifecycle: Lifecycle,
  snapshot: Snapshot,
  type: string,
  here: Here,
): Promise<object> {
  const question = questionsOf(type)
  const given = givenFields(call, here)
  const canAsk =
    call.asker !== undefined || (question === round && call.text('starts') !== undefined)
  if (question === undefined || !canAsk) return given
  return {
    ...given,
    ...(await question({ call, form: createForm(call), snapshot, lifecycle, here })),
  }
}

/** The fields that were given as options of their own name. */
export function givenFields(call: Call, here: Here): object {
  const texts = ['phrase', 'topic', 'kind', 'reason', 'text', 'medium'].flatMap((name) =>
    field(name, call.text(name)),
  )
  const form = createForm(call)
  const times = (['until', 'respond-by'] as const).flatMap((option) => {
    const given = form.given({ option, check: deadlineProblem(here) })
    return field(option === 'until' ? option : 'respondBy', given && readDeadline(given, here))
  })
  return Object.fromEntries([
    ...texts,
    ...times,
    ...field('interviewerId', call.text('interviewer')),
    ...field('itemId', call.text('item')),
  ])
}

interface Asking {
  readonly call: Call
  readonly form: Form
  readonly snapshot: Snapshot
  readonly lifecycle: Lifecycle
  readonly here: Here
}

type Ask = (asking: Asking) => Promise<object>

const phrase: Ask = async ({ form }) => ({
  phrase: await form.text({
    option: 'phrase',
    message: 'When will they decide? Write down their words.',
    example: 'by the end of next week',
  }),
})

const interviewer: Ask = async ({ form, snapshot }) => {
  const round = contextOf(snapshot).rounds.findLast(({ endedAt }) => endedAt !== null)
  const held = round ?? presentRound(contextOf(snapshot))
  return {
    interviewerId: await form.choice({
      option: 'interviewer',
      message: 'Who is it about?',
      options: thankable(held).map((id) => ({ value: id, label: nameOf(held, id) })),
    }),
  }
}

const topic: Ask = async (asking) => ({
  ...(await interviewer(asking)),
  topic: await asking.form.text({
    option: 'topic',
    message: 'What did you talk about?',
    example: 'moving the nightly batch to streaming',
  }),
})

const item: Ask = async ({ form, snapshot, lifecycle, here }) => {
  const open = lifecycle
    .agenda(lifecycle.catchUp(snapshot, here.now).snapshot, here)
    .filter(({ status }) => status === 'due' || status === 'overdue' || status === 'upcoming')
  return {
    itemId: await form.choice({
      option: 'item',
      message: 'What is it about?',
      options: open.map((each) => ({ value: each.id, label: sayItem(each) })),
    }),
  }
}

const until: Ask = async ({ form, here }) => ({
  until: await askDeadline(form, here, 'until', 'Until when?'),
})

const itemUntil: Ask = async (asking) => ({ ...(await item(asking)), ...(await until(asking)) })

const respondBy: Ask = async ({ form, here }) => {
  const answer = await form.optional({
    option: 'respond-by',
    message: 'By when do they want an answer?',
    example: 'fri, 2026-12-04 17:00',
    check: deadlineProblem(here),
  })
  return answer === undefined ? {} : { respondBy: readDeadline(answer, here) }
}

const offer: Ask = async (asking) => ({
  medium: await asking.form.choice({
    option: 'medium',
    message: 'How did the offer come?',
    options: ['phone', 'email', 'letter'].map((value) => ({ value, label: `by ${value}` })),
  }),
  ...(await respondBy(asking)),
})

const reply: Ask = async ({ call, form }) => {
  const kind = await form.choice({
    option: 'kind',
    message: 'What did they write?',
    options: [
      { value: 'holding', label: 'It takes longer' },
      { value: 'infoRequest', label: 'They want to know something' },
      { value: 'other', label: 'Something else' },
    ],
  })
  const words =
    kind === 'holding'
      ? await form.optional({
          option: 'phrase',
          message: 'Until when, in their words?',
          example: 'early next week',
        })
      : call.text('phrase')
  return { kind, ...(words === undefined ? {} : { phrase: words }) }
}

const round: Ask = async ({ form, snapshot, here }) => {
  const present = presentRound(contextOf(snapshot))
  const number =
    present.endedAt === null && present.missedAt === null ? present.number : present.number + 1
  return { round: await askRound(form, here, number) }
}

const questions: Readonly<Partial<Record<EventType, Ask>>> = {
  'timeframe.given': phrase,
  'timeframe.revised': phrase,
  'detail.noted': topic,
  'thankYou.sent': interviewer,
  'thankYou.skipped': interviewer,
  'agenda.pinned': itemUntil,
  'agenda.snoozed': itemUntil,
  'agenda.completed': item,
  'employer.replied': reply,
  'nextRound.scheduled': round,
  'offer.extended': offer,
  'offer.revised': respondBy,
  'offer.extensionGranted': until,
}

function questionsOf(type: string): Ask | undefined {
  return isEventType(type) ? questions[type] : undefined
}

function nameOf({ interviewers, coordinator }: RoundRecord, id: string): string {
  return interviewers.find((person) => person.id === id)?.name ?? coordinator?.name ?? id
}

async function askDeadline(
  form: Form,
  here: Here,
  option: string,
  message: string,
): Promise<unknown> {
  const answer = await form.text({
    option,
    message,
    example: 'fri, 2026-12-04 17:00',
    check: deadlineProblem(here),
  })
  return readDeadline(answer, here)
}

function field(name: string, value: unknown): readonly (readonly [string, unknown])[] {
  return value === undefined ? [] : [[name, value]]
}
