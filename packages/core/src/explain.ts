import { AfterviewError, type Moment } from '@afterview/time'
import type { AgendaItem } from './agenda-item.ts'
import type { PolicyEntry } from './policy-entry.ts'
import type { Policy, PolicyKey } from './policy.ts'
import type { AgendaRecord, Snapshot } from './snapshot.ts'

/** Why an item has its date: in words, and as data for a host's own words. */
export interface Explanation {
  readonly itemId: string
  /** One to three sentences in English. */
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
    text: [...sentences(record, entry)].join(' '),
    basis: record.basis,
    anchor: record.anchor,
    ...(entry === undefined ? {} : { policy: entry }),
  }
}

function* sentences(record: AgendaRecord, entry: Explanation['policy']): Generator<string> {
  yield `${record.facts['task'] ?? record.kind} is due ${inWords(record.due)}.`
  const { event, at } = record.anchor
  if (record.basis === 'pinned') yield `You set this date yourself (${event}, ${at}).`
  if (record.basis === 'stated') yield `The date was stated: ${event}, ${at}.`
  if (record.kind === 'obligation') yield* obligationSentences(record)
  if (entry === undefined) return
  const given =
    record.basis === 'derived'
      ? 'Counted from a stated date'
      : 'No date was stated, so it is counted'
  yield `${given} (${event}, ${at}): ${JSON.stringify(entry.value)} ${entry.unit}.`
  yield `Rule ${entry.key}; source: ${entry.source} (${entry.strength}, read ${entry.asOf}).`
}

function* obligationSentences({ policy, anchor }: AgendaRecord): Generator<string> {
  if (policy === undefined) return
  yield `Counted: ${String(policy.value)} (${anchor.at}).`
  yield `Rule ${policy.key}; source: ${policy.source}.`
}

function inWords(moment: Moment): string {
  switch (moment.kind) {
    case 'instant':
      return `at ${moment.at}`
    case 'wall':
      return `at ${moment.local.replace('T', ' ')} (${moment.zone})`
    case 'day':
      return `on ${moment.date} (${moment.zone})`
  }
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
