import { type AgendaItem, agendaKinds } from '@afterview/core'
import type { Moment } from '@afterview/time'
import { finding, Unwritable } from './problem.ts'

/** The highest SEQUENCE that leaves room for a cancellation: iCalendar integers have 32 bits. */
const highestRevision = 2 ** 31 - 2

const statuses = ['upcoming', 'due', 'overdue', 'done', 'skipped', 'cancelled']
const holders = ['candidate', 'employer']
const bases = ['stated', 'derived', 'assumed', 'pinned']

/**
 * Checks what this package reads of an agenda item, which may come from outside as JSON. Times are
 * checked where they are read. Throws `Unwritable` with the first field that is wrong.
 */
export function requireItem(value: unknown): asserts value is AgendaItem {
  const item = requireRecord(value, 'item')
  requireField(isNonEmpty(item['id']), 'id', item['id'], 'a text')
  requireField(isOneOf(agendaKinds, item['kind']), 'kind', item['kind'], 'a kind of agenda item')
  requireField(isOneOf(statuses, item['status']), 'status', item['status'], 'a status')
  requireField(isOneOf(holders, item['holder']), 'holder', item['holder'], 'a holder')
  requireField(isOneOf(bases, item['basis']), 'basis', item['basis'], 'a basis')
  requireField(
    isRevision(item['revision']),
    'revision',
    item['revision'],
    `0 to ${highestRevision}`,
  )
  requireField(isNonEmpty(item['changedAt']), 'changedAt', item['changedAt'], 'an instant')
  requireField(Number.isSafeInteger(item['round']), 'round', item['round'], 'a whole number')
  requireMoment(item['due'], 'due')
  requireWindow(item['window'])
  requireTexts(requireRecord(item['anchor'], 'anchor'), 'anchor', ['event', 'at'])
  requireFacts(item['facts'])
  if (item['policy'] !== undefined) {
    requireTexts(requireRecord(item['policy'], 'policy'), 'policy', ['key', 'source'])
  }
}

function requireMoment(value: unknown, field: string): void {
  const moment = requireRecord(value, field)
  const kind = moment['kind']
  const isKnown = kind === 'instant' || kind === 'wall' || kind === 'day'
  requireField(isKnown, `${field}.kind`, kind, 'instant, wall or day')
  if (isKnown) requireTexts(moment, field, momentFields[kind])
}

const momentFields: Readonly<Record<Moment['kind'], readonly string[]>> = {
  instant: ['at'],
  wall: ['local', 'zone'],
  day: ['date', 'zone'],
}

function requireWindow(value: unknown): void {
  if (value === undefined) return
  const window = requireRecord(value, 'window')
  requireMoment(window['from'], 'window.from')
  requireMoment(window['until'], 'window.until')
}

function requireFacts(value: unknown): void {
  const facts = requireRecord(value, 'facts')
  requireTexts(facts, 'facts', Object.keys(facts))
}

function requireTexts(
  record: Readonly<Record<string, unknown>>,
  field: string,
  names: readonly string[],
): void {
  for (const name of names) {
    requireField(typeof record[name] === 'string', `${field}.${name}`, record[name], 'a text')
  }
}

function requireRecord(value: unknown, field: string): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  requireField(isRecord, field, value, 'an object')
  return value as Readonly<Record<string, unknown>>
}

function requireField(isRight: boolean, field: string, value: unknown, wanted: string): void {
  if (isRight) return
  throw new Unwritable(finding('item-malformed', `${field} is ${shown(value)}, not ${wanted}`))
}

function isNonEmpty(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && known.includes(value)
}

function isRevision(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= highestRevision
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 100))
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object'
  return String(value)
}
