import type { Timeframe } from '@afterview/time'
import type { Asker } from './asker.ts'
import type { Call } from './command.ts'
import { sayWindow } from './moments.ts'
import { paint } from './paint.ts'
import { print } from './print.ts'
import { usageError } from './usage.ts'

/**
 * Which understanding of an employer's words is meant, from 1: `--reading`, else what the person at
 * the terminal says, else the first. `undefined` where the words hold no date.
 */
export async function chooseReading(
  call: Call,
  timeframe: Timeframe | null | undefined,
): Promise<number | undefined> {
  const given = call.text('reading')
  if (given !== undefined) return requireNumber(given)
  if (timeframe == null) return undefined
  const { asker } = call
  return asker === undefined || timeframe.readings.length < 2 ? 1 : askReading(asker, timeframe)
}

/** Prints how words were understood, and how else they could be. */
export function printTimeframe(timeframe: Timeframe | null, reading = 1): void {
  if (timeframe === null) return print('There is no date in these words; none is invented.')
  const chosen = timeframe.readings[reading - 1]
  if (chosen !== undefined) print(`Understood as ${sayWindow(chosen)}`)
  for (const [index, other] of timeframe.readings.entries()) {
    if (index + 1 === reading) continue
    print(paint('dim', `  or --reading ${index + 1}: ${sayWindow(other)} (${other.reason})`))
  }
}

async function askReading(asker: Asker, { matchedText, readings }: Timeframe): Promise<number> {
  const answer = await asker.choose({
    message: `“${matchedText}” can mean several things. Which is meant?`,
    options: readings.map((reading, index) => ({
      value: String(index + 1),
      label: `${sayWindow(reading)}: ${reading.reason.slice(0, 1).toLowerCase()}${reading.reason.slice(1)}`,
    })),
  })
  return Number(answer)
}

function requireNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw usageError(`--reading ${JSON.stringify(text)} is no number`, 'give its number, such as 1')
}
