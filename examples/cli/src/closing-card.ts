import { contextOf, type Interviewer, presentRound, type Snapshot } from '@afterview/core'
import { compareInstants, momentStart, type Timeframe } from '@afterview/time'
import type { Afterview } from 'afterview'
import { type Call, flagFor, type Option, takes, takesMany, takesOneOf } from './command.ts'
import { createForm, type Form } from './form.ts'
import { chooseReading } from './timeframe-question.ts'
import { usageError } from './usage.ts'

/** The options that answer {@link askClosing}. */
export const closingOptions: Readonly<Record<string, Option>> = {
  phrase: takes('<words>', 'when they will decide, in their words'),
  reading: takes('<n>', 'which understanding of the words is meant, from 1'),
  'decided-by': takes('<people>', 'who decides'),
  'may-follow-up': takesOneOf(['yes', 'no'], 'whether you may ask when that time has passed'),
  'next-step': takes('<words>', 'how this moves to a meeting in person'),
  topic: takesMany('<id>=<words>', 'what you talked about with an interviewer'),
  ended: flagFor('the interview is over'),
}

/** What was heard in the last five minutes of an interview. */
export interface Closing {
  /** The events to record, in order. */
  readonly events: readonly object[]
  /** How the words were understood; absent where nobody said when they decide. */
  readonly timeframe?: Timeframe | null
  /** Which understanding is meant, from 1. */
  readonly reading?: number
}

/** Asks what they said, question by question, and makes events of the answers. Records nothing. */
export async function askClosing(
  call: Call,
  afterview: Afterview,
  snapshot: Snapshot,
  at: string,
): Promise<Closing> {
  const form = createForm(call)
  const said = await askTimeframe(call, afterview, snapshot, form, at)
  const answers = await askAround(form, snapshot)
  const topics = await askTopics(call, presentRound(contextOf(snapshot)).interviewers)
  const hasEnded =
    call.has('ended') ||
    (await call.asker?.confirm('Is the interview over?', isOver(snapshot, at))) === true
  const { timeframe, reading, ...frame } = said
  return {
    ...(timeframe === undefined ? {} : { timeframe }),
    ...(reading === undefined ? {} : { reading }),
    events: [
      ...timeframeEvents({ ...frame, ...answers }, at),
      ...topics.map((topic) => ({ type: 'detail.noted', at, ...topic })),
      ...(hasEnded ? [{ type: 'interview.ended', at }] : []),
    ],
  }
}

interface Said {
  readonly phrase?: string
  readonly window?: { readonly earliest: string; readonly latest: string | null } | null
  readonly timeframe?: Timeframe | null
  readonly reading?: number
}

async function askTimeframe(
  call: Call,
  afterview: Afterview,
  { applicationId }: Snapshot,
  form: Form,
  at: string,
): Promise<Said> {
  const phrase = await form.optional({
    option: 'phrase',
    message: 'When will they decide? Write down their words.',
    example: 'by the end of next week',
  })
  if (phrase === undefined) return {}
  const timeframe =
    (await afterview.understand(applicationId, { type: 'timeframe.given', at, phrase })) ?? null
  if (timeframe === null) return { phrase, timeframe, window: null }
  const number = (await chooseReading(call, timeframe)) ?? 1
  const reading = timeframe.readings[number - 1]
  if (reading === undefined) throw noReading(timeframe, number)
  const { earliest, latest } = reading
  return { phrase, timeframe, reading: number, window: { earliest, latest } }
}

interface Around {
  readonly decidedBy?: string
  readonly mayFollowUp?: boolean
  /** A field of this program's own: the lifecycle keeps it in the history and does not read it. */
  readonly nextStep?: string
}

async function askAround(form: Form, snapshot: Snapshot): Promise<Around> {
  const decidedBy = await form.optional({
    option: 'decided-by',
    message: 'Who decides?',
    example: 'the data team',
  })
  const may = await form.choice({
    option: 'may-follow-up',
    message: 'May you ask, should that time pass without a word?',
    options: [
      { value: 'yes', label: 'They said yes' },
      { value: 'no', label: 'They said no' },
      { value: '', label: 'Not asked' },
    ],
    otherwise: '',
  })
  const nextStep = isScreen(snapshot)
    ? await form.optional({
        option: 'next-step',
        message: 'How does this move to a meeting in person?',
        example: 'an onsite day with the team',
      })
    : form.given({ option: 'next-step' })
  return {
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(may === '' ? {} : { mayFollowUp: may === 'yes' }),
    ...(nextStep === undefined ? {} : { nextStep }),
  }
}

/** One event holds all that they said; without words about time it says that they were asked. */
function timeframeEvents(fields: Said & Around, at: string): readonly object[] {
  if (fields.window !== undefined)
    return [{ type: 'timeframe.given', at, channel: 'spoken', ...fields }]
  return Object.keys(fields).length === 0 ? [] : [{ type: 'timeframe.asked', at, ...fields }]
}

interface Topic {
  readonly interviewerId: string
  readonly topic: string
}

async function askTopics(
  call: Call,
  interviewers: readonly Interviewer[],
): Promise<readonly Topic[]> {
  const { asker } = call
  const given = call.texts('topic').map((text) => readTopic(text, interviewers))
  if (asker === undefined) return given
  const asked: Topic[] = []
  for (const { id, name } of interviewers) {
    if (given.some(({ interviewerId }) => interviewerId === id)) continue
    const topic = await asker.text({
      message: `One thing you talked about with ${name}?`,
      example: 'moving the nightly batch to streaming',
      isOptional: true,
    })
    if (topic !== '') asked.push({ interviewerId: id, topic })
  }
  return [...given, ...asked]
}

function readTopic(text: string, interviewers: readonly Interviewer[]): Topic {
  const [id = '', ...words] = text.split('=')
  const topic = words.join('=').trim()
  const ids = interviewers.map((person) => person.id)
  if (topic === '')
    throw usageError(
      `--topic ${JSON.stringify(text)} names no topic`,
      'write --topic sam="what you talked about"',
    )
  if (!ids.includes(id))
    throw usageError(
      `--topic: "${id}" is no interviewer of this round`,
      `use one of ${ids.join(', ') || '(none)'}`,
    )
  return { interviewerId: id, topic }
}

/** A talk on a screen in the first round: nobody has met in person yet. */
function isScreen(snapshot: Snapshot): boolean {
  const { medium, number } = presentRound(contextOf(snapshot))
  return number === 1 && medium !== 'onsite'
}

/** Whether it should be over by plan. */
function isOver(snapshot: Snapshot, at: string): boolean {
  const { endsAt } = presentRound(contextOf(snapshot))
  return compareInstants(at, momentStart(endsAt)) >= 0
}

function noReading({ matchedText, readings }: Timeframe, number: number): Error {
  return usageError(
    `“${matchedText}” has no reading ${number}`,
    `use a number from 1 to ${readings.length}`,
  )
}
