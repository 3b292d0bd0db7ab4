import {
  type AgendaItem,
  contextOf,
  placeName,
  placeOf,
  type PolicyKey,
  type Snapshot,
} from '@afterview/core'
import type { HistoryEntry } from '@afterview/engine'
import { momentStart, type Timeframe } from '@afterview/time'
import type { Artifacts } from './artifacts.ts'
import type { Desk } from './desk.ts'
import { sayDetails } from './history-lines.ts'
import { sayInstant, sayMoment, sayWindow, sayZone } from './moments.ts'
import { paint } from './paint.ts'
import { print } from './print.ts'
import type { RefusedEvent } from './run.ts'
import type { Scenario } from './scenario.ts'
import { sayEvent, sayItem, sayPlace, sayTimer } from './sentences.ts'
import type { Told } from './telling.ts'

/** Prints who applies where, and in whose time the timeline is told. */
export function printStart(scenario: Scenario, snapshot: Snapshot): void {
  const { candidate, company, role, lastAt } = contextOf(snapshot)
  print(paint('bold', scenario.title))
  print(`${candidate.name} · ${role} at ${company.name}`)
  print(
    paint(
      'dim',
      `Times in ${sayZone(lastAt, candidate.zone)}${otherZone(company.zone, candidate.zone)}`,
    ),
  )
  print('')
}

/** Prints what has happened since the last step, and what is due next. */
export async function printStep(desk: Desk, told: Told | undefined): Promise<void> {
  const snapshot = await desk.look()
  const { zone } = contextOf(snapshot).candidate
  const news = await desk.news()
  for (const entry of news) printEntry(entry, zone)
  if (told?.accepted && told.timeframe !== undefined) printWords(told.event, told.timeframe)
  if (news.length > 0) await printStanding(desk, snapshot, zone)
}

/** Prints where the results are, and what was refused. */
export function printEnd(
  out: string,
  { files }: Artifacts,
  refused: readonly RefusedEvent[],
): void {
  for (const { index, event, reason } of refused) {
    const { message } = reason as { message: string }
    print(
      paint(
        'yellow',
        `refused: events[${index}] ${String(Reflect.get(event, 'type'))}: ${message}`,
      ),
    )
  }
  print(
    `Written to ${paint('bold', out)}: ${files.filter((file) => !file.includes('/')).join(', ')} and ${files.filter((file) => file.includes('/')).length} letters`,
  )
}

function printEntry(entry: HistoryEntry, zone: string): void {
  const when = sayInstant(entry.at, zone).padEnd(23)
  switch (entry.type) {
    case 'began':
      return
    case 'event':
      return print(
        `${paint('cyan', when)} ${paint('bold', sayEvent(entry.event.type))}${sayDetails(entry.event)}`,
      )
    case 'timer':
      return print(`${paint('cyan', when)} ${paint('dim', sayTimer(entry.timerId))}`)
    case 'renewed':
      return print(`${paint('cyan', when)} ${paint('dim', 'dates were computed anew')}`)
  }
}

function printWords(event: object, timeframe: Timeframe | null): void {
  if (timeframe === null)
    return print(indent(paint('dim', 'no date in these words; none is invented')))
  const chosen = timeframe.readings.findIndex(
    ({ earliest, latest }) => earliest === timeframe.earliest && latest === timeframe.latest,
  )
  const given: unknown = Reflect.get(event, 'reading')
  print(
    indent(
      `understood as ${sayWindow(timeframe)}${timeframe.businessDays ? ', in business days' : ''}`,
    ),
  )
  for (const [index, reading] of timeframe.readings.entries()) {
    if (index === chosen || index + 1 === given) continue
    print(indent(paint('dim', `or ${index + 1}: ${sayWindow(reading)} (${reading.reason})`)))
  }
}

async function printStanding(desk: Desk, snapshot: Snapshot, zone: string): Promise<void> {
  const place = placeName(placeOf(snapshot.machine.value))
  const { lastAt } = contextOf(snapshot)
  const items = await desk.afterview.agenda({ applicationId: desk.applicationId, now: lastAt })
  const next = items
    .toSorted(byHolder)
    .slice(0, 2)
    .flatMap((item) => sayNext(item, desk, zone))
  const standing = [indent(paint('green', `→ ${sayPlace(place)}`)), ...next]
  if (desk.isNew(standing.join('\n'))) print(...standing)
  print('')
}

function sayNext(item: AgendaItem, desk: Desk, zone: string): readonly string[] {
  const what = `${item.status === 'overdue' ? paint('red', 'late') : paint('yellow', 'next')} ${sayMoment(item.due, zone)}: ${sayItem(item)}`
  return [indent(what), indent(paint('dim', `     ${sayWhy(item, desk, zone)}`))]
}

/** The candidate's own moves come before what is only awaited. */
function byHolder(left: AgendaItem, right: AgendaItem): number {
  const own = Number(left.holder === 'employer') - Number(right.holder === 'employer')
  return own === 0 ? compareText(momentStart(left.due), momentStart(right.due)) : own
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right)
}

function sayWhy({ basis, policy, anchor }: AgendaItem, { afterview }: Desk, zone: string): string {
  const since = `${sayEvent(anchor.event).toLowerCase()}, ${sayInstant(anchor.at, zone)}`
  if (basis === 'pinned') return 'you set this date yourself'
  if (policy === undefined) return `as they said (${since})`
  const { unit } = afterview.lifecycle.policy[policy.key as PolicyKey]
  return `${sayValue(policy.value)} ${unit} (${since})`
}

function sayValue(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value)
}

function otherZone(company: string, own: string): string {
  return company === own ? '' : `; the company is in ${company}`
}

function indent(text: string): string {
  return `${' '.repeat(24)}${text}`
}
