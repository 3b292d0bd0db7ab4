import { AfterviewError, localDateTime, type Moment, momentStart } from '@afterview/time'
import type { AgendaItem } from './agenda-item.ts'
import type { PolicyEntry } from './policy-entry.ts'
import type { Policy, PolicyKey } from './policy.ts'
import type { AgendaRecord, Snapshot } from './snapshot.ts'
import { contextOf } from './step.ts'

/** Why an item has its date: in words, and as data for a host's own words. */
export interface Explanation {
  readonly itemId: string
  /** One to three sentences in English. Clock times are the candidate's, and the employer's where they differ. */
  readonly text: string
  readonly basis: AgendaItem['basis']
  readonly anchor: AgendaItem['anchor']
  readonly policy?: PolicyEntry & { readonly key: string }
}

/** Explains the date of an item. Throws `item-unknown`. */
export function explainItem(snapshot: Snapshot, itemId: string, policy: Policy): Explanation {
  const record = Object.hasOwn(snapshot.agenda, itemId) ? snapshot.agenda[itemId] : undefined
  if (record === undefined) throw unknownItem(snapshot, itemId)
  const entry = record.policy === undefined ? undefined : policyEntry(policy, record.policy.key)
  return {
    itemId,
    text: [...sentences(record, entry, contextOf(snapshot).candidate.zone)].join(' '),
    basis: record.basis,
    anchor: record.anchor,
    ...(entry === undefined ? {} : { policy: entry }),
  }
}

function* sentences(
  record: AgendaRecord,
  entry: Explanation['policy'],
  zone: string,
): Generator<string> {
  yield `${record.facts['task'] ?? record.kind} is due ${inWords(record.due, zone)}.`
  const since = `${record.anchor.event}, ${clockOf(record.anchor.at, zone)}`
  if (record.basis === 'pinned') yield `You set this date yourself (${since}).`
  if (record.basis === 'stated') yield `The date was stated: ${since}.`
  if (record.kind === 'obligation') yield* obligationSentences(record, zone)
  if (entry === undefined) return
  const given =
    record.basis === 'derived'
      ? 'Counted from a stated date'
      : 'There is no stated date to go by, so it is counted'
  yield `${given} (${since}): ${JSON.stringify(entry.value)} ${entry.unit}.`
  yield `Rule ${entry.key}; source: ${entry.source} (${entry.strength}, read ${entry.asOf}).`
}

function* obligationSentences({ policy, anchor }: AgendaRecord, zone: string): Generator<string> {
  if (policy === undefined) return
  yield `Counted: ${String(policy.value)} (${clockOf(anchor.at, zone)}).`
  yield `Rule ${policy.key}; source: ${policy.source}.`
}

function inWords(moment: Moment, zone: string): string {
  switch (moment.kind) {
    case 'instant':
      return `at ${clockOf(moment.at, zone)} (${zone})`
    case 'wall':
      return `at ${moment.local.replace('T', ' ')} (${moment.zone})${elsewhere(moment, zone)}`
    case 'day':
      return `on ${moment.date} (${moment.zone})`
  }
}

/** What the candidate's clocks show at a time of the employer's, where that is another. */
function elsewhere(moment: Moment & { readonly kind: 'wall' }, zone: string): string {
  if (moment.zone === zone) return ''
  const own = clockOf(momentStart(moment), zone)
  return own === moment.local.replace('T', ' ').slice(0, own.length) ? '' : `, ${own} (${zone})`
}

function clockOf(at: string, zone: string): string {
  return localDateTime(at, zone).replace('T', ' ')
}

function policyEntry(policy: Policy, key: string): Explanation['policy'] {
  if (!Object.hasOwn(policy, key)) return undefined
  return { key, ...policy[key as PolicyKey] }
}

function unknownItem(snapshot: Snapshot, itemId: string): AfterviewError {
  const known = Object.keys(snapshot.agenda)
  return new AfterviewError('item-unknown', {
    happened: `application ${snapshot.applicationId} has no agenda item "${itemId}"`,
    fix: `use one of ${known.join(', ') || '(none)'}`,
    details: { applicationId: snapshot.applicationId, itemId },
  })
}
