import type { Snapshot } from '@afterview/core'
import type { Afterview } from 'afterview'
import { chooseApplication } from '../application-choice.ts'
import { type Call, type Command, shared, takes } from '../command.ts'
import { askEvent, eventOptions, givenFields } from '../event-questions.ts'
import { exitCodes } from '../exit-code.ts'
import { instantOption } from '../instant-option.ts'
import { readJsonText } from '../json-file.ts'
import { presentOf } from '../present.ts'
import { printJson } from '../print.ts'
import { printRecorded } from '../recorded-lines.ts'
import { sayEvent } from '../sentences.ts'
import { withStore } from '../store.ts'
import { chooseReading } from '../timeframe-question.ts'
import { usageError } from '../usage.ts'
import { zoneOf } from '../zone-of.ts'

/** Records what happened. */
export const record: Command = {
  name: 'record',
  usage: 'record [application] [event]',
  about: 'record what has happened',
  details: [
    'Events are facts: interview.ended, thankYou.sent, offer.extended. In a terminal you choose among those that can happen now, and are asked for what the event needs. An event that cannot happen is refused with the list of those that can, and nothing changes.',
    'What an employer says about time (--phrase) is read as dates in the zone and calendar of the employer; where the words can mean several things you say which (--reading).',
  ],
  examples: [
    'record acme interview.ended',
    'record acme timeframe.given --phrase "by Friday" --reading 1',
    'record acme thankYou.sent --interviewer sam',
    'record acme offer.extended --medium phone --respond-by "fri 17:00"',
  ],
  options: {
    ...eventOptions,
    reading: takes('<n>', 'which understanding of the words is meant, from 1'),
    at: takes('<instant>', 'when it happened (default: now)'),
    fields: takes('<json>', 'further fields of the event, as a JSON object'),
    key: takes('<key>', 'the same key twice records the event once'),
    ...shared,
  },
  words: ['application', 'event'],
  run: (call) =>
    withStore(call, async (afterview) => {
      const snapshot = await chooseApplication(call, afterview)
      const event = await readEvent(call, afterview, snapshot)
      const timeframe = await afterview.understand(snapshot.applicationId, event)
      const reading = await chooseReading(call, timeframe)
      const key = call.text('key')
      const recorded = await afterview.record(snapshot.applicationId, event, {
        ...(reading === undefined ? {} : { reading }),
        ...(key === undefined ? {} : { key }),
      })
      if (call.has('json')) printJson(recorded)
      else printRecorded(recorded, reading)
      return recorded.accepted ? exitCodes.done : exitCodes.refused
    }),
}

async function readEvent(call: Call, afterview: Afterview, snapshot: Snapshot): Promise<object> {
  const fields = call.text('fields')
  const given = fields === undefined ? {} : readJsonText(fields)
  const type = call.words[1] ?? (await chooseEvent(call, afterview, snapshot.applicationId))
  const here = { now: presentOf(call), zone: zoneOf(snapshot) }
  // What is given as JSON is complete by itself: the core names what it lacks.
  const said =
    fields === undefined
      ? await askEvent(call, afterview.lifecycle, snapshot, type, here)
      : givenFields(call, here)
  const { now } = instantOption(call, 'now')
  const { at = now } = instantOption(call, 'at')
  return { ...given, ...said, ...(at === undefined ? {} : { at }), type }
}

async function chooseEvent(
  { asker }: Call,
  afterview: Afterview,
  applicationId: string,
): Promise<string> {
  if (asker === undefined) {
    throw usageError('record needs an event', 'call it like: afterview record acme interview.ended')
  }
  const possible = await afterview.possible(applicationId)
  return asker.choose({
    message: 'What has happened?',
    options: possible.map((type) => ({ value: type, label: sayEvent(type), hint: type })),
  })
}
