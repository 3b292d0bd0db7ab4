import type { Recorded } from 'afterview'
import { paint } from './paint.ts'
import { print } from './print.ts'
import { wrap } from './screen.ts'
import { placeLine, sayItem } from './sentences.ts'
import { printTimeframe } from './timeframe-question.ts'

/** Prints what became of an event. */
export function printRecorded(recorded: Recorded, reading: number | undefined): void {
  if (!recorded.accepted) return printRefused(recorded)
  print(placeLine(recorded.snapshot))
  if (recorded.timeframe !== undefined) printTimeframe(recorded.timeframe, reading)
  for (const item of recorded.agenda?.added ?? []) print(`  + ${sayItem(item)}`)
  for (const item of recorded.agenda?.moved ?? []) print(`  ~ ${sayItem(item)}`)
  for (const item of recorded.agenda?.closed ?? []) print(`  − ${sayItem(item)} (${item.state})`)
}

/** Prints why an event was refused, and what could happen instead. */
export function printRefused({
  reason,
  possible,
}: Pick<Recorded & { readonly accepted: false }, 'reason' | 'possible'>): void {
  print(paint('red', wrap(`Refused: ${reason.message}. Fix: ${reason.fix}.`)))
  print(wrap(`Possible now: ${possible.join(', ') || 'nothing'}`, 2))
}
