import type { AgendaItem, AgendaStatus } from '@afterview/core'
import { sayMoment } from './moments.ts'
import { paint } from './paint.ts'
import { sayItem } from './sentences.ts'

const colours: Readonly<Record<AgendaStatus, Parameters<typeof paint>[0]>> = {
  overdue: 'red',
  due: 'yellow',
  upcoming: 'cyan',
  done: 'dim',
  skipped: 'dim',
  cancelled: 'dim',
}

/** An agenda item in two lines: when and what, and its id. */
export function sayAgenda(item: AgendaItem): readonly string[] {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const when = sayMoment(item.due, zone)
  return [
    `${paint(colours[item.status], item.status.padEnd(9))} ${when}  ${sayItem(item)} · ${item.facts['company'] ?? ''}`,
    paint(
      'dim',
      `          ${item.id}${item.letter === undefined ? '' : ` · letter: ${item.letter}`}`,
    ),
  ]
}
