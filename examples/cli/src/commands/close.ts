import type { Snapshot } from '@afterview/core'
import type { Afterview, Recorded } from 'afterview'
import { printNext } from '../agenda-lines.ts'
import { chooseApplication, titleOf } from '../application-choice.ts'
import { askClosing, type Closing, closingOptions } from '../closing-card.ts'
import { type Call, type Command, shared, takes } from '../command.ts'
import { exitCodes } from '../exit-code.ts'
import { presentOf } from '../present.ts'
import { print, printJson } from '../print.ts'
import { printRefused } from '../recorded-lines.ts'
import { rehearse } from '../rehearsal.ts'
import { screenWidth, wrap } from '../screen.ts'
import { placeLine } from '../sentences.ts'
import { withStore } from '../store.ts'
import { printTimeframe } from '../timeframe-question.ts'
import { usageError } from '../usage.ts'

/** The closing card: what to ask in the last five minutes, and what they answered. */
export const close: Command = {
  name: 'close',
  usage: 'close [application]',
  about: 'the last five minutes of an interview: what to ask, and what they said',
  details: [
    'Shows the questions to ask, then takes down the answers one by one; Enter leaves one out. Their words about time are read as dates in their zone and calendar, and where they can mean several things you say which.',
    'All answers are checked together before the first is written. In a script they come as options.',
  ],
  examples: [
    'close',
    'close acme --phrase "by the end of next week" --may-follow-up yes --topic sam="the move to streaming" --ended',
  ],
  options: {
    ...closingOptions,
    at: takes('<instant>', 'when it was said (default: now)'),
    ...shared,
  },
  words: ['application'],
  run: (call) =>
    withStore(call, async (afterview) => {
      const snapshot = await chooseApplication(call, afterview, ({ state }) => state === 'closing')
      const at = presentOf(call)
      await showQuestions(call, afterview, snapshot)
      const closing = await askClosing(call, afterview, snapshot, at)
      if (closing.events.length === 0) throw nothingSaid()
      const refused = rehearse(afterview.lifecycle, snapshot, closing.events, at)
      if (refused !== undefined) return tellRefused(call, refused)
      const { applicationId } = snapshot
      for (const event of closing.events) await afterview.record(applicationId, event)
      await tell(call, afterview, applicationId, closing, at)
      return exitCodes.done
    }),
}

async function showQuestions(
  { asker }: Call,
  afterview: Afterview,
  snapshot: Snapshot,
): Promise<void> {
  if (asker === undefined) return
  const { text } = await afterview.draft(snapshot.applicationId, 'closing-questions')
  asker.tell(titleOf(snapshot), inFrame(text))
}

/** Breaks the lines for a frame, whose border and margins take six columns. */
function inFrame(text: string): string {
  const width = screenWidth()
  const lines = text.split('\n')
  if (width === undefined) return text
  return lines.map((line) => wrap(line, line.startsWith('- ') ? 2 : 0, width - 6)).join('\n')
}

async function tell(
  call: Call,
  afterview: Afterview,
  applicationId: string,
  { events, timeframe, reading }: Closing,
  at: string,
): Promise<void> {
  const snapshot = await afterview.read(applicationId)
  if (call.has('json')) {
    const agenda = await afterview.agenda({ applicationId, now: at })
    return printJson({ applicationId, events, timeframe, reading, agenda })
  }
  if (timeframe !== undefined) printTimeframe(timeframe, reading)
  if (snapshot !== undefined) print(placeLine(snapshot))
  await printNext(afterview, applicationId, at)
}

function tellRefused(call: Call, refused: Recorded & { readonly accepted: false }): number {
  if (call.has('json')) printJson(refused)
  else printRefused(refused)
  return exitCodes.refused
}

function nothingSaid(): Error {
  return usageError(
    'nothing was said, so there is nothing to keep',
    'answer a question, or give --phrase, --topic or --ended',
  )
}
