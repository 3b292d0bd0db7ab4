import { createInterface } from 'node:readline/promises'
import { placeName, placeOf } from '@afterview/core'
import type { Timeframe } from '@afterview/time'
import type { Afterview, Recorded } from 'afterview'
import { type Call, type Command, shared, textOption } from '../command.ts'
import { readJsonText } from '../json-file.ts'
import { sayWindow } from '../moments.ts'
import { paint } from '../paint.ts'
import { print, printJson } from '../print.ts'
import { sayItem, sayPlace } from '../sentences.ts'
import { withStore } from '../store.ts'
import { usageError } from '../usage.ts'

/** Records what happened. */
export const record: Command = {
  name: 'record',
  usage: 'record <application> <event> [--phrase <words>] [--reading <n>]',
  about: 'record what happened, such as: record acme timeframe.given --phrase "by Friday"',
  options: {
    json: shared.json,
    db: shared.db,
    at: textOption,
    phrase: textOption,
    reading: textOption,
    key: textOption,
    fields: textOption,
  },
  run: (call) => {
    const [applicationId, type] = call.words
    if (applicationId === undefined || type === undefined) {
      throw usageError(
        'record needs an application and an event',
        'call it like: afterview record acme interview.ended',
      )
    }
    const event = { ...fieldsOf(call), type }
    return withStore(call, async (afterview) => {
      const choice = await chooseReading(afterview, applicationId, event, call)
      const key = call.text('key')
      const recorded = await afterview.record(applicationId, event, {
        ...(choice === undefined ? {} : { reading: choice }),
        ...(key === undefined ? {} : { key }),
      })
      if (call.has('json')) printJson(recorded)
      else printRecorded(recorded)
      return recorded.accepted ? 0 : 1
    })
  },
}

function fieldsOf(call: Call): object {
  const fields = call.text('fields')
  const [at, phrase] = [call.text('at'), call.text('phrase')]
  return {
    ...(fields === undefined ? {} : readJsonText(fields)),
    ...(at === undefined ? {} : { at }),
    ...(phrase === undefined ? {} : { phrase }),
  }
}

/** `--reading n`; in a terminal an ambiguous phrase is asked about; otherwise the first reading. */
async function chooseReading(
  afterview: Afterview,
  applicationId: string,
  event: object,
  call: Call,
): Promise<number | undefined> {
  const given = call.text('reading')
  if (given !== undefined) return Number(given)
  if (!process.stdin.isTTY || call.has('json')) return undefined
  const timeframe = await afterview.understand(applicationId, event)
  if (timeframe === undefined || timeframe === null || timeframe.readings.length < 2)
    return undefined
  return askReading(timeframe)
}

async function askReading({ matchedText, readings }: Timeframe): Promise<number> {
  print(`“${matchedText}” can mean:`)
  for (const [index, reading] of readings.entries()) {
    print(`  ${index + 1}  ${sayWindow(reading)}  ${paint('dim', reading.reason)}`)
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question('Which is meant? [1] ')
  terminal.close()
  return answer.trim() === '' ? 1 : Number(answer)
}

function printRecorded(recorded: Recorded): void {
  if (!recorded.accepted) {
    print(paint('red', `Refused: ${recorded.reason.message}. Fix: ${recorded.reason.fix}.`))
    print(`Possible now: ${recorded.possible.join(', ') || 'nothing'}`)
    return
  }
  print(paint('green', `→ ${sayPlace(placeName(placeOf(recorded.snapshot.machine.value)))}`))
  if (recorded.timeframe === null) print('There is no date in these words; none is invented.')
  else if (recorded.timeframe !== undefined) printReadings(recorded.timeframe)
  for (const item of recorded.agenda?.added ?? []) print(`  + ${sayItem(item)}`)
  for (const item of recorded.agenda?.moved ?? []) print(`  ~ ${sayItem(item)}`)
  for (const item of recorded.agenda?.closed ?? []) print(`  − ${sayItem(item)} (${item.state})`)
}

function printReadings({ readings }: Timeframe): void {
  const [chosen, ...others] = readings
  if (chosen !== undefined) print(`Understood as ${sayWindow(chosen)}`)
  for (const [index, reading] of others.entries()) {
    print(paint('dim', `  or --reading ${index + 2}: ${sayWindow(reading)} (${reading.reason})`))
  }
}
