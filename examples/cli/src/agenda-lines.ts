import type { AgendaItem, AgendaStatus } from '@afterview/core'
import type { Afterview } from 'afterview'
import { sayMoment } from './moments.ts'
import { paint } from './paint.ts'
import { print } from './print.ts'
import { pad, wrap } from './screen.ts'
import { sayItem } from './sentences.ts'
import { ownZone } from './store.ts'

const colours: Readonly<Record<AgendaStatus, Parameters<typeof paint>[0]>> = {
  overdue: 'red',
  due: 'yellow',
  upcoming: 'cyan',
  done: 'dim',
  skipped: 'dim',
  cancelled: 'dim',
}

const STATUS = 10
const WHEN = 24

/** An agenda item: when and what, then its id. Long sentences go on under their beginning. */
export function sayAgenda(item: AgendaItem): readonly string[] {
  const when = pad(`${sayMoment(item.due, ownZone())} `, WHEN)
  const what = [sayItem(item), item.facts['company']].filter(Boolean).join(' · ')
  const letter = item.letter === undefined ? '' : ` · letter: ${item.letter}`
  return [
    `${paint(colours[item.status], pad(item.status, STATUS))}${when}${wrap(what, STATUS + WHEN)}`,
    paint('dim', `${' '.repeat(STATUS)}${wrap(`${item.id}${letter}`, STATUS)}`),
  ]
}

/** Prints the next few things to do about an application. */
export async function printNext(
  afterview: Afterview,
  applicationId: string,
  now: string,
): Promise<void> {
  const items = await afterview.agenda({ applicationId, now })
  print('', ...items.slice(0, 5).flatMap(sayAgenda))
}
